import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { quoted, tablesToCopy } from '../platform/database/backup.ts';
import { codeOf, isDamage } from './exit.ts';

/** A table that cannot be read whole, with PostgreSQL's words: the page at fault. */
export interface Unreadable {
  readonly table: string;
  readonly why: string;
}

/** Reads every row of every table to its end, so that PostgreSQL holds each page against its checksum. */
export async function readTables(
  client: pg.Client,
  onTable: (name: string, done: number, total: number) => void,
): Promise<{ rows: number; tables: number; unreadable: Unreadable[] }> {
  const tables = await tablesToCopy(client);
  const unreadable: Unreadable[] = [];
  let rows = 0;
  for (const [done, table] of tables.entries()) {
    const name = `${table.schema}.${table.name}`;
    onTable(name, done, tables.length);
    try {
      const copy = client.query(copyTo(`copy ${quoted(table)} to stdout`));
      await pipeline(copy, new Writable({ write: (_chunk, _encoding, next) => next() }));
      rows += copy.rowCount;
    } catch (error) {
      if (!(error instanceof Error && isDamage(codeOf(error)))) throw error;
      unreadable.push({ table: name, why: error.message });
    }
  }
  return { rows, tables: tables.length, unreadable };
}

/** A source whose counts do not agree with each other or with its events. */
export interface Unreconciled {
  readonly source: string;
  readonly sent: number;
  readonly remembered: number;
  readonly duplicate: number;
  readonly quarantined: number;
  readonly events: number;
}

/** Every source with its counts and the events that it has. */
export async function listCounts(client: pg.ClientBase): Promise<Unreconciled[]> {
  const { rows } = await client.query(
    `select s.name as source, coalesce(t.sent, 0)::float8 as sent, coalesce(t.remembered, 0)::float8 as remembered,
       coalesce(t.duplicate, 0)::float8 as duplicate, coalesce(t.quarantined, 0)::float8 as quarantined,
       coalesce(e.events, 0)::float8 as events
     from intake.source s
     left join (select source_id, sum(sent) as sent, sum(remembered) as remembered, sum(duplicate) as duplicate,
       sum(quarantined) as quarantined from intake.tally group by 1) t using (source_id)
     left join (select source_id, count(*) as events from memory.event group by 1) e using (source_id)
     order by s.name`,
  );
  return rows.map((row) => ({
    source: String(row.source),
    sent: Number(row.sent),
    remembered: Number(row.remembered),
    duplicate: Number(row.duplicate),
    quarantined: Number(row.quarantined),
    events: Number(row.events),
  }));
}

/** What points to nothing, by kind: rows without the row that they belong to. */
const orphanChecks: readonly (readonly [string, string])[] = [
  [
    'event without its customer',
    'select count(*) from memory.event e where not exists (select from customers.customer c where c.customer_id = e.customer_id)',
  ],
  [
    'event of an unknown source',
    'select count(*) from memory.event e where not exists (select from intake.source s where s.source_id = e.source_id)',
  ],
  [
    'message without its event',
    `select count(*) from intake.message m where not exists
       (select from memory.event e where e.customer_id = m.customer_id and e.event_id = m.event_id)`,
  ],
  [
    'purchase without its event',
    `select count(*) from memory.purchase p where not exists
       (select from memory.event e where e.customer_id = p.customer_id and e.event_id = p.event_id)`,
  ],
  [
    'attachment without its event',
    `select count(*) from memory.attachment a where not exists
       (select from memory.event e where e.customer_id = a.customer_id and e.event_id = a.event_id)`,
  ],
  [
    'identity key without its customer',
    'select count(*) from customers.identity_key k where not exists (select from customers.customer c where c.customer_id = k.customer_id)',
  ],
  [
    'claim without its customer',
    'select count(*) from customers.identity_claim k where not exists (select from customers.customer c where c.customer_id = k.customer_id)',
  ],
  [
    'event with an unknown agreement',
    `select count(*) from memory.event e where e.agreement_id is not null and not exists
       (select from customers.agreement a where a.agreement_id = e.agreement_id)`,
  ],
];

/** How many rows point to nothing, by kind; only kinds that have some. */
export async function listOrphans(
  client: pg.ClientBase,
  onCheck: (done: number, total: number) => void,
): Promise<{ what: string; rows: number }[]> {
  const found: { what: string; rows: number }[] = [];
  for (const [done, [what, statement]] of orphanChecks.entries()) {
    onCheck(done, orphanChecks.length);
    const { rows } = await client.query(statement);
    const count = Number(rows[0]?.count);
    if (count > 0) found.push({ what, rows: count });
  }
  return found;
}

/** What waits to be delivered to the listeners, and what was parked. */
export async function findDelivery(
  client: pg.ClientBase,
): Promise<{ waiting: number; parked: number; parkedCustomers: number }> {
  const { rows } = await client.query(
    `select (select count(*) from platform.outbox o where exists
         (select from platform.cursor c where (o.tx, o.seq) > (c.tx, c.seq)))::float8 as waiting,
       (select count(*) from platform.parked)::float8 as parked,
       (select count(distinct customer_id) from platform.parked)::float8 as customers`,
  );
  return {
    waiting: Number(rows[0]?.waiting),
    parked: Number(rows[0]?.parked),
    parkedCustomers: Number(rows[0]?.customers),
  };
}

/** The content hashes of every file that a row names. */
export async function listNamedFiles(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query("select distinct encode(sha256, 'hex') as hex from memory.attachment");
  return rows.map((row) => String(row.hex));
}
