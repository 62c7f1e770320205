import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asHouse } from '../../../test/support/call.ts';
import { openHouse, type TestHouse } from '../../../test/support/house.ts';
import * as customers from '../../shared/customers.ts';
import * as agreements from '../../shared/customers-agreements.ts';
import * as merges from '../../shared/customers-merges.ts';
import { newId } from '../platform/ids.ts';
import { noteContacts } from './contact-service.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house?.close());

let made = 0;
async function person(name = `Person ${++made}`): Promise<string> {
  const reply = await house.ask(customers.make, { kind: 'person', name }, house.administrator);
  return reply.customer_id;
}
const about = { evidence: 'passport', reason: 'the same person' };
const merge = (from_id: string, to_id: string) =>
  house.ask(merges.merge, { from_id, to_id, ...about }, house.administrator);
const tryMerge = (from_id: string, to_id: string) =>
  house.send(merges.merge, { from_id, to_id, ...about }, house.administrator);
const unmerge = (customer_id: string, link_id: string) =>
  house.ask(merges.unmerge, { customer_id, link_id, reason: 'not the same' }, house.administrator);
const show = (customer_id: string) => house.ask(customers.show, { customer_id }, house.administrator);
const hear = (customerId: string, at: string, events = 1) =>
  asHouse(house.kept, (call) => {
    const instant = new Date(at);
    return noteContacts(call, [{ customerId, events, firstAt: instant, lastAt: instant, lastEventId: newId() }]);
  });

/** Everything that other rooms may read. */
async function publicViews(): Promise<unknown> {
  const views = await house.rows(`
    select table_name as name from information_schema.views
    where table_schema = 'customers' and table_name like 'public%' order by 1`);
  const all: unknown[] = [];
  for (const { name } of views) {
    all.push([name, await house.rows(`select * from customers.${String(name)} v order by v::text`)]);
  }
  return all;
}

async function facesOf(ids: readonly string[]): Promise<string[]> {
  const rows = await house.rows(
    'select customer_id, face_id from customers.public_customer where customer_id = any ($1)',
    [ids],
  );
  const faces = new Map(rows.map((row) => [row['customer_id'], String(row['face_id'])]));
  return ids.map((id) => faces.get(id) ?? '');
}

describe('a merge is a link that can be taken back', () => {
  it('reads two as one, and unmerging gives back exactly what was', async () => {
    const [a, b] = [await person('Ana A'), await person('Ana B')];
    await house.ask(
      customers.addKey,
      { customer_id: a, key: { kind: 'email', value: 'ana-a@example.org' }, evidence: 'mail answered' },
      house.administrator,
    );
    await house.ask(
      agreements.makeAgreement,
      { customer_id: b, number: 'AG-1', kind: 'contract', place: 'Calle Uría 3' },
      house.administrator,
    );
    const before = await publicViews();
    const { link_id, face_id } = await merge(a, b);
    expect(face_id).toBe(b);
    const merged = await show(a);
    expect(merged).toMatchObject({ customer_id: b, face_id: b, name: 'Ana B' });
    expect(merged.keys).toMatchObject([{ customer_id: a, value: 'ana-a@example.org', evidence: 'mail answered' }]);
    expect(merged.agreements).toMatchObject([{ customer_id: b, number: 'AG-1' }]);
    expect(merged.links).toMatchObject([{ link_id, from: { name: 'Ana A' }, to: { name: 'Ana B' }, undone_at: null }]);
    await unmerge(a, link_id);
    expect(await publicViews()).toEqual(before);
    expect((await show(a)).links).toMatchObject([{ link_id, undone_at: expect.any(String) }]);
  });

  it('what was recorded meanwhile stays with whom it was recorded for', async () => {
    const [a, b] = [await person(), await person()];
    await hear(a, '2026-01-05T10:00:00Z', 2);
    const { link_id } = await merge(a, b);
    await hear(a, '2026-02-05T10:00:00Z');
    await hear(b, '2026-03-05T10:00:00Z');
    const listed = await house.ask(customers.find, { q: (await show(b)).name ?? '' }, house.administrator);
    expect(listed.customers.find((card) => card.customer_id === b)).toMatchObject({
      events: 4,
      last_at: '2026-03-05T10:00:00.000Z',
    });
    await unmerge(b, link_id);
    const contact = await house.rows(
      'select customer_id, events from customers.public_contact where customer_id = any ($1)',
      [[a, b]],
    );
    expect(new Map(contact.map((row) => [row['customer_id'], row['events']]))).toEqual(
      new Map([
        [a, 3],
        [b, 1],
      ]),
    );
  });

  it('a chain can be opened in the middle', async () => {
    const [a, b, c] = [await person(), await person(), await person()];
    const first = await merge(a, b);
    const second = await merge(b, c);
    expect(await facesOf([a, b, c])).toEqual([c, c, c]);
    await unmerge(a, first.link_id);
    expect(await facesOf([a, b, c])).toEqual([a, c, c]);
    await unmerge(c, second.link_id);
    expect(await facesOf([a, b, c])).toEqual([a, b, c]);
  });

  it('tells the rooms on the right, and writes down whose memory was used', async () => {
    const [a, b] = [await person(), await person()];
    const { link_id } = await merge(a, b);
    const told = await house.rows(
      `select customer_id, payload from platform.outbox where name = 'customers.merged' and payload->>'link_id' = $1`,
      [link_id],
    );
    expect(told.map((row) => row['customer_id']).sort()).toEqual([a, b].sort());
    expect(told[0]?.['payload']).toMatchObject({ from_id: a, to_id: b, member_ids: [a] });
  });
});

describe('what cannot be merged is refused', () => {
  it('one already, a ring, undone twice', async () => {
    const [a, b, c] = [await person(), await person(), await person()];
    const { link_id } = await merge(a, b);
    await merge(b, c);
    expect(await tryMerge(a, b)).toMatchObject({ status: 409, code: 'merge.already-one' });
    expect(await tryMerge(c, a)).toMatchObject({ status: 409, code: 'merge.already-one' });
    expect(await tryMerge(a, a)).toMatchObject({ status: 409, code: 'merge.already-one' });
    const preview = await house.ask(merges.previewMerge, { from_id: a, to_id: c }, house.administrator);
    expect(preview.blocked_by).toBe('merge.already-one');
    await unmerge(a, link_id);
    const again = await house.send(merges.unmerge, { customer_id: a, link_id, reason: 'again' }, house.administrator);
    expect(again).toMatchObject({ status: 409, code: 'merge.already-undone' });
  });

  it('more than 50 under one face', async () => {
    const face = await person('Crowded');
    for (let at = 1; at < 50; at++) await merge(await person(), face);
    const last = await person();
    expect(await tryMerge(last, face)).toMatchObject({ status: 409, code: 'merge.too-many' });
    expect(await tryMerge(face, last)).toMatchObject({ status: 409, code: 'merge.too-many' });
    const preview = await house.ask(merges.previewMerge, { from_id: last, to_id: face }, house.administrator);
    expect(preview).toMatchObject({ blocked_by: 'merge.too-many', to: { members: 50 } });
    expect(await facesOf([last])).toEqual([last]);
  });

  it('an id that never was answers like every other', async () => {
    const a = await person();
    const bodies = await Promise.all([
      house.send(customers.show, { customer_id: newId() }, house.administrator),
      tryMerge(a, newId()),
      house.send(merges.previewMerge, { from_id: newId(), to_id: a }, house.administrator),
      house.send(merges.unmerge, { customer_id: a, link_id: newId(), reason: 'x' }, house.administrator),
      house.send(merges.unmerge, { customer_id: newId(), link_id: newId(), reason: 'x' }, house.administrator),
    ]);
    const same = bodies.map((came) => ({ status: came.status, body: { ...Object(came.body), request_id: '' } }));
    expect(same.every((one) => one.status === 404)).toBe(true);
    expect(new Set(same.map((one) => JSON.stringify(one))).size).toBe(1);
  });

  it('by somebody without the right', async () => {
    const [a, b] = [await person(), await person()];
    const employee = await house.person('employee');
    const came = await house.send(merges.merge, { from_id: a, to_id: b, ...about }, employee);
    expect(came).toMatchObject({ status: 403, code: 'access.not-allowed' });
    expect(await facesOf([a, b])).toEqual([a, b]);
  });
});

describe('two clerks at once', () => {
  it('A into B and B into A: one wins, the other is refused', async () => {
    for (let round = 0; round < 10; round++) {
      const [a, b] = [await person(), await person()];
      const came = await Promise.all([tryMerge(a, b), tryMerge(b, a)]);
      expect(came.map((one) => one.status).sort()).toEqual([200, 409]);
      const faces = await facesOf([a, b]);
      expect(faces[0]).toBe(faces[1]);
    }
  });

  it('many merges among few: faces always equal what the links say', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => person()));
    const pick = (at: number) => all[at % all.length] ?? '';
    await Promise.all(Array.from({ length: 24 }, (_, at) => tryMerge(pick(at * 3), pick(at * 5 + 1))));
    const links = await house.rows(
      'select customer_id, to_id from customers.link where undone_at is null and customer_id = any ($1)',
      [all],
    );
    const to = new Map(links.map((row) => [String(row['customer_id']), String(row['to_id'])]));
    const end = (id: string): string => {
      const next = to.get(id);
      return next === undefined ? id : end(next);
    };
    expect(await facesOf(all)).toEqual(all.map(end));
  });
});

describe('a preview says what speaks for and against', () => {
  it('names, keys, kinds and countries', async () => {
    const a = await house.ask(
      customers.make,
      { kind: 'person', name: 'José Pérez', country: 'ES', keys: [{ kind: 'email', value: 'jose@example.org' }] },
      house.administrator,
    );
    const b = await house.ask(
      customers.make,
      { kind: 'organisation', name: 'Jose Perez', country: 'MX' },
      house.administrator,
    );
    const preview = await house.ask(
      merges.previewMerge,
      { from_id: a.customer_id, to_id: b.customer_id },
      house.administrator,
    );
    expect(preview.signs.map((sign) => `${sign.sign} ${sign.speaks}`)).toEqual([
      'same-name for',
      'other-kind against',
      'other-country against',
    ]);
    expect(preview).toMatchObject({ from: { keys: 1, members: 1 }, to: { keys: 0 }, blocked_by: null });
  });
});
