import type pg from 'pg';

/** Moments made out of each event of the timeline: with 20 events of each customer, 40 moments. */
const ofEach = 2;

/**
 * Fills the house with judged contacts, two of each event of the timeline, by plain SQL: what the customer, an employee or
 * the facts said, the moments, accounts not yet counted, counts by day; an agreement of everybody, a tenth of them ended.
 */
export async function fillMoments(client: pg.Client): Promise<void> {
  await client.query(`set statement_timeout = 0; set synchronous_commit = off; set work_mem = '512MB';
    set maintenance_work_mem = '1GB'`);
  await client.query('begin');
  const { rows: indexes } = await client.query<{ drop: string; make: string }>(`
    select case when c.oid is null then format('drop index moments.%I', i.relname)
        else format('alter table %s drop constraint %I', x.indrelid::regclass, c.conname) end as drop,
      case when c.oid is null then pg_get_indexdef(x.indexrelid)
        else format('alter table %s add constraint %I %s', x.indrelid::regclass, c.conname, pg_get_constraintdef(c.oid)) end as make
    from pg_index x join pg_class i on i.oid = x.indexrelid left join pg_constraint c on c.conindid = x.indexrelid
    where x.indrelid in ('moments.moment'::regclass, 'moments.judgement'::regclass) order by x.indisprimary desc`);
  for (const { drop } of indexes) await client.query(drop);
  await client.query(`
    create unlogged table moments.filling as
    select e.customer_id, e.event_id, e.at, e.channel, gen_random_uuid() as moment_id, e.r, t.touchpoint,
      t.departments, case when r < 100 then -1 when r < 500 then 0 when r < 950 then 1 end as sign,
      case when r % 7 < 3 then 'customer' when r % 7 < 4 then 'employee' else 'event' end as source,
      (array['process', 'process', 'information', 'people', 'feeling', 'information+process'])[1 + r % 6] as failing
    from (
      select customer_id, event_id, channel, happened_at + interval '1 hour' * g as at,
        abs(hashtextextended(event_id::text, g)) % 1000 as r
      from memory.event, generate_series(1, ${ofEach}) g
      where name in ('Order Completed', 'Call Ended', 'Page Viewed', 'Invoice Issued', 'Visit Made')) e
      join (select touchpoint, departments, row_number() over (order by touchpoint) - 1 as n,
        count(*) over () as of from moments.touchpoint) t on t.n = (e.r * e.r / 1000) % t.of`);
  await client.query(`
    insert into moments.judgement (customer_id, moment_id, judgement_id, source, stage, at, contact_at, heard_at, event_id,
      base, process, emotional, touchpoint, channel, departments, by)
    select customer_id, moment_id, event_id, source, 'interaction', at, at, at, event_id, case when sign = 0 then 3 end,
      case when sign = -1 then 2 when sign = 1 then 4 end, case when sign = -1 then 2 when sign = 1 then 5 end,
      touchpoint, channel, departments, 'bench'
    from moments.filling`);
  await client.query(`
    insert into moments.moment (customer_id, moment_id, at, heard_at, sign, severity, own, source, kind, failing, cause,
      process, emotional, stages, touchpoint, channel, departments, owner_department, event_id, day_on)
    select customer_id, moment_id, at, at, sign, case when sign = -1 and r % 10 = 0 then 2 else 1 end,
      coalesce(sign = 1 and source = 'customer', false), source, case when sign = -1 then (array['treatment', 'product', 'both', null])[1 + r % 4] end,
      case when sign = -1 then failing else '' end, 'rated', case when sign = -1 then 2 when sign = 1 then 4 end,
      case when sign = -1 then 2 when sign = 1 then 5 end,
      jsonb_build_array(jsonb_build_object('stage', (array['interaction', 'interaction', 'remembrance', 'perception'])[1 + r % 4],
        'sign', sign, 'failing', case when sign = -1 then to_jsonb(string_to_array(failing, '+')) else '[]'::jsonb end)),
      touchpoint, channel, departments, case when sign = -1 then departments[1] end, event_id,
      (at at time zone 'Europe/Madrid')::date
    from moments.filling`);
  await client.query('drop table moments.filling');
  for (const { make } of indexes) await client.query(make);
  await client.query(`
    insert into moments.account (customer_id) select customer_id from customers.customer on conflict do nothing`);
  await client.query(`
    insert into moments.tally (stage, day_on, touchpoint, department, sign, failing, kind, moments)
    select s.stage, day_on, touchpoint, coalesce(owner_department, departments[1], ''), coalesce(sign, 9), failing,
      case when s.stage = 'all' then coalesce(kind, '') else '' end, count(*)
    from moments.moment m cross join lateral (select 'all' as stage union all select stages -> 0 ->> 'stage') s
    group by 1, 2, 3, 4, 5, 6, 7`);
  await client.query(`
    insert into customers.agreement (customer_id, agreement_id, number, kind, line, since, until, made_at, made_by)
    select customer_id, gen_random_uuid(), 'bench', 'contract', 'electricity', current_date - 1200,
      case when hashtext(customer_id::text) % 10 = 0 then current_date - abs(hashtext(customer_id::text)) % 300 end, now(), 'bench'
    from customers.customer on conflict do nothing`);
  await client.query('commit');
  await client.query(
    'vacuum analyze moments.moment, moments.judgement, moments.account, moments.tally, customers.agreement',
  );
}
