import type { House } from '../platform/area.ts';
import { stopwatch } from '../platform/clock.ts';
import { countStates } from './list-store.ts';

/** A count that took so many times longer than this waits as much longer for the next: a small house is fresh, a big one calm. */
const shareOfTime = 0.002;

const next = new WeakMap<House, number>();

/** Counts customers by state anew: every few seconds while that costs nothing, more seldom as the house grows. */
export async function countWhenCheap(house: House): Promise<void> {
  const nowMs = house.clock.now().getTime();
  if (nowMs < (next.get(house) ?? 0)) return;
  const tookMs = stopwatch();
  await countStates(house.database.write);
  next.set(house, nowMs + tookMs() / shareOfTime);
}
