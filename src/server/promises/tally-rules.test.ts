import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { states } from '../../shared/promises-shown.ts';
import type { Entry } from './entry.ts';
import { emptyEntry } from './ledger-rules.ts';
import { type Dimension, dimensions, pairMark, tallyMoves } from './tally-rules.ts';

const blank = emptyEntry(
  {
    customerId: 'c',
    eventId: 'e',
    at: new Date(0),
    heardAt: new Date(0),
    sourceId: 's',
    ref: 'P',
    by: '',
    what: 'released',
  },
  'p',
);
const kept: Entry = {
  ...blank,
  state: 'kept',
  due_on: '2027-03-10',
  settled_at: new Date('2027-03-09T10:00:00Z'),
  maker_department: 'sales',
  keeper_department: 'logistics',
  kind: 'delivery',
};
const ended = ['kept', 'exceeded', 'broken'];
const settledOn = (entry: Entry) =>
  entry.settled_at !== null && ended.includes(entry.state) ? entry.settled_at.toISOString().slice(0, 10) : undefined;

/** One count that changes, as the database makes it out of a move. */
interface TallyChange {
  readonly side: string;
  readonly dimension: Dimension;
  readonly day: string;
  readonly value: string;
  readonly state: string;
  readonly promises: number;
}

function tallyChanges(...about: Parameters<typeof tallyMoves>): TallyChange[] {
  return tallyMoves(...about).flatMap(({ dueOn, settledOn: settled, state, values, promises }) =>
    [['due', dueOn] as const, ['settled', settled] as const].flatMap(([side, day]) =>
      dimensions.flatMap((dimension, at) => {
        const value = values[at] ?? null;
        return day === null || value === null ? [] : [{ side, dimension, day, value, state, promises }];
      }),
    ),
  );
}

const textOf = (one: TallyChange) => [one.side, one.dimension, one.day, one.value, one.state].join('|');

function counts(changes: readonly TallyChange[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const one of changes) sums.set(textOf(one), (sums.get(textOf(one)) ?? 0) + one.promises);
  return new Map([...sums].filter(([, promises]) => promises !== 0).toSorted());
}

/** What a recount says, written down apart from the rule: one for each promise, dimension and day. */
function recount(entries: readonly Entry[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const one of entries.filter(isCounted)) {
    for (const [side, day] of [['due', one.due_on] as const, ['settled', settledOn(one)] as const]) {
      for (const dimension of dimensions) {
        const value = valueIn(one, dimension);
        if (typeof day !== 'string' || value === null) continue;
        const key = [side, dimension, day, value, one.state].join('|');
        sums.set(key, (sums.get(key) ?? 0) + 1);
      }
    }
  }
  return new Map([...sums].toSorted());
}

function isCounted(one: Entry): boolean {
  if (one.owed_by === 'customer' || one.origin === 'expectation') return false;
  if (one.outer_id !== null || one.due_on === null) return false;
  return [...ended, 'open', 'released', 'renegotiated'].includes(one.state);
}

function valueIn(one: Entry, dimension: Dimension): string | null {
  const keeper = one.keeper_partner ?? one.keeper_department ?? '';
  return {
    all: '',
    keeper,
    'keeper-person': one.keeper_person,
    maker: one.maker_department,
    'maker-person': one.maker_person,
    pair: `${one.maker_department ?? ''}${pairMark}${keeper}`,
    touchpoint: one.touchpoint,
    product: one.product,
    kind: one.kind,
    reason: one.state === 'broken' ? (one.reason ?? '') : null,
    standing: one.standing_id,
  }[dimension];
}

const maybe = (...values: readonly string[]) => fc.option(fc.constantFrom(...values));
const anyEntry: fc.Arbitrary<Entry> = fc
  .record({
    state: fc.constantFrom(...states),
    origin: fc.constantFrom('made' as const, 'standing' as const, 'expectation' as const),
    owed_by: fc.constantFrom('company' as const, 'company' as const, 'customer' as const),
    outer_id: fc.option(fc.constant('outer'), { freq: 2 }),
    due_on: maybe('2027-03-10', '2027-03-11'),
    settled_at: fc.option(fc.constantFrom(new Date('2027-03-09T10:00:00Z'), new Date('2027-03-10T10:00:00Z'))),
    maker_department: maybe('sales', 'service'),
    maker_person: maybe('ana'),
    keeper_department: maybe('logistics', 'quality'),
    keeper_person: maybe('paco'),
    keeper_partner: maybe('partner'),
    touchpoint: maybe('shop'),
    product: maybe('lamp'),
    kind: fc.constantFrom('delivery', 'visit'),
    reason: fc.option(fc.constantFrom('quality' as const, 'outside' as const)),
    standing_id: maybe('standing'),
  })
  .map((more) => ({ ...blank, ...more }));

describe('the keeping rate is counted as promises change, and is what a recount says', () => {
  test('whatever becomes of them, in whatever batches', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(anyEntry, { minLength: 1, maxLength: 6 }), { maxLength: 8 }),
        fc.integer({ min: 1, max: 5 }),
        (lives, atOnce) => {
          // Each life is one promise: what it was, in order.
          const changes = lives.flatMap((life) =>
            life.map((after, place) => ({ before: place === 0 ? undefined : life[place - 1], after })),
          );
          const told: TallyChange[] = [];
          for (let from = 0; from < changes.length; from += atOnce)
            told.push(...tallyChanges(changes.slice(from, from + atOnce), settledOn));
          const last = lives.flatMap((life) => life.at(-1) ?? []);
          expect(counts(told)).toEqual(recount(last));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('a promise that goes takes its counts with it, and one that did not change changes none', () => {
    expect(
      counts([
        ...tallyChanges([{ before: undefined, after: kept }], settledOn),
        ...tallyChanges([{ before: kept, after: undefined }], settledOn),
      ]),
    ).toEqual(new Map());
    expect(tallyChanges([{ before: kept, after: { ...kept, version: 9 } }], settledOn)).toEqual([]);
  });

  it('why it broke counts for what is broken alone', () => {
    const reasons = (entry: Entry) =>
      tallyChanges([{ before: undefined, after: entry }], settledOn)
        .filter((one) => one.dimension === 'reason' && one.side === 'due')
        .map((one) => one.value);
    expect(reasons({ ...kept, reason: 'quality' })).toEqual([]);
    expect(reasons({ ...kept, state: 'broken', reason: 'quality' })).toEqual(['quality']);
    expect(reasons({ ...kept, state: 'broken' })).toEqual(['']);
  });

  const aside: readonly (readonly [string, Partial<Entry>])[] = [
    ['an expectation that nobody promised', { origin: 'expectation' }],
    ['what the customer owes us', { owed_by: 'customer' }],
    ['an inner step of another promise', { outer_id: 'outer' }],
    ['what was found in words alone', { state: 'found' }],
    ['what was dismissed', { state: 'dismissed' }],
    ['a result without a promise', { state: 'unexpected' }],
    ['what is never due', { due_on: null }],
  ];
  test.each(aside)('%s is no part of it', (_title, more) => {
    expect(tallyChanges([{ before: undefined, after: { ...kept, ...more } }], settledOn)).toEqual([]);
  });
});
