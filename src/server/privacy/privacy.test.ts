import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openHouse, type SignedIn, type TestHouse } from '../../../test/support/house.ts';
import { endpoint, pathOf } from '../../shared/contract.ts';
import * as privacy from '../../shared/privacy.ts';
import { id } from '../../shared/scalars.ts';
import { type Area, answer, type House } from '../platform/area.ts';
import type { Use } from '../platform/http/gate.ts';
import { buildServer } from '../platform/http/server.ts';
import { Refusal } from '../platform/refuse.ts';
import { openDoorkeeper } from '../staff/doorkeeper.ts';
import { exportHead, readHeads } from './heads.ts';
import { moveFile } from './mover.ts';
import { openSpool, spoolFolder } from './spool.ts';
import { openUseLog } from './use-log.ts';
import { verifyChain } from './verify.ts';

let test: TestHouse;
let officer: SignedIn;
beforeAll(async () => {
  test = await openHouse();
  officer = await test.person('privacy-officer');
});
afterAll(() => test.close());

/** The same house as another server of it sees it. */
function otherServer(dataFolder = test.config.dataFolder): House {
  return { ...test.kept.house, config: { ...test.config, dataFolder, serverId: randomUUID() } };
}

function use(customerId: string = randomUUID()): Use {
  const at = new Date();
  return { customerId, at, actor: 'person:x', actorKind: 'person', purpose: 'service', verb: 'test.read' };
}

describe('a read of a customer', () => {
  it('is in the use log before it is answered: who, what, when and for what', async () => {
    const read = endpoint({
      name: 'test.read',
      method: 'GET',
      access: 'customers.read',
      purpose: 'service',
      summary: 'Reads a customer.',
      input: z.strictObject({ customer_id: id }),
      reply: z.strictObject({ ok: z.boolean() }),
    });
    const fake: Area = {
      name: 'test',
      answers: [
        answer(read, async (call, input) => {
          call.use([input.customer_id]);
          return { ok: true };
        }),
      ],
    };
    const house = otherServer();
    const log = await openUseLog(house);
    let full = false;
    const record = (uses: readonly Use[]) => {
      if (full) throw new Refusal('house.storage-full');
      log.record(uses);
    };
    const gate = { actorOf: openDoorkeeper(house).actorOf, recordUses: record };
    const app = await buildServer({ house, gate, areas: [fake], version: '0', webFolder: undefined });
    const customerId = randomUUID();
    const ask = () =>
      app.inject({
        method: 'GET',
        url: `${pathOf(read)}?customer_id=${customerId}`,
        headers: { cookie: officer.cookie },
      });
    expect((await ask()).statusCode).toBe(200);
    full = true;
    expect((await ask()).statusCode).toBe(507);
    await log.settled();
    const { uses, next } = await test.ask(privacy.uses, { customer_id: customerId }, officer);
    expect(next).toBeNull();
    expect(uses).toHaveLength(1);
    expect(uses[0]).toMatchObject({
      customer_id: customerId,
      actor_kind: 'person',
      role: 'privacy-officer',
      purpose: 'service',
      verb: 'test.read',
    });
    expect(JSON.stringify(uses)).not.toContain(officer.personId);
    await app.close();
    await log.close();
  });

  it('is paged, newest first', async () => {
    const log = await openUseLog(otherServer());
    const customerId = randomUUID();
    for (let n = 0; n < 5; n += 1) log.record([use(customerId)]);
    await log.settled();
    const first = await test.ask(privacy.uses, { customer_id: customerId, limit: 3 }, officer);
    const rest = await test.ask(privacy.uses, { customer_id: customerId, limit: 3, cursor: first.next ?? '' }, officer);
    expect([first.uses.length, rest.uses.length, rest.next]).toEqual([3, 2, null]);
    expect(new Set([...first.uses, ...rest.uses].map((one) => one.use_id)).size).toBe(5);
    const bad = await test.send(privacy.uses, { customer_id: customerId, cursor: 'x' }, officer);
    expect(bad).toMatchObject({ status: 400, code: 'request.bad-cursor' });
    await log.close();
  });

  it('is seen by nobody but the privacy officer and the administrator', async () => {
    const manager = await test.person('manager');
    const input = { customer_id: randomUUID() };
    expect((await test.send(privacy.uses, input, manager)).status).toBe(403);
    expect((await test.send(privacy.verify, {}, manager)).status).toBe(403);
    expect((await test.send(privacy.uses, input, test.administrator)).status).toBe(200);
  });
});

describe('the spool', () => {
  it('loses no acknowledged use when its process is killed, and the next server takes it over, each once', async () => {
    const writer = spawn(process.execPath, [
      fileURLToPath(new URL('../../../test/support/write-spool.ts', import.meta.url)),
      test.config.dataFolder,
    ]);
    let said = '';
    writer.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.length > 37 * 2_500) writer.kill('SIGKILL');
    });
    await new Promise((done) => writer.once('close', done));
    const acknowledged = said.split('\n').slice(0, -1);
    expect(acknowledged.length).toBeGreaterThan(2_000);
    const logs = [await openUseLog(otherServer()), await openUseLog(otherServer())];
    await Promise.all(logs.map((log) => log.settled()));
    for (const log of logs) await log.close();
    const [found] = await test.rows(
      `select count(*)::int as uses, count(distinct customer_id)::int as customers from privacy.use
       where customer_id = any($1)`,
      [acknowledged],
    );
    expect(found).toEqual({ uses: acknowledged.length, customers: acknowledged.length });
    expect((await readdir(spoolFolder(test.config))).filter((name) => name.includes(`-${writer.pid}-`))).toEqual([]);
    expect((await verifyChain(test.kept.house.database.read, readHeads(test.config))).broken).toEqual([]);
  });

  it('adds nothing when a part that was moved comes again', async () => {
    const house = otherServer();
    const spool = openSpool(house.config);
    const customerId = randomUUID();
    spool.append([use(customerId), use(customerId)]);
    const part = spool.turn();
    if (part === undefined) throw new Error('nothing was appended');
    const again = `${part.path}.copy`;
    await copyFile(part.path, again);
    expect(await moveFile(house, part)).toMatchObject({ linkNo: 1 });
    expect(await moveFile(house, { path: again })).toBeUndefined();
    expect(await test.rows('select 1 from privacy.use where customer_id = $1', [customerId])).toHaveLength(2);
    spool.done(part);
    spool.close();
  });

  it('refuses the read when it cannot append', () => {
    const spool = openSpool(otherServer().config);
    spool.close();
    expect(() => spool.append([use()])).toThrow('house.storage-full');
  });
});

describe('the chain', () => {
  let house: House;
  beforeEach(async () => {
    await test.rows('delete from privacy.use');
    await test.rows('delete from privacy.chain');
    const dataFolder = join(test.config.dataFolder, randomUUID());
    await mkdir(dataFolder, { recursive: true });
    house = otherServer(dataFolder);
    const log = await openUseLog(house);
    for (let link = 0; link < 4; link += 1) {
      log.record([use(), use(), use()]);
      await log.settled();
    }
    await log.close();
  });

  const verify = () => verifyChain(test.kept.house.database.read, readHeads(house.config));

  it('is whole, link by link', async () => {
    expect(await verify()).toEqual({ links: 4, uses: 12, broken: [] });
    expect(readHeads(house.config).at(-1)).toMatchObject({ server_id: house.config.serverId, link_no: 4 });
  });

  it.each([
    ["update privacy.use set purpose = 'none' where link_no = 2 and leaf_no = 1", 2, 'use-changed'],
    ["update privacy.use set actor = 'person:y' where link_no = 3 and leaf_no = 0", 3, 'use-changed'],
    ['delete from privacy.use where link_no = 2 and leaf_no = 1', 2, 'use-missing'],
    ['delete from privacy.use where link_no = 4 and leaf_no = 2', 4, 'use-missing'],
    [
      `insert into privacy.use select gen_random_uuid(), use_id, at, actor, actor_kind, purpose, verb, server_id, link_no, leaf_no
       from privacy.use where link_no = 1 and leaf_no = 0`,
      1,
      'use-',
    ],
    [
      `insert into privacy.use select customer_id, gen_random_uuid(), at, actor, actor_kind, purpose, verb, server_id, link_no, 3
       from privacy.use where link_no = 2 and leaf_no = 0`,
      2,
      'use-added',
    ],
    [
      `insert into privacy.use select customer_id, gen_random_uuid(), at, actor, actor_kind, purpose, verb, server_id, 5, 0
       from privacy.use where link_no = 2 and leaf_no = 0`,
      5,
      'link-missing',
    ],
    ['delete from privacy.chain where link_no = 2', 2, 'link-missing'],
    ['update privacy.chain set leaves = leaves[1:2] where link_no = 2', 2, 'link-changed'],
    ['delete from privacy.chain where link_no = 4', 4, 'tail-missing'],
    [
      'with cut as (delete from privacy.use where link_no = 4) delete from privacy.chain where link_no = 4',
      4,
      'tail-missing',
    ],
    ['with cut as (delete from privacy.use) delete from privacy.chain', 1, 'tail-missing'],
  ])('shows %s', async (statement, linkNo, what) => {
    await test.rows(statement);
    const { broken } = await verify();
    expect(broken).toHaveLength(1);
    expect(broken[0]).toMatchObject({ server_id: house.config.serverId, link_no: linkNo });
    expect(broken[0]?.what).toContain(what);
  });

  it('shows a chain that was made anew after its head was written down', async () => {
    const heads = readHeads(house.config);
    const last = heads.at(-1);
    exportHead(house.config, { serverId: house.config.serverId, linkNo: 3, head: Buffer.alloc(32, 7) }, new Date());
    expect((await verify()).broken[0]).toMatchObject({ link_no: 3, what: 'link-changed' });
    expect(last?.link_no).toBe(4);
  });
});
