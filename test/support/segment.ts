import { find } from '../../src/shared/customers.ts';
import { makeSource, sources } from '../../src/shared/intake.ts';
import { recall } from '../../src/shared/memory.ts';
import { openHouse, type TestHouse } from './house.ts';

/** How one message or batch is sent: with another key, further headers, or these bytes in place of JSON. */
export interface PostOptions {
  readonly key?: string;
  readonly headers?: Record<string, string>;
  readonly bytes?: Buffer;
}

/** A house whose Segment door is open on a real port, with a source of its own. */
export type SegmentDoor = Awaited<ReturnType<typeof openSegmentDoor>>;

/** Opens a house with one server source; close its `house` in afterAll. */
export async function openSegmentDoor(options: Parameters<typeof openHouse>[0] = {}) {
  const house = await openHouse(options);
  await house.kept.app.listen({ host: '127.0.0.1', port: 0 });
  const address = house.kept.app.server.address();
  const origin = typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : '';
  const { writeKey, sourceId } = await newSource(house, 'Shop', 'server');

  async function post(path: string, body: unknown, options: PostOptions = {}) {
    const answer = await fetch(`${origin}${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Basic ${Buffer.from(`${options.key ?? writeKey}:`).toString('base64')}`,
        ...options.headers,
      },
      body: options.bytes === undefined ? JSON.stringify(body) : new Uint8Array(options.bytes),
    });
    return { status: answer.status, headers: answer.headers, body: await answer.json() };
  }

  async function customerOf(key: string) {
    const { customers } = await house.ask(find, { q: key }, house.administrator);
    return customers[0];
  }

  async function timelineOf(key: string) {
    const customer = await customerOf(key);
    if (customer === undefined) return [];
    const { events } = await house.ask(recall, { customer_id: customer.customer_id }, house.administrator);
    return events;
  }

  async function countsOf(id: string) {
    const { sources: all } = await house.ask(sources, {}, house.administrator);
    return all.find((source) => source.source_id === id);
  }

  return { house, origin, writeKey, sourceId, post, customerOf, timelineOf, countsOf };
}

/** A source of a shop in Madrid, with its write key. */
export async function newSource(house: TestHouse, name: string, kind: 'server' | 'browser') {
  const made = await house.ask(
    makeSource,
    { name, kind, channel: 'web', zone: 'Europe/Madrid', currency: 'EUR', language: 'es' },
    house.administrator,
  );
  return { writeKey: made.write_key ?? '', sourceId: made.source_id };
}
