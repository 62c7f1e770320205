import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { startEmbedded } from '../src/server/platform/database/embedded.ts';
import { migrateAddress } from '../src/server/platform/database/migrate.ts';
import { feeling } from './feeling.ts';
import { fill, prepare } from './fill.ts';
import { moments } from './moments.ts';
import { promises } from './promises.ts';
import { type Bench, importRows, ingestBatch, ingestSingle, list, type Row, recall, search } from './rows.ts';
import { startServer } from './server.ts';
import { today } from './today.ts';

const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10000,100000' },
    only: { type: 'string' },
    events: { type: 'string', default: '60000' },
    open: { type: 'string', default: '1000000' },
    json: { type: 'string' },
    data: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
if (options.help) {
  process.stdout.write(
    'npm run bench -- [--sizes 10000,100000,1000000] [--only recall,search,list,import,batch,single,promises,moments,feeling,today] [--events 60000]\n    [--open 1000000] [--json FILE]\n' +
      '    [--data FOLDER]   keep the filled databases there, and go on with those that are there\n',
  );
  process.exit(0);
}
const quiet = { debug() {}, info() {}, warn() {}, error: console.error };
const results: { customers: number; events: number; rows: Row[] }[] = [];
for (const size of options.sizes.split(',').map(Number)) results.push(await measure(size));
print();
if (options.json !== undefined) await writeFile(options.json, JSON.stringify(results, undefined, 2));

async function measure(customers: number) {
  const folder =
    options.data === undefined ? await mkdtemp(join(tmpdir(), 'kept-bench-')) : join(options.data, `${customers}`);
  const database = await startEmbedded({ folder: join(folder, 'database'), log: quiet });
  await migrateAddress(database.url);
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    const { rows: there } = await client.query('select 1 from customers.customer limit 1');
    if (there.length === 0) {
      await prepare(client);
      await fill(database.url, customers, (done) => process.stderr.write(`\r${done} of ${customers} customers`));
      process.stderr.write('\n');
    }
    const rows = await measureAll(client, database.url, folder, customers);
    const { rows: counted } = await client.query('select count(*)::int as n from memory.event');
    return { customers, events: Number(counted[0]?.n), rows };
  } finally {
    await client.end();
    await database.stop();
    if (options.data === undefined) await rm(folder, { recursive: true, force: true });
  }
}

async function measureAll(client: pg.Client, url: string, folder: string, customers: number): Promise<Row[]> {
  const first = await startServer(url, folder);
  await first.stop();
  const server = await startServer(url, folder);
  await pause(3_000);
  const memory = await server.memory();
  const bench: Bench = { server, client, customers };
  const rows: Row[] = [
    {
      what: 'second start; idle memory',
      measured: `${server.startedMs.toFixed(0)} ms; ${(memory / 1e6).toFixed(0)} MB`,
      against: '≤ 3 000 ms; ≤ 250 MB',
      ratio: `${(server.startedMs / 3_000).toFixed(2)}; ${(memory / 250e6).toFixed(2)}`,
      reached: server.startedMs <= 3_000 && memory <= 250e6,
    },
  ];
  const parts: Record<string, () => Promise<Row[]>> = {
    recall: () => recall(bench),
    list: () => list(bench),
    search: () => search(bench),
    import: () => importRows(bench, Number(options.events)),
    batch: () => ingestBatch(bench, Number(options.events)),
    promises: () => promises(bench, Number(options.open)),
    moments: () => moments(bench, url),
    feeling: () => feeling(),
    today: () => today(bench),
    single: () => ingestSingle(bench, Math.round(Number(options.events) / 4)),
  };
  const wanted = options.only?.split(',') ?? Object.keys(parts);
  for (const name of wanted) rows.push(...((await parts[name]?.()) ?? []));
  await server.stop();
  return rows;
}

function print(): void {
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'processor'}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.versions.node}`;
  process.stdout.write(`\n${machine}; generator on the same machine\n`);
  for (const { customers, events, rows } of results) {
    process.stdout.write(`\n${customers} customers, ${events} events at the end\n`);
    for (const row of rows) {
      const sign = row.reached === undefined ? ' ' : row.reached ? '✓' : '✗';
      process.stdout.write(`${sign} ${row.what}: ${row.measured}\n    against ${row.against}; ratio ${row.ratio}\n`);
    }
  }
}
