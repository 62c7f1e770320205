import { readdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { uploadPath } from '../../src/shared/imports.ts';
import { purchases } from '../../src/shared/memory.ts';
import { openSegmentDoor, type SegmentDoor } from '../support/segment.ts';

// What becomes of events whose connection is cut, and of those that come in another order (B4, B5).
let door: SegmentDoor;
beforeAll(async () => {
  door = await openSegmentDoor();
});
afterAll(() => door.house.close());

const said = (event: string, no: number) => ({
  type: 'track',
  userId: `cut-${no % 5}`,
  messageId: `${event}-${no}`,
  event,
  timestamp: '2026-05-01T10:00:00Z',
});

/** Writes this share of a request, then cuts the connection; resolves when it is gone. */
async function cut(path: string, headers: Record<string, string>, body: Buffer, share: number): Promise<void> {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const head = `POST ${path} HTTP/1.1\r\nhost: x\r\n${lines.join('')}content-length: ${body.length}\r\n\r\n`;
  const socket = connect(Number(new URL(door.origin).port), '127.0.0.1');
  socket.on('error', () => undefined);
  await new Promise((done) =>
    socket.write(Buffer.concat([Buffer.from(head), body.subarray(0, body.length * share)]), done),
  );
  // Long enough for what came to be read.
  await new Promise((done) => setTimeout(done, 100));
  await new Promise((done) => {
    socket.once('close', done);
    socket.resetAndDestroy();
  });
}

const countOf = async (event: string) =>
  Number((await door.house.rows('select count(*)::int as n from memory.event where name = $1', [event]))[0]?.['n']);

describe('a connection that is cut', () => {
  const authorization = () => `Basic ${Buffer.from(`${door.writeKey}:`).toString('base64')}`;

  it.each([
    ['Cut Plain', 'identity', (text: string) => Buffer.from(text)],
    ['Cut Packed', 'gzip', (text: string) => gzipSync(text)],
  ] as const)(
    'at 60 % of a batch leaves nothing of it, and all of it sent again is there once: %s',
    async (event, encoding, pack) => {
      const batch = Array.from({ length: 400 }, (_one, no) => said(event, no));
      const headers = { authorization: authorization(), 'content-encoding': encoding };
      const before = await door.countsOf(door.sourceId);
      await cut('/v1/batch', headers, pack(JSON.stringify({ batch })), 0.6);
      expect(await countOf(event)).toBe(0);
      expect((await door.countsOf(door.sourceId))?.sent).toBe(before?.sent);
      expect((await door.post('/v1/batch', { batch })).body).toMatchObject({ remembered: 400, duplicate: 0 });
    },
  );

  it('before the answer has taken the batch whole, and sent again it is repeated, not doubled', async () => {
    const batch = Array.from({ length: 400 }, (_one, no) => said('Cut Late', no));
    await cut('/v1/batch', { authorization: authorization() }, Buffer.from(JSON.stringify({ batch })), 1);
    await expect.poll(() => countOf('Cut Late')).toBe(400);
    expect((await door.post('/v1/batch', { batch })).body).toMatchObject({ remembered: 0, duplicate: 400 });
    expect(await countOf('Cut Late')).toBe(400);
  });

  it('at 60 % of a file leaves no file, whole or in part', async () => {
    const folder = join(door.house.config.dataFolder, 'files');
    const before = (await readdir(folder, { recursive: true })).toSorted();
    const cookie = door.house.administrator.cookie;
    await cut(`${uploadPath}?name=cut.csv`, { cookie }, Buffer.from('id,name\n1,Ana\n'.repeat(50_000)), 0.6);
    await expect.poll(async () => (await readdir(folder, { recursive: true })).toSorted()).toEqual(before);
    expect(await door.house.rows('select 1 from intake.upload')).toEqual([]);
  });
});

describe('events in another order', () => {
  const orderOf = (userId: string) => {
    const order = (event: string, day: number, properties: object) => ({
      type: 'track',
      userId,
      event,
      messageId: `${userId}-${event}-${day}`,
      timestamp: `2026-04-0${day}T09:00:00Z`,
      properties: { order_id: `${userId}-o`, currency: 'EUR', ...properties },
    });
    return [
      order('Order Completed', 1, { total: 100 }),
      order('Order Updated', 2, { total: 80 }),
      order('Order Refunded', 3, { total: 30 }),
      { ...said('Said Then', 0), userId, messageId: `${userId}-said`, timestamp: '2026-04-04T09:00:00Z' },
    ];
  };
  const pictureOf = async (userId: string) => {
    const customer = await door.customerOf(userId);
    const input = { customer_id: customer?.customer_id ?? '' };
    const { purchases: all } = await door.house.ask(purchases, input, door.house.administrator);
    return {
      timeline: (await door.timelineOf(userId)).map((event) => event.name),
      money: all.map((one) => [one.kind, one.state, one.total_minor]).toSorted(),
    };
  };

  it('make the same timeline and the same sums', async () => {
    for (const message of orderOf('in-order')) await door.post('/v1/track', message);
    for (const message of orderOf('reversed').toReversed()) await door.post('/v1/track', message);
    const expected = await pictureOf('in-order');
    expect(expected.timeline).toEqual(['Said Then', 'Order Refunded', 'Order Updated', 'Order Completed']);
    expect(await pictureOf('reversed')).toEqual(expected);
  });
});
