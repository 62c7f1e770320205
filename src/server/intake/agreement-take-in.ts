import {
  type AgreementNote,
  type AgreementsMade,
  findAgreements,
  noteAgreements,
} from '../customers/agreement-service.ts';
import { keyOf } from '../customers/identity-rules.ts';
import { resolve } from '../customers/resolve-service.ts';
import type { Made } from '../customers/resolve-write-service.ts';
import type { Call } from '../platform/area.ts';
import { instantOf } from '../platform/clock.ts';
import { type AgreementTold, agreementOf } from './agreement-rules.ts';
import type { SourceTerms, Telling } from './telling-rules.ts';

/** An event whose customer is known, as it looks for the agreement that it stands on. */
export interface OnAgreement {
  readonly customerId: string;
  readonly telling: Telling;
  readonly raw: string;
}

/** What noting agreements came to. */
export interface AgreementsTold {
  /** The agreement on which each event stands, at its place; empty where none stands on one. */
  readonly agreementIds: readonly (string | undefined)[];
  /** Who was made a customer by being named on one. */
  readonly made: Made | undefined;
  readonly agreements: AgreementsMade | undefined;
}

/**
 * Notes what events tell of agreements and of who is what on them, and gives back the agreement that each event stands
 * on, where it names one of its customer's. People whom a trusted source names there are customers from then on; the
 * word of a browser makes nobody anything.
 */
export async function agreementsOf(
  call: Call,
  source: SourceTerms,
  events: readonly OnAgreement[],
  options: { keepBefore: boolean },
): Promise<AgreementsTold> {
  const tellings = events.flatMap((event) => {
    const told = agreementOf(event.telling.name, event.raw);
    return told === undefined ? [] : [{ ...event, told }];
  });
  const { idOf, made } = await peopleOf(call, source, tellings, options);
  const notes = tellings.flatMap(({ customerId, telling, told }) =>
    noteOf({ customerId, telling, told }, source, idOf),
  );
  const agreements = notes.length === 0 ? undefined : (await noteAgreements(call, notes, options)).made;
  const asked = events.map(({ customerId, telling }) => ({ customerId, number: telling.agreementNumber }));
  if (asked.every((one) => one.number === undefined)) return { agreementIds: [], made, agreements };
  return { agreementIds: await findAgreements(call, asked), made, agreements };
}

/** The customers behind the user ids that these tellings name. */
async function peopleOf(
  call: Call,
  source: SourceTerms,
  tellings: readonly { told: AgreementTold }[],
  options: { keepBefore: boolean },
): Promise<{ idOf: ReadonlyMap<string, string>; made: Made | undefined }> {
  if (source.kind === 'browser') return { idOf: new Map(), made: undefined };
  const named = tellings.flatMap(({ told }) => [told.givenBy, ...told.roles.map((role) => role.user)]);
  const people = [...new Set(named)].flatMap((user) => {
    const key = user === undefined ? undefined : keyOf('user', user, source.country);
    return user === undefined || key === undefined ? [] : [{ user, key }];
  });
  if (people.length === 0) return { idOf: new Map(), made: undefined };
  const about = { claimed: [], anonymous: undefined, told: undefined };
  const from = { sourceId: source.sourceId, madeBy: `source:${source.sourceId}` };
  const { customerIds, made } = await resolve(
    call,
    people.map(({ key }) => ({ verified: [key], ...about, ...from })),
    options,
  );
  return { idOf: new Map(people.map(({ user }, at) => [user, customerIds[at] ?? ''])), made };
}

function noteOf(
  event: { customerId: string; telling: Telling; told: AgreementTold },
  source: SourceTerms,
  idOf: ReadonlyMap<string, string>,
): AgreementNote[] {
  const { told } = event;
  const { roles, givenBy, ...terms } = told;
  const about = { ...terms, sourceId: source.sourceId, toldAt: instantOf(event.telling.happenedMs) };
  const known = roles.flatMap(({ user, role }) => {
    const customerId = user === undefined ? event.customerId : idOf.get(user);
    return customerId === undefined ? [] : [{ customerId, role }];
  });
  if (!told.isGiven) return [{ ...about, customerId: event.customerId, roles: known }];
  const holder = givenBy === undefined ? undefined : idOf.get(givenBy);
  return holder === undefined ? [] : [{ ...about, customerId: holder, roles: known }];
}
