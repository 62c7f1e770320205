import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { openServer, type Server } from '../../src/server/cli/ask.ts';
import { startEmbedded } from '../../src/server/platform/database/embedded.ts';
import { type ImportShown, showImport, startImport, uploaded, uploadPath } from '../../src/shared/imports.ts';
import * as staff from '../../src/shared/staff.ts';
import { endCommands, launch } from '../support/command.ts';
import { setUpInput, tokenOf } from '../support/house.ts';
import { tillFile, tillMapping } from '../support/till.ts';

const data = await mkdtemp(join(tmpdir(), 'kept-import-kill-'));
const env = { KEPT_DATA: data };
const quiet = { debug() {}, info() {}, warn() {}, error: console.error };
const rows = 12_000;

afterAll(async () => {
  await endCommands();
  await rm(data, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
});

/** A file in which every hundredth row has no time that a calendar knows. */
function csv(): string {
  return tillFile(rows, (n) => ({
    who: `till-${n % 700}`,
    said: `bought thing number ${n}`,
    ...(n % 100 === 99 ? { at: '2026-02-31 10:00:00' } : {}),
  }));
}

async function open(said: Record<string, unknown>): Promise<Server> {
  return openServer(String(said['local_url']), { dataFolder: data, tls: undefined });
}

async function shown(server: Server, importId: string): Promise<ImportShown> {
  return server.ask(showImport, { import_id: importId });
}

test('an import killed half-way, twice, and gone on with: no row twice, none missing, the bad ones told with their lines', async () => {
  let running = launch(['start', '--json'], env);
  let said = await running.said;
  let server = await open(said);
  await server.ask(staff.setUp, setUpInput(tokenOf(String(said['set_up']))));
  const token = (await readFile(join(data, 'run', 'local-token'), 'utf8')).trim();
  const came = await server.send({
    method: 'POST',
    path: `${uploadPath}?name=till.csv`,
    type: 'application/octet-stream',
    body: csv(),
    authorization: `Bearer ${token}`,
  });
  const { file } = uploaded.parse(JSON.parse(came));
  const { import_id } = await server.ask(startImport, {
    file,
    name: 'Till',
    mapping: tillMapping,
    dry: false,
    again: false,
  });

  for (const share of [0.2, 0.55]) {
    for (;;) {
      const now = await shown(server, import_id);
      if (now.rows > rows * share || now.state === 'done') break;
      await pause(20);
    }
    expect((await shown(server, import_id)).state).toBe('running');
    server.close();
    running.child.kill('SIGKILL');
    await running.ended;
    running = launch(['start', '--json'], env);
    said = await running.said;
    server = await open(said);
  }
  await expect
    .poll(async () => (await shown(server, import_id)).state, { timeout: 90_000, interval: 300 })
    .toBe('done');
  expect(await shown(server, import_id)).toMatchObject({
    rows,
    bad: rows / 100,
    events: rows - rows / 100,
    duplicates: 0,
  });
  server.close();
  running.child.kill('SIGTERM');
  await running.ended;

  const database = await startEmbedded({ folder: join(data, 'database'), log: quiet });
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const { rows: found } = await client.query(`
    select payload->'properties'->>'n' as n, count(*)::int as times from memory.event where name = 'Till Sale' group by 1`);
  const { rows: lines } = await client.query('select line_no::int as line from intake.import_error order by 1');
  await client.end();
  await database.stop();
  const expected = Array.from({ length: rows }, (_row, n) => n).filter((n) => n % 100 !== 99);
  expect(found.every((row) => row.times === 1)).toBe(true);
  expect(found.map((row) => Number(row.n)).sort((a, b) => a - b)).toEqual(expected);
  expect(lines.map((row) => row.line)).toEqual(Array.from({ length: rows / 100 }, (_row, n) => n * 100 + 101));
}, 180_000);
