import type { InputOf, ReplyOf } from '../../shared/contract.ts';
import type * as contract from '../../shared/promises-rates.ts';
import { type Party, reasons } from '../../shared/promises-shown.ts';
import { type Language, language as languages } from '../../shared/scalars.ts';
import type { Call } from '../platform/area.ts';
import { dateOf } from '../platform/calendar/local-rules.ts';
import { requireOrganisation } from '../staff/house-service.ts';
import { dayAfter, type Ended, keepingRate, later, stepsOf } from './rate-rules.ts';
import { countLate, countLookedFor, listNames, listTally, type TallyRow } from './rate-store.ts';
import { type Dimension, pairMark } from './tally-rules.ts';

const usualDays = 90;
const mostDays = 3_700;

/** A period of local days, both included. */
export interface Period {
  readonly since: string;
  readonly until: string;
}

/** Today in the house's zone. */
export async function todayOf(call: Call): Promise<string> {
  return dateOf(call.now, (await requireOrganisation(call.tx)).zone);
}

/** The period that is asked for; the last 90 days where nothing is said. */
export function periodOf(input: { since?: string | undefined; until?: string | undefined }, today: string): Period {
  const until = input.until ?? today;
  const since = input.since ?? dayAfter(until, 1 - usualDays);
  return { since: later(since, dayAfter(until, -mostDays)), until };
}

/** The language in which names are told. */
export function languageOf(call: Call): Language {
  return languages.catch('en').parse(call.actor.language);
}

function sums(rows: readonly Pick<TallyRow, 'state' | 'promises'>[]): Record<string, number> {
  const all: Record<string, number> = {};
  for (const { state, promises } of rows) all[state] = (all[state] ?? 0) + promises;
  return all;
}

/** How promises ended, of counts by state. */
export function endedOf(rows: readonly Pick<TallyRow, 'state' | 'promises'>[]): Ended & { readonly open: number } {
  const { kept = 0, exceeded = 0, broken = 0, open = 0 } = sums(rows);
  return { kept, exceeded, broken, open };
}

/** How the company keeps its word in a period, by original due date. */
export async function overview(
  call: Call,
  input: InputOf<typeof contract.overview>,
): Promise<ReplyOf<typeof contract.overview>> {
  const today = await todayOf(call);
  const period = periodOf(input, today);
  const tally = (dimension: Dimension, byDay = false) => listTally(call.tx, 'due', dimension, period, { byDay });
  // A read's questions go to as many connections: none waits for another.
  const [all, why, pairs, keepers, late, lookedFor] = await Promise.all([
    tally('all', true),
    tally('reason'),
    tally('pair'),
    tally('keeper'),
    countLate(call.tx, call.now, dayAfter(today, -1)),
    countLookedFor(call.tx),
  ]);
  const { released = 0, renegotiated = 0 } = sums(all);
  const ended = endedOf(all);
  return {
    ...period,
    today,
    ...ended,
    rate: keepingRate(ended),
    released,
    renegotiated,
    late: late.reduce((sum, row) => sum + row.promises, 0),
    steps: stepsOf(period.since, period.until).map((step) => {
      const own = all.filter((row) => row.day >= step.from && row.day <= step.until);
      const { open, ...of } = endedOf(own);
      return { ...step, due: of.kept + of.exceeded + of.broken + open, ...of, rate: keepingRate(of) };
    }),
    keepers: await rowsOf(call, keepers),
    pairs: await pairsOf(call, pairs),
    reasons: reasonsOf(why),
    ...lookedFor,
  };
}

function reasonsOf(rows: readonly TallyRow[]): ReplyOf<typeof contract.overview>['reasons'] {
  const told = reasons.map((reason) => ({ reason, broken: brokenOf(rows, reason) }));
  return [...told, { reason: null, broken: brokenOf(rows, '') }]
    .filter((row) => row.broken > 0)
    .toSorted((a, b) => b.broken - a.broken);
}

function brokenOf(rows: readonly TallyRow[], value: string): number {
  return rows.filter((row) => row.value === value).reduce((sum, row) => sum + row.promises, 0);
}

async function pairsOf(call: Call, rows: readonly TallyRow[]): Promise<ReplyOf<typeof contract.overview>['pairs']> {
  const sides = (value: string) => value.split(pairMark);
  const names = await namesOf(
    call,
    rows.flatMap((row) => sides(row.value)),
  );
  return [...Map.groupBy(rows, (row) => row.value)].flatMap(([value, own]) => {
    const { open: _open, ...ended } = endedOf(own);
    const [maker = '', keeper = ''] = sides(value);
    const rate = keepingRate(ended);
    return rate === null ? [] : [{ maker: names(maker), keeper: names(keeper), ...ended, rate }];
  });
}

/** Who is behind values: somebody by his name here, or as told; null for nobody. */
export async function namesOf(call: Call, values: readonly string[]): Promise<(value: string) => Party | null> {
  const wanted = [...new Set(values)].filter((value) => value !== '');
  const rows = await listNames(call.tx, wanted, languageOf(call));
  const known = new Map(rows.map((row) => [row.value, row]));
  return (value) => {
    if (value === '') return null;
    const row = known.get(value);
    if (row === undefined || row.kind === 'standing') return { kind: 'told', id: null, name: row?.name ?? value };
    return { kind: row.kind, id: value, name: row.name };
  };
}

async function rowsOf(call: Call, rows: readonly TallyRow[]): Promise<ReplyOf<typeof contract.rates>['rows']> {
  const names = await namesOf(
    call,
    rows.map((row) => row.value),
  );
  return [...Map.groupBy(rows, (row) => row.value)]
    .map(([value, own]) => {
      const ended = endedOf(own);
      const party = names(value);
      return { value, party, name: party?.name ?? value, ...ended, rate: keepingRate(ended) };
    })
    .filter((row) => row.rate !== null || row.open > 0)
    .toSorted((a, b) => (a.rate?.rate ?? 2) - (b.rate?.rate ?? 2) || b.broken - a.broken);
}

/** Keeping rates by one dimension, the worst first. */
export async function rates(
  call: Call,
  input: InputOf<typeof contract.rates>,
): Promise<ReplyOf<typeof contract.rates>> {
  const period = periodOf(input, await todayOf(call));
  const rows = await rowsOf(call, await listTally(call.tx, 'due', input.by, period, { byDay: false }));
  return { ...period, rows };
}
