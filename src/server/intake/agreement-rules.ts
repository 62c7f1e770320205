import { z } from 'zod';
import { agreementKinds, agreementRoles } from '../../shared/customers-agreements.ts';
import { bagsOf, textOf } from './fields.ts';
import type { Bag } from './segment-message.ts';

/** What an `Agreement …` event says of an agreement. */
export interface AgreementTold {
  readonly number: string;
  readonly kind: (typeof agreementKinds)[number];
  readonly line: string | undefined;
  readonly place: string | undefined;
  readonly asset: string | undefined;
  readonly since: string | undefined;
  readonly until: string | undefined;
  readonly termsVersion: string | undefined;
  /** Who is what on it, by user id; without one, the event's own customer. */
  readonly roles: readonly { readonly user: string | undefined; readonly role: (typeof agreementRoles)[number] }[];
  /** True where somebody is only put on another's agreement. */
  readonly isGiven: boolean;
  /** User id of the holder who put him there. */
  readonly givenBy: string | undefined;
}

const told = z.looseObject({ properties: z.record(z.string(), z.unknown()).nullish() });
const names = /^agreement (started|changed|ended|role given)$/i;
const given = /^agreement role given$/i;
/** More people on one agreement than anybody has. */
const mostRoles = 50;

/** Reads an agreement out of an event that starts, changes or ends one, or gives a role on it; `undefined` for all others. */
export function agreementOf(name: string, raw: string): AgreementTold | undefined {
  if (!names.test(name)) return undefined;
  const read = told.safeParse(JSON.parse(raw));
  if (!read.success) return undefined;
  const { properties } = read.data;
  const number = textOf(properties, 'agreement_number', 'number', 'agreement')?.slice(0, 200);
  if (number === undefined) return undefined;
  const kind = textOf(properties, 'agreement_kind', 'kind');
  const isGiven = given.test(name);
  return {
    number,
    kind: agreementKinds.find((one) => one === kind) ?? 'contract',
    line: textOf(properties, 'line', 'product_line')?.slice(0, 200),
    place: textOf(properties, 'place', 'supply_address', 'address')?.slice(0, 200),
    asset: textOf(properties, 'asset', 'supply_point', 'cups')?.slice(0, 200),
    since: dateOf(textOf(properties, 'since', 'start_date')),
    until: dateOf(textOf(properties, 'until', 'end_date')),
    termsVersion: textOf(properties, 'terms_version', 'tariff')?.slice(0, 200),
    roles: isGiven ? rolesIn([properties ?? {}], () => undefined) : rolesIn(bagsOf(properties, 'roles'), userIn),
    isGiven,
    givenBy: textOf(properties, 'given_by'),
  };
}

function userIn(bag: Bag): string | undefined {
  return textOf(bag, 'user_id', 'userId');
}

function rolesIn(bags: readonly Bag[], userOf: (bag: Bag) => string | undefined): AgreementTold['roles'] {
  return bags.slice(0, mostRoles).flatMap((bag) => {
    const told = textOf(bag, 'role');
    const role = agreementRoles.find((one) => one === told);
    const user = userOf(bag);
    return role === undefined || (userOf === userIn && user === undefined) ? [] : [{ user, role }];
  });
}

function dateOf(text: string | undefined): string | undefined {
  const day = text?.slice(0, 10);
  return z.iso.date().safeParse(day).success ? day : undefined;
}
