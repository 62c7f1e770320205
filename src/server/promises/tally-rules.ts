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

/** Promises that are alike in all they are counted by: so many more of them, or fewer. */
export interface TallyMove {
  readonly dueOn: string;
  readonly settledOn: string | null;
  readonly state: string;
  /** In the order of `dimensions`; null where a dimension does not count them. */
  readonly values: readonly (string | null)[];
  readonly promises: number;
}

/** Parts of a value are told apart by this. */
export const pairMark = '\u001f';

/** The local day on which an entry was settled, in its zone. */
export type SettledOn = (entry: Entry) => string | undefined;

/** How the counts change when entries do: the like ones summed, without those that cancel out. */
export function tallyMoves(
  changes: readonly { readonly before: Entry | undefined; readonly after: Entry | undefined }[],
  settledOn: SettledOn,
): TallyMove[] {
  const sums = new Map<string, TallyMove>();
  const add = (entry: Entry | undefined, by: 1 | -1) => {
    if (entry === undefined || entry.due_on === null || !isCounted(entry)) return;
    const move = { dueOn: entry.due_on, settledOn: settledOn(entry) ?? null, state: entry.state };
    const values = valuesOf(entry);
    const key = JSON.stringify([move, values]);
    sums.set(key, { ...move, values, promises: (sums.get(key)?.promises ?? 0) + by });
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
    counted.includes(entry.state)
  );
}

/** What an entry is counted under, in the order of `dimensions`. */
function valuesOf(entry: Entry): (string | null)[] {
  const keeper = entry.keeper_partner ?? entry.keeper_department;
  return [
    '',
    keeper ?? '',
    entry.keeper_person,
    entry.maker_department,
    entry.maker_person,
    `${entry.maker_department ?? ''}${pairMark}${keeper ?? ''}`,
    entry.touchpoint,
    entry.product,
    entry.kind,
    entry.state === 'broken' ? (entry.reason ?? '') : null,
    entry.standing_id,
  ];
}
