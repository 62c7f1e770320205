import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type TestHouse } from '../../../test/support/house.ts';
import type { AskOf } from '../../shared/contract.ts';
import * as customers from '../../shared/customers.ts';

/** One customer as he was written, from which this file works out by itself what a list must show. */
interface Written {
  readonly id: string;
  readonly face: string;
  readonly kind: 'person' | 'organisation';
  readonly state: 'known' | 'unknown';
  readonly language: string | null;
  readonly country: string | null;
  readonly find: string;
  readonly lastAt: number | undefined;
  readonly madeAt: number;
}

const count = 12_000;
const start = Date.UTC(2026, 0, 1);
const idOf = (n: number) =>
  `0199${((n * 7919) % 65_536).toString(16).padStart(4, '0')}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
let house: TestHouse;
let written: Written[];

/** More than are listed first and sorted then: common and rare values, none at all, one in nine merged into another. */
function write(): Written[] {
  return Array.from({ length: count }, (_, n) => ({
    ...whoIs(n),
    find: `${Math.floor(n / 3) % 2 === 0 ? 'lampara' : 'silla'} ${n % 100 === 4 ? 'raro' : 'comun'} n${n}`,
    lastAt: n % 11 === 0 ? undefined : start + ((n * 104_729) % 8_000) * 60_000,
    madeAt: start + ((n * 7_907) % 9_000) * 1_000,
  }));
}

function whoIs(n: number): Pick<Written, 'id' | 'face' | 'kind' | 'state' | 'language' | 'country'> {
  return {
    id: idOf(n),
    face: n % 9 === 4 ? idOf(n - 4) : idOf(n),
    kind: n % 3 === 0 ? 'organisation' : 'person',
    state: n % 4_000 === 1 ? 'unknown' : 'known',
    language: n % 5 === 0 ? null : n % 2 === 0 ? 'ru' : 'es',
    country: n % 7 === 0 ? null : n % 1_000 === 2 ? 'ZW' : 'MX',
  };
}

beforeAll(async () => {
  house = await openHouse();
  written = write();
  await house.rows(
    `insert into customers.customer
       (customer_id, face_id, kind, state, language, country, find, sort_name, name, made_at, made_by)
     select id, face, kind, state, language, country, find, find, find, to_timestamp(made / 1000.0), 'test'
     from json_to_recordset($1) as w (id uuid, face uuid, kind text, state text, language text, country text, find text, made bigint)`,
    [JSON.stringify(written.map((one) => ({ ...one, made: one.madeAt })))],
  );
  await house.rows(
    `insert into customers.contact (customer_id, events, first_at, last_at)
     select id, case when last is null then 0 else 1 end, null, coalesce(to_timestamp(last / 1000.0), '-infinity')
     from json_to_recordset($1) as w (id uuid, last bigint)`,
    [JSON.stringify(written.map((one) => ({ id: one.id, last: one.lastAt })))],
  );
  await house.rows('analyze customers.customer');
  await house.rows('analyze customers.contact');
});
afterAll(() => house?.close());

type Ask = Omit<AskOf<typeof customers.list>, 'sort' | 'limit' | 'cursor'>;

/** Whom the list must show, by looking at everyone. */
function expected(ask: Ask, sort: 'last' | 'made' | 'name'): string[] {
  const membersOf = Map.groupBy(written, (one) => one.face);
  const newest = (face: Written) =>
    (membersOf.get(face.id) ?? [])
      .map((one) => ({ at: one.lastAt ?? Number.NEGATIVE_INFINITY, id: one.id }))
      .sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))[0] ?? { at: Number.NEGATIVE_INFINITY, id: face.id };
  const since = ask.last_since === undefined ? undefined : Date.parse(ask.last_since);
  const until = ask.last_until === undefined ? undefined : Date.parse(ask.last_until);
  const fits = (face: Written) =>
    (ask.state ?? face.state) === face.state &&
    (ask.kind ?? face.kind) === face.kind &&
    (ask.language ?? face.language) === face.language &&
    (ask.country ?? face.country) === face.country &&
    (ask.q === undefined || (membersOf.get(face.id) ?? []).some((one) => one.find.includes(ask.q ?? ''))) &&
    (since === undefined || newest(face).at >= since) &&
    (until === undefined || (newest(face).at < until && newest(face).at > 0));
  const faces = written.filter((one) => one.face === one.id && fits(one));
  const later = (a: { at: number; id: string }, b: { at: number; id: string }) => b.at - a.at || (a.id < b.id ? 1 : -1);
  faces.sort((a, b) => {
    if (sort === 'last') return later(newest(a), newest(b));
    if (sort === 'made') return later({ at: a.madeAt, id: a.id }, { at: b.madeAt, id: b.id });
    return a.find < b.find ? -1 : a.find > b.find ? 1 : 0;
  });
  return faces.map((face) => face.id);
}

const filters: Ask[] = [
  {},
  { kind: 'organisation' },
  { state: 'unknown' },
  { language: 'ru' },
  { country: 'MX' },
  { country: 'ZW' },
  { q: 'lampara' },
  { q: 'raro' },
  { q: 'n777' },
  { q: 'lampara', kind: 'person', country: 'MX' },
  { q: 'raro', language: 'es' },
  { language: 'es', kind: 'organisation', country: 'MX' },
  { last_since: new Date(start + 7_900 * 60_000).toISOString() },
  { last_until: new Date(start + 4_000 * 60_000).toISOString(), language: 'ru' },
  { last_since: new Date(start + 60_000_000).toISOString(), q: 'lampara' },
];

describe('a list of many is the one that looking at everyone gives', () => {
  it.each(filters)('under %o, in every order, page by page', async (ask) => {
    for (const sort of ['last', 'made', 'name'] as const) {
      const want = expected(ask, sort).slice(0, 300);
      const got: string[] = [];
      for (let cursor: string | undefined; got.length < 300; ) {
        const page = await house.ask(
          customers.list,
          { ...ask, sort, limit: 100, ...(cursor === undefined ? {} : { cursor }) },
          house.administrator,
        );
        got.push(...page.customers.map((card) => card.customer_id));
        if (page.next === null) break;
        cursor = page.next;
      }
      expect({ sort, got }).toEqual({ sort, got: want });
    }
  });
});
