import { setTimeout as pause } from 'node:timers/promises';
import type { House } from '../area.ts';
import { findHorizon, listNews, type OutboxPlace } from '../database/outbox-store.ts';
import type { LiveBatch, LiveNews } from '../live.ts';
import { isAfter, type LivePlace } from './live-place.ts';

const restMs = 250;
const atOnce = 1_000;
/** The outbox keeps two minutes at least; half of them are left to transactions that were still running. */
const rememberedMs = 60_000;

/** Feeds the live hub with what any server committed, while somebody looks. */
export function openLiveTail(house: House): { close(): Promise<void> } {
  let place: OutboxPlace | undefined;
  let open = true;
  const run = async () => {
    while (open) {
      await pause(restMs);
      if (house.live.listeners() === 0) {
        place = undefined;
        continue;
      }
      place = await tellNews(house, place).catch(() => place);
    }
  };
  const running = run();
  return {
    async close() {
      open = false;
      await running;
    },
  };
}

async function tellNews(house: House, place: OutboxPlace | undefined): Promise<OutboxPlace> {
  const at = house.clock.now().getTime();
  const from = place ?? (await findHorizon(house.database.read));
  const news = await listNews(house.database.read, from, atOnce);
  const last = news.at(-1);
  const next = last === undefined ? from : { tx: last.tx, seq: last.seq };
  house.live.tell({ news, place: next, at });
  return next;
}

/**
 * What was told between a place that a page knows and the first batch that it hears. `undefined` where that cannot be
 * known any more, or is more than is worth telling one by one: the page then has to look again.
 */
export async function missedNews(
  house: House,
  from: LivePlace,
  first: LiveBatch,
): Promise<readonly LiveNews[] | undefined> {
  if (Math.abs(first.at - from.at) > rememberedMs) return undefined;
  const news = await listNews(house.database.read, from, atOnce);
  if (news.length === atOnce) return undefined;
  return news.filter((one) => !isAfter(one, first.place));
}
