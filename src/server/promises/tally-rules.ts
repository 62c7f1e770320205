import type { Entry } from './entry.ts';

/** What promises are counted by. */
export const dimensions = [
  'all',
  'keeper',
  'keeper-person',
  'maker',
  'maker-person',
  'pair',
  'touchpoint',
  'product',
  'kind',
  'reason',
  'standing',
] as const;
export type Dimension = (typeof dimensions)[number];

/** One count that changes: promises of a state, due on or settled on a day, by one dimension's value. */
export interface TallyChange {
  readonly side: 'due' | 'settled';
  readonly dimension: Dimension;
  readonly day: string;
  readonly value: string;
  readonly state: string;
  readonly promises: number;
}

/** Parts of a value are told apart by this. */
export const pairMark = '\u001f';

type Change = { readonly before: Entry | undefined; readonly after: Entry | undefined; readonly settledOn: SettledOn };
/** The local day on which an entry was settled, in its zone. */
export type SettledOn = (entry: Entry) => string | undefined;

/** How the counts change when entries do; summed, without those that cancel out. */
export function tallyChanges(changes: readonly Omit<Change, 'settledOn'>[], settledOn: SettledOn): TallyChange[] {
  const sums = new Map<string, TallyChange>();
  const add = (entry: Entry | undefined, by: 1 | -1) => {
    if (entry === undefined || !isCounted(entry)) return;
    for (const [dimension, value] of valuesOf(entry)) {
      for (const [side, day] of daysOf(entry, settledOn)) {
        const key = [side, dimension, day, value, entry.state].join('\u0000');
        const sum = sums.get(key)?.promises ?? 0;
        sums.set(key, { side, dimension, day, value, state: entry.state, promises: sum + by });
      }
    }
  };
  for (const { before, after } of changes) {
    add(before, -1);
    add(after, 1);
  }
  return [...sums.values()].filter((one) => one.promises !== 0);
}

const counted: readonly string[] = ['open', 'kept', 'exceeded', 'broken', 'released', 'renegotiated'];

/** Expectations that nobody promised, what is owed to us, and inner steps are no part of the company's keeping rate. */
function isCounted(entry: Entry): boolean {
  return (
    entry.origin !== 'expectation' &&
    entry.owed_by === 'company' &&
    entry.outer_id === null &&
    entry.due_on !== null &&
    counted.includes(entry.state)
  );
}

function valuesOf(entry: Entry): [Dimension, string][] {
  const keeper = entry.keeper_partner ?? entry.keeper_department;
  const values: [Dimension, string | null][] = [
    ['all', ''],
    ['keeper', keeper ?? ''],
    ['keeper-person', entry.keeper_person],
    ['maker', entry.maker_department],
    ['maker-person', entry.maker_person],
    ['pair', `${entry.maker_department ?? ''}${pairMark}${keeper ?? ''}`],
    ['touchpoint', entry.touchpoint],
    ['product', entry.product],
    ['kind', entry.kind],
    ['reason', entry.state === 'broken' ? (entry.reason ?? '') : null],
    ['standing', entry.standing_id],
  ];
  return values.flatMap(([dimension, value]): [Dimension, string][] => (value === null ? [] : [[dimension, value]]));
}

function daysOf(entry: Entry, settledOn: SettledOn): ['due' | 'settled', string][] {
  const on = settledOn(entry);
  const due: ['due' | 'settled', string][] = entry.due_on === null ? [] : [['due', entry.due_on]];
  return on === undefined ? due : [...due, ['settled', on]];
}
