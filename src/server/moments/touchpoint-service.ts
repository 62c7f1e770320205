import type { InputOf, ReplyOf } from '../../shared/contract.ts';
import type * as contract from '../../shared/moments-touchpoints.ts';
import type { Call } from '../platform/area.ts';
import { refuse } from '../platform/refuse.ts';
import { note } from '../staff/change-service.ts';
import { listDepartments } from './name-store.ts';
import { periodOf } from './period-service.ts';
import { renew } from './renewal-service.ts';
import { type CountRow, sumTally } from './tally-store.ts';
import type { Touchpoint } from './touchpoint-rules.ts';
import { holdCatalogue, insertTouchpoint, listTouchpoints, saveTouchpoint as save } from './touchpoint-store.ts';

/** Days of moments that stand beside each touchpoint. */
const days = 90;

/** The catalogue with those that were only heard of, the most used first. */
export async function touchpoints(call: Call): Promise<ReplyOf<typeof contract.touchpoints>> {
  const known = await listTouchpoints(call.tx);
  const told = await countsOf(call);
  const names = new Set(known.map((one) => one.touchpoint));
  const heard = [...told].filter(([name]) => name !== '' && !names.has(name));
  const all = [...told.values()].reduce((sum, one) => sum + one.moments, 0);
  const at = [...told].reduce((sum, [name, one]) => sum + (names.has(name) ? one.moments : 0), 0);
  return {
    touchpoints: [
      ...known.map((one) => shown(one, told.get(one.touchpoint))),
      ...heard.map(([touchpoint, counts]) => shown({ ...heardOf, touchpoint }, counts)),
    ].toSorted((a, b) => b.moments - a.moments || (a.touchpoint < b.touchpoint ? -1 : 1)),
    coverage: { known: at, all },
  };
}

interface Counts {
  readonly moments: number;
  readonly negative: number;
}

async function countsOf(call: Call): Promise<Map<string, Counts>> {
  const { since, until } = await periodOf(call, {}, days);
  const rows = (await sumTally(call.tx, since, until)).filter((row) => row.stage === 'all');
  const sum = (own: readonly CountRow[]) => own.reduce((total, row) => total + row.moments, 0);
  return new Map(
    [...Map.groupBy(rows, (row) => row.touchpoint)].map(([touchpoint, own]) => [
      touchpoint,
      { moments: sum(own), negative: sum(own.filter((row) => row.sign === -1)) },
    ]),
  );
}

/** What is assumed of a touchpoint of which nothing is known but its name; version 0. */
const heardOf: Omit<Touchpoint, 'touchpoint'> = {
  seeded: false,
  names: null,
  standards: null,
  same_as: null,
  stage: 'interaction',
  departments: [],
  owners: {},
  indicators: {},
  ask: 'never',
  closed_at: null,
  version: 0,
};

function shown(one: Touchpoint, counts: Counts | undefined): contract.Touchpoint {
  const { names, standards, closed_at, departments, owners, indicators, ...rest } = one;
  return {
    ...rest,
    known: one.version > 0,
    names: textsOf(names),
    standards: textsOf(standards),
    departments: [...departments],
    owners: { ...owners },
    indicators: { ...indicators },
    closed: closed_at !== null,
    moments: counts?.moments ?? 0,
    negative: counts?.negative ?? 0,
  };
}

function textsOf(told: Readonly<Record<string, string>> | null): contract.Touchpoint['names'] {
  return told === null ? null : { en: told['en'] ?? '', es: told['es'] ?? '', ru: told['ru'] ?? '' };
}

/**
 * Adds a touchpoint or changes one; where its name, departments or owners are others from now on, what was judged there is
 * judged anew. Refuses `record.stale`, `touchpoint.alias-unfit`, `touchpoint.department-unfit`.
 */
export async function saveTouchpoint(
  call: Call,
  input: InputOf<typeof contract.saveTouchpoint>,
): Promise<ReplyOf<typeof contract.saveTouchpoint>> {
  await holdCatalogue(call.tx);
  const all = await listTouchpoints(call.tx);
  const before = all.find((one) => one.touchpoint === input.touchpoint);
  if ((before?.version ?? 0) !== input.version) {
    refuse('record.stale', { current: before === undefined ? undefined : shown(before, undefined) });
  }
  if (input.same_as !== null && !isFitAlias(all, input.touchpoint, input.same_as)) refuse('touchpoint.alias-unfit');
  const owners = toldOf(input.owners, (department) => department !== '');
  await requireDepartments(call, [...input.departments, ...Object.values(owners)], before);
  const { closed, version, ...told } = input;
  const next = {
    ...told,
    owners,
    indicators: toldOf(told.indicators),
    closed_at: closed ? (before?.closed_at ?? call.now) : null,
  };
  if (before === undefined) await insertTouchpoint(call.tx, next);
  else await save(call.tx, next);
  await note(
    call,
    `touchpoint:${input.touchpoint}`,
    before === undefined ? null : noted(before),
    noted({ ...next, version: version + 1 }),
  );
  if (movesMoments(before, next)) {
    await renew(call, [
      next.touchpoint,
      ...all.filter((one) => one.same_as === next.touchpoint).map((one) => one.touchpoint),
    ]);
  }
  const saved = (await listTouchpoints(call.tx)).find((one) => one.touchpoint === input.touchpoint);
  if (saved === undefined) return refuse('record.not-found');
  return { touchpoint: shown(saved, (await countsOf(call)).get(saved.touchpoint)) };
}

/** What is told of a record of what may be left out. */
function toldOf<Value>(
  record: Readonly<Record<string, Value | undefined>>,
  fits: (value: Value) => boolean = () => true,
): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(record).flatMap(([name, value]) => (value === undefined || !fits(value) ? [] : [[name, value]])),
  );
}

/** Another name of itself, of nothing, of a closed one, or of one that is a name of another, is none; nor has it names itself. */
function isFitAlias(all: readonly Touchpoint[], name: string, of: string): boolean {
  const target = all.find((one) => one.touchpoint === of);
  if (target === undefined || name === of || target.same_as !== null || target.closed_at !== null) return false;
  return !all.some((one) => one.same_as === name);
}

/** Departments that are named now and were not before are open ones. Refuses `touchpoint.department-unfit`. */
async function requireDepartments(call: Call, named: readonly string[], before: Touchpoint | undefined): Promise<void> {
  const was = new Set([...(before?.departments ?? []), ...Object.values(before?.owners ?? {})]);
  const fresh = [...new Set(named.filter((one) => !was.has(one)))];
  const found = await listDepartments(call.tx, fresh);
  const known = new Set(found.flatMap((one) => [one.department_id, one.key]));
  if (!fresh.every((one) => known.has(one))) refuse('touchpoint.department-unfit');
}

function movesMoments(before: Touchpoint | undefined, next: Omit<Touchpoint, 'seeded' | 'version'>): boolean {
  const shape = ({ same_as, departments, owners }: Pick<Touchpoint, 'same_as' | 'departments' | 'owners'>) =>
    JSON.stringify([same_as, departments, Object.entries(owners).toSorted()]);
  return shape(before ?? heardOf) !== shape(next);
}

function noted({ names, standards, same_as, stage, departments, owners, indicators, ask, closed_at }: Noted): object {
  return { names, standards, same_as, stage, departments, owners, indicators, ask, closed: closed_at !== null };
}

type Noted = Omit<Touchpoint, 'touchpoint' | 'seeded'>;
