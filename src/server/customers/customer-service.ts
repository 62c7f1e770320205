import type { InputOf, ReplyOf } from '../../shared/contract.ts';
import {
  type counts as countsContract,
  customerMade,
  type edit as editContract,
  type list as listContract,
  type make as makeContract,
} from '../../shared/customers.ts';
import type { Call } from '../platform/area.ts';
import { openCursor, sealCursor } from '../platform/cursor.ts';
import { newId } from '../platform/ids.ts';
import { refuse } from '../platform/refuse.ts';
import { secretOf } from '../platform/secret.ts';
import { houseCountry } from './country-service.ts';
import { type Details, insertCustomer, lockCustomer, saveDetails } from './customer-store.ts';
import { findText, nameWords, sortName } from './find-rules.ts';
import { keyOf } from './identity-rules.ts';
import { holdKey, writeFind } from './key-service.ts';
import { type CardRow, type ListPlace, listCards, listCounted } from './list-store.ts';
import { membersHeld } from './merge-service.ts';
import { show } from './profile-service.ts';
import { insertWords } from './resolve-store.ts';

/** A page of customers; refuses `request.bad-cursor` for one that is not ours or of another order. */
export async function list(call: Call, input: InputOf<typeof listContract>): Promise<ReplyOf<typeof listContract>> {
  const name = `customers.list ${input.sort}`;
  const secret = secretOf(call.house.config);
  const rows = await listCards(
    call.tx,
    {
      words: wordsOf(input.q ?? ''),
      state: input.state,
      kind: input.kind,
      language: input.language,
      country: input.country?.toUpperCase(),
      lastSince: input.last_since,
      lastUntil: input.last_until,
    },
    { sort: input.sort, after: placeOf(name, input.cursor, secret), limit: input.limit + 1 },
  );
  const page = rows.slice(0, input.limit);
  const last = rows.length > input.limit ? page.at(-1) : undefined;
  call.use(page.map((row) => row.customer_id));
  return {
    customers: page.map(cardOf),
    next: last === undefined ? null : sealCursor(name, [last.place, last.place_id], secret),
  };
}

function placeOf(name: string, cursor: string | undefined, secret: string): ListPlace | undefined {
  if (cursor === undefined) return undefined;
  const [value, customerId] = openCursor(name, cursor, secret);
  if (value === undefined || customerId === undefined) refuse('request.bad-cursor');
  return { value, customerId };
}

/** What was typed, as words to be contained. */
export function wordsOf(text: string): string[] {
  return [...new Set(findText(text).split(' '))].filter((word) => word !== '').slice(0, 10);
}

/** A row as a card on the wire. */
export function cardOf(row: CardRow) {
  return {
    customer_id: row.customer_id,
    face_id: row.face_id,
    kind: row.kind,
    state: row.state,
    name: row.name,
    language: row.language,
    country: row.country,
    city: row.city,
    key: row.key,
    events: row.events,
    last_at: row.last_at?.toISOString() ?? null,
    made_at: row.made_at.toISOString(),
  };
}

/** How many customers there are, as the clock last counted. */
export async function counts(call: Call): Promise<ReplyOf<typeof countsContract>> {
  const counted = new Map((await listCounted(call.tx)).map((row) => [row.state, row.customers]));
  const of = (state: string) => counted.get(state) ?? 0;
  return { known: of('known'), pending: of('pending'), unknown: of('unknown'), merged: of('merged') };
}

/** Makes a customer by hand. Refuses `key.no-key`, `key.held-by-another`, `key.blocked`; then nothing is made. */
export async function make(call: Call, input: InputOf<typeof makeContract>): Promise<ReplyOf<typeof makeContract>> {
  const country = await houseCountry(call);
  const keys = input.keys.map((told, place) => {
    const key = keyOf(told.kind, told.value, country);
    if (key === undefined) refuse('key.no-key', { errors: [{ path: `keys.${place}.value`, code: 'key.no-key' }] });
    return key;
  });
  const customerId = newId();
  const details = detailsOf(input);
  await insertCustomer(call.tx, {
    ...details,
    customerId,
    at: call.now,
    by: call.actor.name,
    find: '',
    sortName: sortName(details.name),
  });
  call.use([customerId]);
  await insertWords(call.tx, nameWords(details.name, details.given_name, details.family_name, details.city));
  for (const key of keys) await holdKey(call, { key, customerId, his: [customerId], evidence: 'by-hand' });
  await writeFind(call, customerId);
  call.append(customerMade, customerId, {});
  return { customer_id: customerId };
}

/** Edits who a customer is; what is left out stays. Refuses `record.stale` with the present profile. */
export async function edit(call: Call, input: InputOf<typeof editContract>): Promise<ReplyOf<typeof editContract>> {
  await membersHeld(call, input.customer_id);
  const before = await lockCustomer(call.tx, input.customer_id);
  if (before === undefined) refuse('record.not-found');
  if (before.version !== input.version) {
    refuse('record.stale', { current: await show(call, { customer_id: input.customer_id }) });
  }
  const version = before.version + 1;
  const details = detailsOf(input, before);
  await saveDetails(call.tx, { ...details, customerId: input.customer_id, version, sortName: sortName(details.name) });
  await insertWords(call.tx, nameWords(details.name, details.given_name, details.family_name, details.city));
  await writeFind(call, input.customer_id);
  return { version };
}

type Told = Omit<InputOf<typeof makeContract>, 'keys'>;

function detailsOf(told: Told, before?: Omit<Details, 'name'>): Details {
  const of = (field: 'given_name' | 'family_name' | 'language' | 'country' | 'city' | 'note') => {
    const value = told[field];
    return value === undefined ? (before?.[field] ?? null) : value;
  };
  return {
    kind: told.kind,
    name: told.name,
    given_name: of('given_name'),
    family_name: of('family_name'),
    language: of('language'),
    country: of('country'),
    city: of('city'),
    note: of('note'),
  };
}
