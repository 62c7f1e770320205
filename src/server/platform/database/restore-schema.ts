import type pg from 'pg';

interface Aside {
  drop: string;
  make: string;
}

const ours = "n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'";

async function foreignKeys(client: pg.ClientBase): Promise<Aside[]> {
  const { rows } = await client.query<Aside>(
    `select format('alter table %I.%I drop constraint %I', n.nspname, c.relname, k.conname) as drop,
       format('alter table %I.%I add constraint %I %s', n.nspname, c.relname, k.conname, pg_get_constraintdef(k.oid)) as make
     from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
     where k.contype = 'f' and k.conparentid = 0 and ${ours} order by n.nspname, c.relname, k.conname`,
  );
  return rows;
}

async function plainIndexes(client: pg.ClientBase): Promise<Aside[]> {
  const { rows } = await client.query<Aside>(
    `select format('drop index %I.%I', n.nspname, i.relname) as drop, pg_get_indexdef(x.indexrelid) as make
     from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class c on c.oid = x.indrelid
     join pg_namespace n on n.oid = i.relnamespace
     where ${ours} and c.relkind in ('r', 'p') and not i.relispartition and not x.indisunique and n.nspname <> 'graphile_worker'
     and not exists (select from pg_constraint k where k.conindid = x.indexrelid) order by n.nspname, i.relname`,
  );
  return rows;
}

/**
 * Takes foreign keys (tables come in any order) and plain indexes (built once is quicker than kept up) away, within the
 * caller's transaction; the answer makes them again, which checks every row.
 */
export async function putAside(client: pg.ClientBase): Promise<() => Promise<void>> {
  const keys = await foreignKeys(client);
  const indexes = await plainIndexes(client);
  for (const { drop } of [...keys, ...indexes]) await client.query(drop);
  return async () => {
    for (const { make } of [...indexes, ...keys]) await client.query(make);
  };
}

/**
 * Transaction numbers of the old server mean nothing on a new one, which may be far behind: every (tx, seq) of the
 * outbox, of its readers and of what is parked becomes (1, its place in the same order), before all that follows.
 */
export async function rebaseOutbox(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query("select to_regclass('platform.outbox') is not null as there");
  if (rows[0]?.there !== true) return;
  await client.query(`
    create temporary table place on commit drop as
      select tx, seq, dense_rank() over (order by tx, seq) as place
      from (select tx, seq from platform.outbox union select tx, seq from platform.cursor where tx > '0'
            union select tx, seq from platform.parked) known;
    -- By way of 0, which nobody has, so that no two rows meet on their key half-way.
    update platform.outbox o set tx = '0', seq = p.place from place p where (o.tx, o.seq) = (p.tx, p.seq);
    update platform.outbox set tx = '1';
    update platform.parked o set tx = '0', seq = p.place from place p where (o.tx, o.seq) = (p.tx, p.seq);
    update platform.parked set tx = '1';
    update platform.cursor o set tx = '1', seq = p.place from place p where (o.tx, o.seq) = (p.tx, p.seq);
    select setval(pg_get_serial_sequence('platform.outbox', 'seq'), greatest(1, (select max(place) from place)))`);
}

/** Jobs that a worker of the old server held are free again: that worker will not come back. */
export async function freeJobs(client: pg.ClientBase): Promise<void> {
  await client.query(`
    update graphile_worker._private_jobs set locked_at = null, locked_by = null where locked_at is not null;
    update graphile_worker._private_job_queues set locked_at = null, locked_by = null where locked_at is not null`);
}
