import type { InputOf, ReplyOf } from '../../shared/contract.ts';
import type * as contract from '../../shared/moments-replay.ts';
import type { Call, House } from '../platform/area.ts';
import { dateOf } from '../platform/calendar/local-rules.ts';
import { stopwatch } from '../platform/clock.ts';
import { newId } from '../platform/ids.ts';
import { requireOrganisation } from '../staff/house-service.ts';
import { settingOf } from './catalogue-service.ts';
import { addHistories, noSums, readSums, shareOf, tried } from './replay-rules.ts';
import {
  countFaces,
  findLastReplay,
  insertReplay,
  listHistories,
  lockBeginning,
  lockUnderWay,
  type Replay,
  saveReplay,
} from './replay-store.ts';

/** Customers looked at in one transaction; and how long a tick goes on before it lets the others. */
const atOnce = 2_000;
const turnMs = 10_000;

/** Begins a replay, or gives the one under way. */
export async function replay(
  call: Call,
  _input: InputOf<typeof contract.replay>,
): Promise<ReplyOf<typeof contract.replay>> {
  await lockBeginning(call.tx);
  const last = await findLastReplay(call.tx);
  if (last !== undefined && last.finished_at === null) return { replay: await shown(call, last) };
  const sums = noSums(await countFaces(call.tx));
  const id = newId();
  await insertReplay(call.tx, { id, at: call.now, by: call.actor.name, sums });
  return { replay: await shown(call, { replay_id: id, made_at: call.now, finished_at: null, report: sums }) };
}

/** The last replay. */
export async function replays(call: Call): Promise<ReplyOf<typeof contract.replays>> {
  const last = await findLastReplay(call.tx);
  return { replay: last === undefined ? null : await shown(call, last) };
}

/** Goes on with the replay under way, some customers at a time; what is left when the server ends goes on with the next. */
export async function goOnReplaying(house: House, ended?: AbortSignal): Promise<void> {
  const passed = stopwatch();
  while (ended?.aborted !== true && passed() < turnMs) {
    if (!(await replaySome(house))) return;
  }
}

/** Looks at some more customers; false where nothing is left to do. */
async function replaySome(house: House): Promise<boolean> {
  return house.database.transaction(async (tx) => {
    const underWay = await lockUnderWay(tx);
    if (underWay === undefined) return false;
    const sums = readSums(underWay.report);
    const { zone } = await requireOrganisation(tx);
    const now = house.clock.now();
    const rows = await listHistories(tx, sums.after, dateOf(now, zone), atOnce);
    const histories = rows.map((row) => row.history);
    const next = addHistories(sums, histories, rows.at(-1)?.customer_id ?? sums.after);
    const isDone = rows.length < atOnce;
    await saveReplay(tx, underWay.replay_id, isDone ? { ...next, all: next.done } : next, isDone ? now : null);
    return !isDone;
  });
}

async function shown(call: Call, one: Replay): Promise<contract.ShownReplay> {
  const sums = readSums(one.report);
  const { five, cap } = await settingOf(call);
  const isDone = one.finished_at !== null;
  const share = (count: number, of: number) => (isDone ? shareOf(count, of) : null);
  return {
    replay_id: one.replay_id,
    made_at: one.made_at.toISOString(),
    finished_at: one.finished_at?.toISOString() ?? null,
    done: sums.done,
    all: Math.max(sums.all, sums.done),
    left: sums.left,
    stayed: sums.stayed,
    without_agreement: sums.without,
    lost_after_one: share(sums.lostAfterOne, sums.left),
    settings: tried.map((weights, place) => ({
      ...weights,
      current: weights.five === five && weights.cap === cap,
      owed_left: share(sums.owed[place]?.left ?? 0, sums.left),
      owed_stayed: share(sums.owed[place]?.stayed ?? 0, sums.stayed),
    })),
  };
}
