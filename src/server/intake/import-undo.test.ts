import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asHouse } from '../../../test/support/call.ts';
import { openHouse, type TestHouse } from '../../../test/support/house.ts';
import { importFile, settleImports } from '../../../test/support/import.ts';
import { picture } from '../../../test/support/picture.ts';
import { showImport, undoImport } from '../../shared/imports.ts';
import { makeSource } from '../../shared/intake.ts';
import { capture } from '../memory/capture-service.ts';
import { segmentMessage } from './segment-message.ts';
import { takeInWith } from './take-in.ts';

const agreements = `
dates: [yyyy-MM-dd]
zone: Europe/Madrid
row:
  - type: identify
    when: [{ column: phone, empty: false }]
    keys: { user: "{id}", phone: "{phone}" }
    message_id: "customer:{id}"
  - type: track
    event: Agreement Started
    keys: { user: "{id}" }
    message_id: "agreement:{number}:{when}"
    time: when
    properties: { number: number, line: line, place: place, since: when, until: until }
`;
const mapping = `
dates: [yyyy-MM-dd]
zone: Europe/Madrid
row:
  - type: identify
    keys: { user: "{id}" }
    message_id: "customer:{id}"
    traits: { name: name }
`;
let house: TestHouse;
let sourceId: string;
beforeAll(async () => {
  house = await openHouse();
  const made = await house.ask(
    makeSource,
    { name: 'Shop', kind: 'server', channel: 'shop', zone: 'Europe/Madrid', currency: 'EUR', language: 'es' },
    house.administrator,
  );
  sourceId = made.source_id;
});
afterAll(() => house?.close());

/** Imports `people`, and returns what undoes it. */
async function importPeople(name: string, people: readonly string[]): Promise<() => Promise<string>> {
  const file = `id,name\n${people.map((id) => `${id},Name of ${id}`).join('\n')}\n`;
  const done = await importFile(house, name, file, { mapping });
  expect(done).toMatchObject({ state: 'done', customers_made: people.length });
  return async () => {
    await house.ask(undoImport, { import_id: done.import_id }, house.administrator);
    for (let tries = 0; tries < 20; tries++) {
      await settleImports(house);
      const { state } = await house.ask(showImport, { import_id: done.import_id }, house.administrator);
      // Whoever waited too long for others goes on a moment later.
      if (state !== 'undoing') return state;
    }
    return 'never';
  };
}

const customerOf = async (user: string) => {
  const rows = await house.rows(`select customer_id from customers.identity_key where kind = 'user' and value = $1`, [
    user,
  ]);
  return rows.map((row) => String(row['customer_id']));
};

/** Events whose customer is nowhere. */
const orphans = () =>
  house.rows(
    'select e.event_id from memory.event e where customer_id not in (select customer_id from customers.customer)',
  );

const terms = {
  kind: 'server',
  channel: 'shop',
  zone: 'Europe/Madrid',
  currency: 'EUR',
  language: 'es',
  country: 'ES',
} as const;

describe('an import of what was there already is undone', () => {
  const head = 'id,phone,number,when,line,place,until\n';

  it('agreements that it changed are as they were, those that it made are gone', async () => {
    const first = `${head}d1,,K-1,2024-01-05,Power,Calle Uno 1,\nd2,,K-2,2024-02-05,Gas,Calle Dos 2,\n`;
    await importFile(house, 'terms', first, { mapping: agreements });
    const before = await picture(house);
    const lines = Array.from({ length: 700 }, (_, n) => `d9${n},,K-9${n},2024-03-01,Gas,Calle Nueve ${n},`);
    // Told twice, far apart, so that two parts of one chunk change the same agreement.
    const then = `d1,,K-1,2024-04-05,Solar,Calle Tres 3,2026-01-01\n${lines.join('\n')}\nd1,,K-1,2024-05-05,Wind,,2026-02-01\n`;
    const done = await importFile(house, 'terms 2', `${head}${then}`, { mapping: agreements, source: 'terms' });
    expect(done).toMatchObject({ state: 'done', events: 702, bad: 0 });
    const told = () => house.rows(`select line, place, until from customers.public_agreement where number = 'K-1'`);
    expect(await told()).toEqual([{ line: 'Wind', place: 'Calle Tres 3', until: '2026-02-01' }]);
    await house.ask(undoImport, { import_id: done.import_id }, house.administrator);
    await settleImports(house);
    expect(await told()).toEqual([{ line: 'Power', place: 'Calle Uno 1', until: null }]);
    expect(await picture(house)).toEqual(before);
  });

  it('a key that it made shared by many is again the key of whoever held it', async () => {
    const row = (id: string, number: string) => `${id},+34600111222,${number},2024-01-05,Power,Calle,`;
    const some = ['e0', 'e1', 'e2'].map((id) => row(id, `E-${id}`));
    await importFile(house, 'shared', `${head}${some.join('\n')}\n`, { mapping: agreements });
    const before = await picture(house);
    const more = ['e3', 'e4', 'e5', 'e6', 'e7'].map((id) => row(id, `E-${id}`));
    const done = await importFile(house, 'shared 2', `${head}${more.join('\n')}\n`, {
      mapping: agreements,
      source: 'shared',
    });
    const blocked = () => house.rows(`select value from customers.blocked_key`);
    const held = () => house.rows(`select 1 from customers.public_identity_key where value = '+34600111222'`);
    expect([await blocked(), await held()]).toEqual([[{ value: '+34600111222' }], []]);
    await house.ask(undoImport, { import_id: done.import_id }, house.administrator);
    await settleImports(house);
    expect([await blocked(), await held()]).toMatchObject([[], [{}]]);
    expect(await picture(house)).toEqual(before);
  });
});

describe('an import is undone beside those who write to its customers', () => {
  it('whoever was found by a message that is not yet committed stays, the others go', async () => {
    const undo = await importPeople('beside', ['a1', 'a2', 'a3']);
    const raw = JSON.stringify({ type: 'track', userId: 'a2', event: 'Called', messageId: 'm-a2' });
    let undone = Promise.resolve('');
    await asHouse(house.kept, async (call) => {
      const message = segmentMessage.parse(JSON.parse(raw));
      await takeInWith(call, { ...terms, sourceId }, [{ message, raw }], { first: true });
      undone = undo();
      await pause(1_000);
      // He waits for us.
      expect(await customerOf('a2')).toHaveLength(1);
    });
    expect(await undone).toBe('undone');
    expect(await orphans()).toEqual([]);
    expect(await customerOf('a2')).toHaveLength(1);
    expect([...(await customerOf('a1')), ...(await customerOf('a3'))]).toEqual([]);
  });

  it('so does one to whom somebody just writes a contact by hand', async () => {
    const undo = await importPeople('by hand', ['b1', 'b2']);
    const [customerId = ''] = await customerOf('b1');
    let undone = Promise.resolve('');
    await asHouse(house.kept, async (call) => {
      await capture(call, { customer_id: customerId, channel: 'phone', direction: 'in', words: 'he rang' });
      undone = undo();
      await pause(1_000);
    });
    expect(await undone).toBe('undone');
    expect(await orphans()).toEqual([]);
    expect(await house.rows('select 1 from customers.customer where customer_id = $1', [customerId])).toHaveLength(1);
    expect(await customerOf('b2')).toEqual([]);
  });

  it('under a stream of messages each is on the timeline of a customer who is there', async () => {
    const people = Array.from({ length: 1_500 }, (_, n) => `c${n}`);
    const undo = await importPeople('stream', people);
    let isOver = false;
    let sent = 0;
    const lane = async (from: number) => {
      for (let n = from; !isOver; n += 4) {
        const message = {
          type: 'track' as const,
          userId: `c${(n * 37) % 1_500}`,
          event: 'Called',
          messageId: `m-c${n}`,
        };
        const taken = await asHouse(house.kept, (call) =>
          takeInWith(
            call,
            { ...terms, sourceId },
            [{ message: segmentMessage.parse(message), raw: JSON.stringify(message) }],
            {
              first: true,
            },
          ),
        );
        expect(taken.taken[0]?.outcome).toBe('remembered');
        sent += 1;
      }
    };
    const lanes = [0, 1, 2, 3].map(lane);
    await pause(200);
    const state = await undo();
    isOver = true;
    await Promise.all(lanes);
    expect(state).toBe('undone');
    expect(sent).toBeGreaterThan(20);
    expect(await orphans()).toEqual([]);
    const [counted] = await house.rows(`
      select count(*)::int as events from memory.event e join customers.identity_key k using (customer_id)
      where k.value like 'c%' and e.name = 'Called'`);
    expect(counted).toEqual({ events: sent });
  });
});
