import { z } from 'zod';
import { agreementKinds } from '../../shared/customers.ts';
import { textOf } from './fields.ts';

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
}

const told = z.looseObject({ properties: z.record(z.string(), z.unknown()).nullish() });
const names = /^agreement (started|changed|ended)$/i;

/** Reads an agreement out of an event that starts, changes or ends one; `undefined` for all others. */
export function agreementOf(name: string, raw: string): AgreementTold | undefined {
  if (!names.test(name)) return undefined;
  const read = told.safeParse(JSON.parse(raw));
  if (!read.success) return undefined;
  const { properties } = read.data;
  const number = textOf(properties, 'agreement_number', 'number', 'agreement')?.slice(0, 200);
  if (number === undefined) return undefined;
  const kind = textOf(properties, 'agreement_kind', 'kind');
  return {
    number,
    kind: agreementKinds.find((one) => one === kind) ?? 'contract',
    line: textOf(properties, 'line', 'product_line')?.slice(0, 200),
    place: textOf(properties, 'place', 'supply_address', 'address')?.slice(0, 200),
    asset: textOf(properties, 'asset', 'supply_point', 'cups')?.slice(0, 200),
    since: dateOf(textOf(properties, 'since', 'start_date')),
    until: dateOf(textOf(properties, 'until', 'end_date')),
    termsVersion: textOf(properties, 'terms_version', 'tariff')?.slice(0, 200),
  };
}

function dateOf(text: string | undefined): string | undefined {
  const day = text?.slice(0, 10);
  return z.iso.date().safeParse(day).success ? day : undefined;
}
