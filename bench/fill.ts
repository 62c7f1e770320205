import { createHash } from 'node:crypto';
import type pg from 'pg';

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

/**
 * Fills the house with `customers` customers of 20 events each, by plain SQL: three years, eight words an event out of
 * 20 000, the commonest in more than a tenth of all events, a fifth of the events purchases.
 */
export async function fill(client: pg.Client, customers: number, onProgress: (done: number) => void): Promise<void> {
  await client.query('set synchronous_commit = off; set statement_timeout = 0');
  const { rows } = await client.query(`select source_id from intake.source where name = 'Benchmark'`);
  const source = String(rows[0]?.source_id);
  await client.query(`
    create temp table word as
    select n, case when n % 3 = 0 then 'tarifa' when n % 3 = 1 then 'meter' else 'invoice' end || n as word
    from generate_series(0, 19999) n`);
  await client.query('create unique index on word (n)');
  const step = 20_000;
  for (let from = 0; from < customers; from += step) {
    const to = Math.min(customers, from + step) - 1;
    await client.query('begin');
    await client.query(
      `create temp table who on commit drop as
       select n, gen_random_uuid() as id, (array['en','es','ru'])[1 + n % 3] as language,
         (array['ES','RU','GB','MX','US'])[1 + n % 5] as country
       from generate_series($1::int, $2::int) n`,
      [from, to],
    );
    await client.query(`
      insert into customers.customer (customer_id, face_id, kind, state, name, language, country, made_at, made_by, find, sort_name)
      select id, id, case when n % 11 = 0 then 'organisation' else 'person' end, 'known', 'Customer ' || md5(n::text),
        language, country, now() - random() * interval '3 years', 'bench', 'customer ' || md5(n::text) || ' bench-' || n, 'customer ' || md5(n::text)
      from who`);
    await client.query(
      `insert into customers.identity_key (key_hash, kind, value, customer_id, source_id, evidence, verified_at)
       select sha256(('user:bench-' || n)::bytea), 'user', 'bench-' || n, id, $1, 'source', now() from who`,
      [source],
    );
    await client.query(
      `insert into memory.event (customer_id, event_id, happened_at, heard_at, source_id, kind, name, channel, direction,
         language, words, payload, search)
       select id, encode(set_byte(set_byte(decode(lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0')
           || encode(substr(uuid_send(gen_random_uuid()), 7), 'hex'), 'hex'), 6, 112), 8, 128), 'hex')::uuid,
         at, now(), $1, 'track', name, channel, 'in', 'en', words,
         json_build_object('type', 'track', 'event', name, 'userId', 'bench-' || n, 'properties', json_build_object('words', words)),
         to_tsvector('memory.en', name || ' ' || words)
       from (
         select who.id, who.n, now() - random() * interval '3 years' as at,
           (array['Order Completed','Call Ended','Page Viewed','Invoice Issued','Visit Made'])[1 + e % 5] as name,
           (array['web','phone','shop','email','app'])[1 + e % 5] as channel,
           (select string_agg(w.word, ' ') from (
             select floor(20000 * power(random(), 3 + 0 * (g + e + who.n)))::int as n from generate_series(1, 8) g) r
             join word w on w.n = r.n) as words
         from who, generate_series(1, 20) e) x`,
      [source],
    );
    await client.query(`
      insert into customers.contact (customer_id, events, first_at, last_at, last_event_id, last_heard_at)
      select e.customer_id, count(*), min(happened_at), max(happened_at), max(event_id::text)::uuid, now()
      from memory.event e join who on who.id = e.customer_id group by 1`);
    await client.query('commit');
    onProgress(to + 1);
  }
  await client.query(`
    insert into memory.vocabulary (stem, events)
    select word, ndoc from ts_stat('select search from memory.event')
    union all select '', count(*) from memory.event`);
  await client.query('analyze');
}
