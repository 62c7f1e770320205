import { PassThrough } from 'node:stream';
import type { House, RawDoor, Visit } from '../area.ts';
import { isAfter, type LivePlace, placeText, readPlace } from '../events/live-place.ts';
import { missedNews } from '../events/live-tail.ts';
import type { LiveBatch, LiveNews } from '../live.ts';
import { Refusal } from '../refuse.ts';

const heartbeatMs = 15_000;
const sessionCheckMs = 1_000;

/**
 * The stream of news for open pages: names and customers' ids, never contents. Each message's id is its place; whoever
 * comes back with the last one (or begins `from` the one that he was given with the page) hears what came meanwhile, or
 * `reload` where that is too much. Ends when its reader loses the right.
 */
export function liveDoor(stillMay: (visit: Visit) => Promise<boolean>): RawDoor {
  return {
    method: 'GET',
    path: '/api/v1/live',
    access: 'customers.read',
    maxBytes: 0,
    summary: 'Server-sent events: what changed, by name and customer, from the place of `from` or Last-Event-ID on.',
    async handle(visit, house: House) {
      const out = new PassThrough();
      out.write(': open\n\n');
      const teller = tellerOf(house, out, readPlace(visit.header('last-event-id') ?? visit.query['from']));
      const deaf = house.live.hear((batch) => teller.hear(batch));
      const beat = setInterval(() => teller.beat(), heartbeatMs);
      const watch = setInterval(() => {
        stillMay(visit).then(
          (may) => (may ? undefined : out.end()),
          // Whose key ended is refused. Where the database is away nothing is known: what could be told comes from there.
          (error: unknown) => (error instanceof Refusal && error.status === 401 ? out.end() : undefined),
        );
      }, sessionCheckMs);
      out.on('close', () => {
        deaf();
        clearInterval(beat);
        clearInterval(watch);
      });
      return {
        status: 200,
        headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
        body: out,
      };
    },
  };
}

/** Tells one reader each piece of news after his place once, in their order. */
function tellerOf(house: House, out: PassThrough, from: LivePlace | undefined) {
  let place = from;
  /** What was heard while it is looked up what he missed before. */
  let waiting: LiveBatch[] | undefined;
  let begun = false;

  const say = (event: string | undefined, data: object) => {
    if (out.destroyed || out.writableEnded) return;
    if (out.writableLength > 1_000_000) return void out.destroy();
    const id = place === undefined ? '' : `id: ${placeText(place)}\n`;
    out.write(`${id}${event === undefined ? '' : `event: ${event}\n`}data: ${JSON.stringify(data)}\n\n`);
  };
  const tell = ({ news, place: next, at }: LiveBatch) => {
    const known = place;
    const fresh = known === undefined ? news : news.filter((one) => isAfter(one, known));
    place = { ...(known === undefined || isAfter(next, known) ? next : known), at };
    if (fresh.length > 0) say(undefined, { news: grouped(fresh) });
  };
  const begin = async (first: LiveBatch) => {
    const missed = from === undefined ? first.news : await missedNews(house, from, first);
    if (missed === undefined) place = { ...first.place, at: first.at };
    else tell({ ...first, news: missed });
    say(missed === undefined ? 'reload' : 'beat', {});
    for (const batch of waiting ?? []) tell(batch);
    waiting = undefined;
  };
  return {
    hear(batch: LiveBatch) {
      if (waiting !== undefined) return void waiting.push(batch);
      if (begun) return tell(batch);
      begun = true;
      waiting = [];
      // Without the database nothing can be looked up; the page comes again, with the place that it knows.
      return void begin(batch).catch(() => out.end());
    },
    beat: () => say('beat', {}),
  };
}

function grouped(news: readonly LiveNews[]): readonly { name: string; customer_ids: readonly string[] }[] {
  const byName = Map.groupBy(news, (one) => one.name);
  return [...byName].map(([name, group]) => ({
    name,
    customer_ids: [...new Set(group.map((one) => one.customer_id))],
  }));
}
