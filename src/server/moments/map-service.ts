import type { InputOf, ReplyOf } from '../../shared/contract.ts';
import { failingMarks, momentKinds, stages } from '../../shared/moments-shown.ts';
import type * as views from '../../shared/moments-views.ts';
import type { Counts } from '../../shared/moments-views.ts';
import type { Call } from '../platform/area.ts';
import { listExpectations } from './expectation-store.ts';
import { listDepartments } from './name-store.ts';
import { periodOf } from './period-service.ts';
import { departmentsBy } from './shown.ts';
import { type CountRow, sumMonths, sumTally } from './tally-store.ts';
import { listTouchpoints } from './touchpoint-store.ts';

/** Fewer bad moments than this name no worst place: it would be chance. */
const fewest = 5;

/** The map of touchpoints by stages. */
export async function map(call: Call, input: InputOf<typeof views.map>): Promise<ReplyOf<typeof views.map>> {
  const period = await periodOf(call, input, 90);
  const all = await sumTally(call.tx, period.since, period.until);
  const rows = input.department === undefined ? all : all.filter((row) => row.department === input.department);
  const whole = rows.filter((row) => row.stage === 'all');
  const known = new Map((await listTouchpoints(call.tx)).map((one) => [one.touchpoint, one]));
  const names = (names: Readonly<Record<string, string>> | null | undefined) =>
    names === null || names === undefined
      ? null
      : { en: names['en'] ?? '', es: names['es'] ?? '', ru: names['ru'] ?? '' };
  const touchpoints = [...Map.groupBy(rows, (row) => row.touchpoint)].map(([touchpoint, own]) => ({
    touchpoint,
    names: names(known.get(touchpoint)?.names),
    known: known.has(touchpoint),
    all: countsOf(own.filter((row) => row.stage === 'all')),
    stages: stages.flatMap((stage) => {
      const of = own.filter((row) => row.stage === stage);
      return of.length === 0 ? [] : [{ stage, ...countsOf(of) }];
    }),
  }));
  return {
    period,
    all: countsOf(whole),
    objective: gaugeOf(whole, 'objective'),
    emotional: gaugeOf(whole, 'emotional'),
    kinds: [...momentKinds, null].map((kind) => ({
      kind,
      moments: sumOf(whole.filter((row) => row.sign === -1 && row.kind === (kind ?? ''))),
    })),
    touchpoints: touchpoints.toSorted((a, b) => b.all.negative - a.all.negative || b.all.moments - a.all.moments),
    departments: await departmentCounts(
      call,
      all.filter((row) => row.stage === 'all'),
    ),
    worst: worstOf(touchpoints),
    expectations: await listExpectations(call.tx, period.since, period.until),
  };
}

async function departmentCounts(
  call: Call,
  rows: readonly CountRow[],
): Promise<ReplyOf<typeof views.map>['departments']> {
  const groups = [...Map.groupBy(rows, (row) => row.department)];
  const name = departmentsBy(
    await listDepartments(
      call.tx,
      groups.map(([department]) => department),
    ),
  );
  return groups
    .map(([department, own]) => ({ department: department === '' ? null : name(department), ...countsOf(own) }))
    .toSorted((a, b) => b.negative - a.negative);
}

function worstOf(
  touchpoints: readonly { readonly touchpoint: string; readonly all: Counts }[],
): ReplyOf<typeof views.map>['worst'] {
  const cells = touchpoints.flatMap(({ touchpoint, all }) =>
    failingMarks.map((mark) => ({ touchpoint, mark, moments: all.failing[mark] ?? 0 })),
  );
  const [worst] = cells.toSorted(
    (a, b) => b.moments - a.moments || (`${a.touchpoint} ${a.mark}` < `${b.touchpoint} ${b.mark}` ? -1 : 1),
  );
  return worst === undefined || worst.moments < fewest ? null : worst;
}

/** Good, indifferent and bad by their signs; a bad one that failed twice alike counts for both marks. */
function countsOf(rows: readonly CountRow[]): Counts {
  const of = (sign: number) => sumOf(rows.filter((row) => row.sign === sign));
  return {
    moments: sumOf(rows),
    positive: of(1),
    indifferent: of(0),
    negative: of(-1),
    unjudged: of(9),
    failing: {
      information: sumOf(rows.filter((row) => fails(row, 'information'))),
      process: sumOf(rows.filter((row) => fails(row, 'process'))),
      people: sumOf(rows.filter((row) => fails(row, 'people'))),
      environment: sumOf(rows.filter((row) => fails(row, 'environment'))),
      feeling: sumOf(rows.filter((row) => fails(row, 'feeling'))),
    },
  };
}

function gaugeOf(rows: readonly CountRow[], by: 'objective' | 'emotional') {
  const of = (sign: number) => sumOf(rows.filter((row) => row[by] === sign));
  return { good: of(1), indifferent: of(0), bad: of(-1), unknown: of(9) };
}

function fails(row: CountRow, mark: string): boolean {
  return row.failing.split('+').includes(mark);
}

function sumOf(rows: readonly CountRow[]): number {
  return rows.reduce((sum, row) => sum + row.moments, 0);
}

/** Good, indifferent and bad moments by month. */
export async function overTime(
  call: Call,
  input: InputOf<typeof views.overTime>,
): Promise<ReplyOf<typeof views.overTime>> {
  const period = await periodOf(call, input, 365);
  const rows = await sumMonths(call.tx, period.since, period.until);
  const months = [...Map.groupBy(rows, (row) => row.month)].map(([month, own]) => {
    const of = (sign: number) => own.find((row) => row.sign === sign)?.moments ?? 0;
    return { month, positive: of(1), indifferent: of(0), negative: of(-1), unjudged: of(9) };
  });
  return { period, months };
}
