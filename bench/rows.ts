import { performance } from 'node:perf_hooks';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { request } from 'undici';
import { pathOf } from '../src/shared/contract.ts';
import { showImport, startImport, uploaded, uploadPath } from '../src/shared/imports.ts';
import { tillFile, tillMapping } from '../test/support/till.ts';
import { userOf, writeKey } from './fill.ts';
import { load, quantiles } from './load.ts';
import type { BenchServer } from './server.ts';

/** One line of the table: what was measured, beside its limit or its peer of the same run. */
export interface Row {
  readonly what: string;
  readonly measured: string;
  readonly against: string;
  readonly ratio: string;
  readonly reached: boolean | undefined;
}

export interface Bench {
  readonly server: BenchServer;
  readonly client: pg.Client;
  readonly customers: number;
}

const source = `Basic ${Buffer.from(`${writeKey}:`).toString('base64')}`;

function message(customers: number, n: number): object {
  const k = Math.floor(Math.random() * customers);
  return {
    type: 'track',
    userId: userOf(k),
    event: 'Product Viewed',
    messageId: `bench-${process.pid}-${n}-${Math.random()}`,
    timestamp: new Date(Date.now() - Math.random() * 3e10).toISOString(),
    properties: {
      product_id: `p${k % 500}`,
      name: `Lamp ${k % 97}`,
      words: `he looked at lamp meter${k % 20000} again`,
    },
  };
}

/** Batches over HTTP, durable, on random customers; beside COPY of the same rows into the same table. */
export async function ingestBatch({ server, client, customers }: Bench, events: number): Promise<Row[]> {
  const size = 500;
  const bodies = Array.from({ length: Math.ceil(events / size) }, (_b, b) => ({
    path: '/v1/batch',
    body: JSON.stringify({ batch: Array.from({ length: size }, (_m, m) => message(customers, b * size + m)) }),
  }));
  const warm = bodies.splice(0, Math.ceil(bodies.length / 5));
  await load(server.origin, warm, { connections: 6, authorization: source });
  const run = await load(server.origin, bodies, { connections: 6, authorization: source });
  const rate = (run.count * size) / (run.ms / 1_000);
  const copied = await copyRate(client, Math.min(events, 40_000));
  return [
    {
      what: `batch ingest, ${size} a batch`,
      measured: `${rate.toFixed(0)} events/s, p99 ${run.p99.toFixed(0)} ms a batch`,
      against: `COPY into the same table and indexes: ${copied.toFixed(0)}/s (½ wanted); 6 × 1 700/s`,
      ratio: `${(rate / copied).toFixed(2)} of COPY; ${(rate / 1_700).toFixed(1)} × 1 700`,
      reached: rate >= copied / 2 && rate >= 10_200,
    },
  ];
}

async function copyRate(client: pg.Client, rows: number): Promise<number> {
  await client.query(`
    create temp table copied as
    select gen_random_uuid() as customer_id, event_id, happened_at, heard_at, source_id, kind, name, channel, direction,
      touchpoint, staff, agreement_id, conversation_id, corrects_id, language, words, payload, search
    from memory.event limit ${rows}`);
  const { rows: lines } = await client.query<{ line: string }>(
    `select concat_ws(E'\\t', customer_id, event_id, happened_at, heard_at, source_id, kind, name, channel, direction, language,
       replace(replace(coalesce(words, ''), E'\\\\', ''), E'\\t', ' '),
       replace(payload::text, E'\\\\', E'\\\\\\\\'), replace(search::text, E'\\\\', E'\\\\\\\\')) as line from copied`,
  );
  await client.query('set synchronous_commit = on');
  const began = performance.now();
  const into = client.query(
    copyFrom(`copy memory.event (customer_id, event_id, happened_at, heard_at, source_id, kind, name, channel, direction,
      language, words, payload, search) from stdin`),
  );
  await pipeline(Readable.from(lines.map((row) => `${row.line}\n`)), into);
  const ms = performance.now() - began;
  await client.query(
    'delete from memory.event e using copied c where e.customer_id = c.customer_id and e.event_id = c.event_id',
  );
  await client.query('drop table copied');
  return lines.length / (ms / 1_000);
}

/** Single calls, grouped into commits by the server. */
export async function ingestSingle({ server, customers }: Bench, events: number): Promise<Row[]> {
  const bodies = Array.from({ length: events }, (_m, m) => ({
    path: '/v1/track',
    body: JSON.stringify(message(customers, m)),
  }));
  const warm = bodies.splice(0, Math.ceil(bodies.length / 5));
  await load(server.origin, warm, { connections: 64, authorization: source });
  const run = await load(server.origin, bodies, { connections: 64, authorization: source });
  const rate = run.count / (run.ms / 1_000);
  return [
    {
      what: 'single events, 64 connections',
      measured: `${rate.toFixed(0)}/s, p50 ${run.p50.toFixed(1)} ms, p99 ${run.p99.toFixed(1)} ms`,
      against: '≥ 3 000/s with p99 ≤ 50 ms',
      ratio: (rate / 3_000).toFixed(2),
      reached: rate >= 3_000 && run.p99 <= 50,
    },
  ];
}

async function someCustomers(client: pg.Client, count: number): Promise<string[]> {
  const { rows } = await client.query<{ customer_id: string }>(
    'select customer_id from customers.customer where made_by = $1 order by random() limit $2',
    ['bench', count],
  );
  return rows.map((row) => row.customer_id);
}

/** The brief and the last 50 events of random customers over HTTP; beside the last 50 by SQL alone. */
export async function recall({ server, client }: Bench): Promise<Row[]> {
  const ids = await someCustomers(client, 3_000);
  const ask = (id: string) => ({ path: `/api/v1/memory/recall?customer_id=${id}&limit=50` });
  const options = { connections: 1, authorization: `Bearer ${server.token}` };
  const cold = await load(server.origin, ids.slice(0, 500).map(ask), options);
  const warm = await load(server.origin, ids.slice(500).map(ask), options);
  const alone: number[] = [];
  for (const id of ids.slice(0, 1_000)) {
    const began = performance.now();
    await client.query('select * from memory.event where customer_id = $1 order by event_id desc limit 50', [id]);
    alone.push(performance.now() - began);
  }
  const sql = quantiles(alone);
  return [
    {
      what: 'recall: brief + last 50',
      measured: `p50 ${warm.p50.toFixed(2)} ms, p99 ${warm.p99.toFixed(2)} ms (first 500: p99 ${cold.p99.toFixed(1)})`,
      against: `p50 ≤ 3, p99 ≤ 15; last 50 by SQL alone p50 ${sql.p50.toFixed(2)}, p99 ${sql.p99.toFixed(2)}`,
      ratio: `${(warm.p50 / sql.p50).toFixed(1)} × SQL`,
      reached: warm.p50 <= 3 && warm.p99 <= 15,
    },
  ];
}

/** 200 fixed searches over the whole history: a quarter on words that stand in more than a tenth of the events. */
export async function search({ server }: Bench): Promise<Row[]> {
  const kind = (n: number) => (n % 3 === 0 ? 'tarifa' : n % 3 === 1 ? 'meter' : 'invoice');
  const queries = Array.from({ length: 200 }, (_q, at) => {
    if (at % 4 === 0) return ['order completed', 'call', 'visit made', 'invoice issued'][(at / 4) % 4] ?? 'call';
    const n = at % 4 === 1 ? at * 97 : at % 4 === 2 ? at : at * 31;
    return at % 4 === 3 ? `${kind(n % 20_000)}${n % 20_000} call` : `${kind(n % 20_000)}${n % 20_000}`;
  });
  const options = { connections: 1, authorization: `Bearer ${server.token}` };
  const run = await load(
    server.origin,
    queries.map((q) => ({ path: `/api/v1/memory/search?limit=50&q=${encodeURIComponent(q)}` })),
    options,
  );
  return [
    {
      what: 'search over the whole history',
      measured: `p50 ${run.p50.toFixed(1)} ms, p95 ${run.p95.toFixed(1)} ms, p99 ${run.p99.toFixed(1)} ms`,
      against: 'p95 ≤ 150 ms',
      ratio: (run.p95 / 150).toFixed(2),
      reached: run.p95 <= 150,
    },
  ];
}

/** 100 rows of the list under each filter and order that the contract names. */
export async function list({ server }: Bench): Promise<Row[]> {
  const filters = [
    '',
    'sort=made',
    'sort=name',
    'state=known',
    'state=pending',
    'kind=organisation',
    'language=ru',
    'country=GB',
    'country=ZZ',
    'q=bench-77',
    'language=es&kind=organisation&country=MX',
    `last_since=${encodeURIComponent(new Date(Date.now() - 864e5).toISOString())}`,
    `last_until=${encodeURIComponent(new Date(Date.now() - 300 * 864e5).toISOString())}`,
  ];
  const requests = Array.from({ length: 15 }, () => filters).flat();
  const options = { connections: 1, authorization: `Bearer ${server.token}` };
  const run = await load(
    server.origin,
    requests.map((filter) => ({ path: `/api/v1/customers/list?limit=100&${filter}` })),
    options,
  );
  return [
    {
      what: `list of 100 customers, ${filters.length} filters`,
      measured: `p50 ${run.p50.toFixed(1)} ms, p95 ${run.p95.toFixed(1)} ms, p99 ${run.p99.toFixed(1)} ms`,
      against: 'p95 ≤ 100 ms',
      ratio: (run.p95 / 100).toFixed(2),
      reached: run.p95 <= 100,
    },
  ];
}

/** A CSV file of one event a row through the import's own door, from upload to done; beside COPY of as many rows. */
export async function importRows({ server, client, customers }: Bench, rows: number): Promise<Row[]> {
  const body = tillFile(rows, (n) => ({
    who: userOf(n % customers),
    said: `bought thing meter${n % 20_000} again`,
  }));
  const headers = { authorization: `Bearer ${server.token}` };
  const began = performance.now();
  const sent = await request(`${server.origin}${uploadPath}?name=bench-${process.pid}.csv`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/octet-stream' },
    body,
  });
  const { file } = uploaded.parse(await sent.body.json());
  const started = await request(`${server.origin}${pathOf(startImport)}`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ file, name: 'Bench file', mapping: tillMapping, dry: false, again: true }),
  });
  const { import_id: importId } = startImport.reply.parse(await started.body.json());
  for (;;) {
    const asked = await request(`${server.origin}${pathOf(showImport)}?import_id=${importId}`, { headers });
    const { state, error } = showImport.reply.parse(await asked.body.json());
    if (state === 'done') break;
    if (state === 'failed') throw new Error(`the import failed: ${error}`);
    await pause(100);
  }
  const rate = rows / ((performance.now() - began) / 1_000);
  const copied = await copyRate(client, Math.min(rows, 40_000));
  return [
    {
      what: `import of a file, ${rows} rows of one event`,
      measured: `${rate.toFixed(0)} rows/s; server ${((await server.memory()) / 1e6).toFixed(0)} MB after`,
      against: `COPY into the event table and its indexes: ${copied.toFixed(0)}/s (½ wanted)`,
      ratio: `${(rate / copied).toFixed(2)} of COPY`,
      reached: rate >= copied / 2,
    },
  ];
}
