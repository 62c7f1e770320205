import { createHash } from 'node:crypto';
import pg from 'pg';

/** The write key of the source that benchmarks speak through. */
export const writeKey = 'wk_benchmark';

/** The key under which customer `n` is known. */
export function userOf(n: number): string {
  return `bench-${n}`;
}

/** Makes an organisation and a source, so that every check of the door is on. */
export async function prepare(client: pg.Client): Promise<void> {
  await client.query(`
    insert into staff.organisation
      (organisation_id, name, languages, zone, currency, country, working_week, set_up_at)
    values (gen_random_uuid(), 'Bench', '{en}', 'Europe/Madrid', 'EUR', 'ES', '[]', now())`);
  await client.query(
    `insert into intake.source (source_id, name, kind, write_key_hash, write_key_prefix, channel, zone, currency, language,
       made_at, made_by)
     values (gen_random_uuid(), 'Benchmark', 'server', $1, 'wk', 'web', 'Europe/Madrid', 'EUR', 'en', now(), 'bench')`,
    [createHash('sha256').update(writeKey).digest()],
  );
}

/** Events of each customer: one in each of so many parts of three years. */
const parts = 20;

/**
 * Fills the house with `customers` customers of 20 events each, by plain SQL on two connections: three years, eight words
 * an event out of 20 000, the commonest in more than a tenth of all events. Events lie in the table as they happened,
 * whosever they are, as in a house that heard them one after the other. The timeline's indexes are made at the end.
 */
export async function fill(url: string, customers: number, onProgress: (done: number) => void): Promise<void> {
  const clients = [new pg.Client({ connectionString: url }), new pg.Client({ connectionString: url })];
  const [first] = clients;
  if (first === undefined) throw new Error('there is a first');
  for (const client of clients) {
    await client.connect();
    await client.query(`set synchronous_commit = off; set statement_timeout = 0; set maintenance_work_mem = '1GB';
      set max_parallel_maintenance_workers = 2; set work_mem = '256MB'`);
  }
  const { rows } = await first.query(`select source_id from intake.source where name = 'Benchmark'`);
  const source = String(rows[0]?.source_id);
  const indexes = await dropIndexes(first);
  await fillCustomers(first, customers, source);
  let next = 0;
  let done = 0;
  const lane = async (client: pg.Client) => {
    await client.query(`
      create temp table word as
      select n, case when n % 3 = 0 then 'tarifa' when n % 3 = 1 then 'meter' else 'invoice' end || n as word
      from generate_series(0, 19999) n`);
    await client.query('create unique index on word (n)');
    while (next < parts) {
      await fillPart(client, next++, source);
      done += customers / parts;
      onProgress(done);
    }
  };
  await Promise.all(clients.map(lane));
  await first.query(`
    insert into customers.contact (customer_id, events, first_at, last_at, last_event_id, last_heard_at)
    select customer_id, count(*), min(happened_at), max(happened_at), max(event_id::text)::uuid, now()
    from memory.event group by 1`);
  await first.query('drop table filled');
  for (const index of indexes) await first.query(index);
  await first.query(`
    insert into memory.vocabulary (stem, events)
    select word, ndoc from ts_stat('select search from memory.event')
    union all select '', count(*) from memory.event`);
  await first.query('vacuum analyze');
  for (const client of clients) await client.end();
}

/** Drops the indexes of the timeline; gives back what makes them again. */
async function dropIndexes(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ drop: string; make: string }>(`
    select case when c.oid is null then format('drop index memory.%I', i.relname)
        else format('alter table memory.event drop constraint %I', c.conname) end as drop,
      case when c.oid is null then pg_get_indexdef(x.indexrelid)
        else format('alter table memory.event add constraint %I %s', c.conname, pg_get_constraintdef(c.oid)) end as make
    from pg_index x join pg_class i on i.oid = x.indexrelid left join pg_constraint c on c.conindid = x.indexrelid
    where x.indrelid = 'memory.event'::regclass order by x.indisprimary desc`);
  for (const row of rows) await client.query(row.drop);
  return rows.map((row) => row.make);
}

/** Customers with their keys, and for the time of filling a list of who is the how manieth. */
async function fillCustomers(client: pg.Client, customers: number, source: string): Promise<void> {
  await client.query(
    `create unlogged table filled as select n, gen_random_uuid() as id from generate_series(0, $1::int - 1) n`.replace(
      '$1',
      String(customers),
    ),
  );
  await client.query(`
    insert into customers.customer (customer_id, face_id, kind, state, name, language, country, made_at, made_by, find, sort_name)
    select id, id, case when n % 11 = 0 then 'organisation' else 'person' end, 'known', 'Customer ' || md5(n::text),
      (array['en','es','ru'])[1 + n % 3], (array['ES','RU','GB','MX','US'])[1 + n % 5],
      now() - random() * interval '3 years', 'bench', 'customer ' || md5(n::text) || ' bench-' || n, 'customer ' || md5(n::text)
    from filled`);
  await client.query(
    `insert into customers.identity_key (key_hash, kind, value, customer_id, source_id, evidence, verified_at)
     select sha256(('user:bench-' || n)::bytea), 'user', 'bench-' || n, id, $1, 'source', now() from filled`,
    [source],
  );
}

/** One event of each customer, somewhere in the part of the three years with this number, from 0. */
async function fillPart(client: pg.Client, part: number, source: string): Promise<void> {
  await client.query(
    `insert into memory.event (customer_id, event_id, happened_at, heard_at, source_id, kind, name, channel, direction,
       language, words, payload, search)
     select customer_id,
       encode(set_byte(set_byte(decode(lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0')
         || encode(substr(uuid_send(gen_random_uuid()), 7), 'hex'), 'hex'), 6, 112), 8, 128), 'hex')::uuid,
       at, now(), $1, 'track', name, channel, 'in', 'en', words,
       json_build_object('type', 'track', 'event', name, 'userId', 'bench-' || n, 'properties', json_build_object('words', words)),
       to_tsvector('memory.en', name || ' ' || words)
     from (
       select f.id as customer_id, f.n, f.at,
         (array['Order Completed','Call Ended','Page Viewed','Invoice Issued','Visit Made'])[1 + f.kind] as name,
         (array['web','phone','shop','email','app'])[1 + f.kind] as channel,
         (select string_agg(w.word, ' ') from (
           select floor(20000 * power(random(), 3 + 0 * (g + f.n)))::int as n from generate_series(1, 8) g) r
           join word w on w.n = r.n) as words
       from (
         select n, id, (n + $2::int) % 5 as kind,
           now() - interval '3 years' * (1 - ($2::int + random()) / $3::int) as at from filled order by at) f) x`,
    [source, part, parts],
  );
}
