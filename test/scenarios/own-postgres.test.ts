import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openServer, type Server } from '../../src/server/cli/ask.ts';
import * as customers from '../../src/shared/customers.ts';
import * as intake from '../../src/shared/intake.ts';
import * as memory from '../../src/shared/memory.ts';
import * as staff from '../../src/shared/staff.ts';
import { command, endCommands, launch } from '../support/command.ts';
import { rowsAt } from '../support/database.ts';
import { setUpInput, tokenOf } from '../support/house.ts';

// A PostgreSQL of the house's own, as Debian packs it; skipped where it is not installed.
const binaries = '/usr/lib/postgresql/15/bin';
const asUser = process.getuid?.() === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : {};

function idOf(which: string): number {
  return Number(execFileSync('id', [which, 'nobody']).toString().trim());
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const address = server.address();
  server.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

describe.skipIf(!existsSync(join(binaries, 'postgres')))('a PostgreSQL 15 of your own, by DATABASE_URL', () => {
  let folder: string;
  let postmaster: ChildProcess;
  let url: string;
  let server: Server | undefined;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kept-own-'));
    await chmod(folder, 0o755);
    const cluster = join(folder, 'cluster');
    await writeFile(join(folder, 'password'), 'pw');
    await chmod(join(folder, 'password'), 0o644);
    if (asUser.uid !== undefined) await chown(folder, asUser.uid, asUser.gid);
    execFileSync(
      join(binaries, 'initdb'),
      ['-D', cluster, '-U', 'kept', '-A', 'scram-sha-256', `--pwfile=${folder}/password`, '-E', 'UTF8', '--locale=C'],
      { ...asUser, stdio: 'pipe' },
    );
    const port = await freePort();
    postmaster = spawn(
      join(binaries, 'postgres'),
      ['-D', cluster, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
      { ...asUser, stdio: 'ignore' },
    );
    url = `postgres://kept:pw@127.0.0.1:${port}/postgres`;
    for (let tries = 0; tries < 100; tries++) {
      const up = await rowsAt(url, 'select 1').then(
        () => true,
        () => false,
      );
      if (up) break;
      await pause(100);
    }
  }, 60_000);

  afterAll(async () => {
    server?.close();
    await endCommands();
    if (postmaster !== undefined && postmaster.exitCode === null) {
      postmaster.kill('SIGINT');
      await once(postmaster, 'exit');
    }
    await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  });

  it('is used instead of the embedded one: set up, told, recalled, searched, doctored', async () => {
    const data = join(folder, 'data');
    const env = { KEPT_DATA: data, DATABASE_URL: url };
    const { said } = launch(['start', '--json'], env);
    const says = await said;
    expect(existsSync(join(data, 'database'))).toBe(false);
    server = openServer(String(says['local_url']), { dataFolder: data, tls: undefined });
    await server.ask(staff.setUp, setUpInput(tokenOf(String(says['set_up']))));
    const source = await server.ask(intake.makeSource, {
      name: 'Till',
      kind: 'server',
      channel: 'shop',
      zone: 'Europe/Madrid',
      currency: 'EUR',
      language: 'es',
    });
    const authorization = `Basic ${Buffer.from(`${source.write_key}:`).toString('base64')}`;
    const batch = [
      {
        type: 'track',
        userId: 'a1',
        event: 'Call Ended',
        messageId: 'm1',
        properties: { channel: 'phone', words: 'Quería saber cuándo llegan las facturaciones' },
      },
    ];
    const answer = await fetch(`${says['local_url']}/v1/batch`, {
      method: 'POST',
      headers: { authorization },
      body: JSON.stringify({ batch }),
    });
    expect(await answer.json()).toMatchObject({ remembered: 1 });
    const found = await server.ask(customers.find, { q: 'a1' });
    const id = found.customers[0]?.customer_id ?? '';
    const { brief } = await server.ask(memory.recall, { customer_id: id });
    expect(brief.last_words?.words).toContain('facturaciones');
    const deadline = Date.now() + 15_000;
    let hits = 0;
    while (hits === 0 && Date.now() < deadline) {
      hits = (await server.ask(memory.search, { q: 'factura' })).hits.length;
      await pause(200);
    }
    expect(hits).toBe(1);
    const doctor = await command(['doctor', '--json'], env);
    expect(doctor.exit, doctor.out + doctor.err).toBe(0);
  }, 90_000);

  it('is refused where it may lose what it acknowledged', async () => {
    await rowsAt(url, 'alter system set synchronous_commit = off');
    await rowsAt(url, 'select pg_reload_conf()');
    await endCommands();
    const refused = await command(['start'], { KEPT_DATA: join(folder, 'other'), DATABASE_URL: url });
    expect(refused.exit).not.toBe(0);
    expect(refused.err).toContain('synchronous_commit');
  }, 30_000);
});
