import { PassThrough } from 'node:stream';
import type { House, RawDoor } from '../area.ts';
import { Refusal } from '../refuse.ts';

const heartbeatMs = 15_000;
const sessionCheckMs = 1_000;

/** The stream of news for open pages: names and customers' ids, never contents. Ends when its reader loses the right. */
export function liveDoor(stillMay: (visit: Parameters<RawDoor['handle']>[0]) => Promise<boolean>): RawDoor {
  return {
    method: 'GET',
    path: '/api/v1/live',
    access: 'customers.read',
    maxBytes: 0,
    summary: 'Server-sent events: what changed, by name and customer.',
    async handle(visit, house: House) {
      const out = new PassThrough();
      out.write(': open\n\n');
      const deaf = house.live.hear((news) => {
        if (out.writableLength > 1_000_000) return out.destroy();
        return void out.write(`event: ${news.name}\ndata: ${JSON.stringify({ customer_ids: news.customerIds })}\n\n`);
      });
      const beat = setInterval(() => out.write(': \n\n'), heartbeatMs);
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
