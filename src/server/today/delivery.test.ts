import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { asHouse } from '../../../test/support/call.ts';
import { openHouse, type SignedIn, type TestHouse } from '../../../test/support/house.ts';
import { type MailServer, openMailServer, readable } from '../../../test/support/mail-server.ts';
import { make } from '../../shared/customers.ts';
import { editMe } from '../../shared/staff.ts';
import { setMail } from '../../shared/staff-mail.ts';
import { prefer } from '../../shared/today.ts';
import { deliveries, sendAgain } from '../../shared/today-mail.ts';
import { heedMail } from '../staff/mail-settings.ts';
import { makeDigests, sendDue } from './delivery-service.ts';
import { awaitLines, settleLines } from './line-service.ts';
import { weighCustomers } from './stake-service.ts';
import { tell, tellingIdOf } from './telling-service.ts';

let house: TestHouse;
let server: MailServer;
let port: number;
let reader: SignedIn;
let customerId: string;
let told = 0;

beforeAll(async () => {
  server = await openMailServer();
  port = server.port;
  house = await openHouse();
  reader = await house.person('employee');
  const settings = { host: '127.0.0.1', port, security: 'none' as const, username: null };
  const from = { from_address: 'kept@luz.example', from_name: null };
  await house.ask(setMail, { ...settings, ...from }, house.administrator);
  await heedMail(house.kept.house);
  await house.ask(editMe, { language: 'es' }, reader);
  customerId = (await house.ask(make, { kind: 'person', name: 'Ana Ruiz' }, house.administrator)).customer_id;
});
afterAll(async () => {
  await house.close();
  await server.close();
});
beforeEach(() => {
  server.taken.length = 0;
  house.clock.set('2027-03-01T10:00:00Z');
});

/** Tells the reader something new; gives back the id under which its letters go. */
async function tellOne(): Promise<string> {
  told += 1;
  const tellingId = tellingIdOf('delivery', String(told));
  await asHouse(house.kept, (call) =>
    tell(call, [
      {
        tellingId,
        personId: reader.personId,
        customerId,
        kind: 'promises.late',
        word: 'promisesToday.line.late',
        slots: { due: { at: '2027-02-28T16:00:00Z' } },
        path: '/promises/one',
        at: call.now,
        lateSeconds: 7_200,
      },
    ]),
  );
  return `<${tellingId}@kept>`;
}
const send = () => sendDue(house.kept.house);
const stateOf = async (messageId: string) =>
  (
    await house.rows(`select state, tries, error from today.delivery where message_id = $1`, [
      messageId.replaceAll(/[<>]/g, ''),
    ])
  )[0];
const quietly = async (work: () => Promise<void>) => {
  const { log } = house.kept.house;
  Object.assign(house.kept.house, { log: { ...log, warn() {} } });
  await work();
  Object.assign(house.kept.house, { log });
};

describe('a telling by mail', () => {
  it('goes once, in the reader’s language, with the customer’s name, its page and by how much it is late', async () => {
    const id = await tellOne();
    await send();
    await send();
    expect(server.taken.map((one) => one.messageId)).toEqual([id]);
    const text = readable(server.taken[0] ?? { from: '', to: '', messageId: '', text: '' });
    expect(text).toContain('Con atraso: la promesa a Ana Ruiz vencía ayer, 17:00.');
    expect(text).toContain('http://127.0.0.1:7300/promises/one');
    expect(text).toContain('2 horas de atraso');
    expect(await stateOf(id)).toEqual({ state: 'sent', tries: 1, error: null });
  });

  it('that is greylisted goes a minute later, under the same id', async () => {
    const id = await tellOne();
    server.ways.greylist = true;
    await quietly(send);
    expect(await stateOf(id)).toEqual({ state: 'waiting', tries: 1, error: 'busy' });
    server.ways.greylist = false;
    await send();
    expect(server.taken).toEqual([]);
    house.clock.pass(61_000);
    await send();
    expect(server.taken.map((one) => one.messageId)).toEqual([id]);
  });

  it('waits while the mail server is down for an hour, and then goes once', async () => {
    await server.close();
    const id = await tellOne();
    for (let minute = 0; minute < 60; minute += 1) {
      await quietly(send);
      house.clock.pass(60_000);
    }
    expect(Number((await stateOf(id))?.['tries'])).toBe(6);
    server = await openMailServer({ port });
    for (let minute = 0; minute < 60; minute += 1) {
      await send();
      house.clock.pass(60_000);
    }
    expect(server.taken.map((one) => one.messageId)).toEqual([id]);
  });

  it('that nobody there takes has failed, visibly, and can be tried again', async () => {
    const id = await tellOne();
    server.ways.refuseReader = true;
    await quietly(send);
    server.ways.refuseReader = false;
    expect(await house.ask(deliveries, {}, house.administrator)).toMatchObject({
      failed: [{ error: 'reader-refused', tries: 1 }],
    });
    expect(await house.ask(sendAgain, {}, house.administrator)).toEqual({ again: 1 });
    await send();
    expect(server.taken.map((one) => one.messageId)).toEqual([id]);
  });

  it('is sent by two servers that work at once, each letter by one of them', async () => {
    const ids = [];
    for (let at = 0; at < 12; at += 1) ids.push(await tellOne());
    await Promise.all([send(), send(), send()]);
    expect(server.taken.map((one) => one.messageId).toSorted()).toEqual(ids.toSorted());
  });

  it('waits for the next server where this one is asked to end', async () => {
    const id = await tellOne();
    await sendDue(house.kept.house, AbortSignal.abort());
    expect(await stateOf(id)).toEqual({ state: 'waiting', tries: 0, error: null });
    await send();
    expect(server.taken.map((one) => one.messageId)).toEqual([id]);
  });

  it('is sent again, under the same id, by the next server when one died between sending and marking', async () => {
    const id = await tellOne();
    await killAt('after-send:1');
    expect(server.taken.map((one) => one.messageId)).toEqual([id]);
    expect(await stateOf(id)).toEqual({ state: 'waiting', tries: 1, error: null });
    house.clock.pass(61_000);
    await send();
    expect(server.taken.map((one) => one.messageId)).toEqual([id, id]);
    await send();
    expect(server.taken).toHaveLength(2);
  });
});

/** Sends what is due in a process of its own, which kills itself there. */
async function killAt(fault: string): Promise<void> {
  const child = spawn(
    process.execPath,
    ['test/support/send-due.ts', house.database.url, house.clock.now().toISOString()],
    {
      env: { KEPT_DATA: house.config.dataFolder, FAULT: fault, KEPT_LOG: 'silent' },
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  );
  const [code, signal] = await once(child, 'exit');
  expect([code, signal]).toEqual([null, 'SIGKILL']);
}

describe('the digest', () => {
  const digests = () => server.taken.map((one) => one.to).toSorted();

  it('comes once a working day from eight o’clock of the reader’s zone, with what awaits him', async () => {
    await house.ask(editMe, { zone: 'America/Bogota' }, reader);
    await asHouse(house.kept, (call) =>
      awaitLines(
        call,
        [1, 2].map((n) => ({
          customerId,
          room: 'promises',
          key: String(n),
          kind: 'promises.due-today',
          personId: reader.personId,
          until: new Date(n === 1 ? '2027-02-28T10:00:00Z' : '2027-03-05T17:00:00Z'),
          word: 'promisesToday.line.dueToday' as const,
          slots: { due: { at: '2027-03-05T17:00:00Z' } },
          path: '/promises/one',
        })),
      ),
    );
    await asHouse(house.kept, (call) => weighCustomers(call, [{ customerId, owed: 5, lost: true }]));
    const done = { customerId, room: 'promises', key: 'done', kind: 'promises.late', personId: reader.personId };
    house.clock.set('2027-02-28T20:00:00Z');
    await asHouse(house.kept, (call) => awaitLines(call, [{ ...done, word: 'promisesToday.line.late', path: '/' }]));
    await asHouse(house.kept, (call) => settleLines(call, [done], reader.personId));
    const round = async (at: string) => {
      house.clock.set(at);
      await makeDigests(house.kept.house);
      await makeDigests(house.kept.house);
      await send();
    };
    await round('2027-03-01T12:55:00Z');
    expect(digests()).toEqual([]);
    await round('2027-03-01T13:01:00Z');
    await round('2027-03-01T18:00:00Z');
    expect(digests()).toHaveLength(1);
    const text = readable(server.taken[0] ?? { from: '', to: '', messageId: '', text: '' });
    expect(text).toContain('Hoy le esperan 2 asuntos; 1 va con atraso.');
    expect(text).toContain('• CON ATRASO · Ana Ruiz · Por cumplir: una promesa para vie, 5 mar, 12:00');
    expect(text).toContain('  27 horas de atraso · le debemos 5 buenos momentos · puede que nos deje');
    expect(text.indexOf('CON ATRASO')).toBeLessThan(text.lastIndexOf('• Ana Ruiz'));
    expect(text).toMatch(/Ayer resolvió 1 asunto\.\s+Abrir/);
    await round('2027-03-06T18:00:00Z');
    await round('2027-03-07T18:00:00Z');
    expect(digests()).toHaveLength(1);
    await round('2027-03-08T13:30:00Z');
    expect(digests()).toHaveLength(2);
  });

  it('does not come to who wants none', async () => {
    const kinds = ['promises.due-soon', 'promises.due-today'] as const;
    const never = kinds.map((kind) => ({ kind, app: true, mail: 'never' as const }));
    await house.ask(prefer, { preferences: never }, reader);
    house.clock.set('2027-03-09T14:00:00Z');
    await makeDigests(house.kept.house);
    await send();
    expect(digests()).toEqual([]);
  });
});
