import type pg from 'pg';
import type { Placement } from './placement.ts';

interface Key {
  table: string;
  name: string;
  kind: 'primary' | 'unique';
  columns: string[];
}

interface ForeignKey {
  table: string;
  name: string;
  to: string;
  columns: string[];
  toColumns: string[];
  onDelete: string;
}

/** Tables of rooms and the platform; PostgreSQL's, extensions' and the job runner's are not ours to place. */
const ours = `c.relkind in ('r', 'p') and not c.relispartition and n.nspname not like 'pg\\_%'
  and n.nspname not in ('information_schema', 'public', 'graphile_worker')`;
const named = "n.nspname || '.' || c.relname";

async function tableNames(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select ${named} as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${ours} order by 1`,
  );
  return rows.map((row) => row.name);
}

async function keysOf(client: pg.ClientBase): Promise<Key[]> {
  const { rows } = await client.query<Key>(
    `select ${named} as table, i.relname as name, case when x.indisprimary then 'primary' else 'unique' end as kind,
       coalesce(array_agg(a.attname::text) filter (where a.attname is not null), '{}') as columns
     from pg_index x join pg_class c on c.oid = x.indrelid join pg_namespace n on n.oid = c.relnamespace
     join pg_class i on i.oid = x.indexrelid
     left join pg_attribute a on a.attrelid = c.oid and a.attnum = any (x.indkey)
     where ${ours} and (x.indisunique or x.indisexclusion) group by 1, 2, 3 order by 1, 2`,
  );
  return rows;
}

async function foreignKeysOf(client: pg.ClientBase): Promise<ForeignKey[]> {
  const columns = (relation: string, list: string) =>
    `array(select a.attname::text from unnest(k.${list}) with ordinality u(no, at)
       join pg_attribute a on a.attrelid = k.${relation} and a.attnum = u.no order by u.at)`;
  const { rows } = await client.query<ForeignKey>(
    `select ${named} as table, k.conname as name, tn.nspname || '.' || t.relname as to, k.confdeltype as "onDelete",
       ${columns('conrelid', 'conkey')} as columns, ${columns('confrelid', 'confkey')} as "toColumns"
     from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
     join pg_class t on t.oid = k.confrelid join pg_namespace tn on tn.oid = t.relnamespace
     where k.contype = 'f' and k.conparentid = 0 and ${ours} order by 1, 2`,
  );
  return rows;
}

async function triggersOf(client: pg.ClientBase): Promise<{ table: string; name: string }[]> {
  const { rows } = await client.query<{ table: string; name: string }>(
    `select ${named} as table, g.tgname as name from pg_trigger g join pg_class c on c.oid = g.tgrelid
     join pg_namespace n on n.oid = c.relnamespace where not g.tgisinternal and ${ours} order by 1, 2`,
  );
  return rows;
}

/** What is wrong with the keys of one table under its placement. */
function keyFaults(table: string, placement: Placement, keys: Key[]): string[] {
  const faults: string[] = [];
  const primary = keys.find((key) => key.kind === 'primary');
  if (primary === undefined) faults.push(`${table} (${placement}) has no primary key`);
  if (placement === 'distributed') {
    for (const key of keys.filter((one) => !one.columns.includes('customer_id')))
      faults.push(`${table}: the ${key.kind} key ${key.name} lacks customer_id`);
  }
  if (placement === 'directory' && primary) {
    // Spread by a column of its primary key, which every other unique key must then have too.
    const shared = primary.columns.filter((column) => keys.every((key) => key.columns.includes(column)));
    if (shared.length === 0)
      faults.push(`${table}: its unique keys share no column with the primary key to be spread by`);
  }
  return faults;
}

/** Where a foreign key of a table of the first kind may point to. */
const mayPointTo: Record<Placement, readonly Placement[]> = {
  distributed: ['distributed', 'reference'],
  reference: ['reference'],
  directory: ['reference'],
  local: ['local', 'reference'],
};

function foreignKeyFaults(key: ForeignKey, from: Placement, to: Placement): string[] {
  const what = `${key.table}: the foreign key ${key.name}`;
  if (!mayPointTo[from].includes(to)) return [`${what} points from a ${from} table to ${key.to}, a ${to} one`];
  if (from !== 'distributed' || to !== 'distributed') return [];
  const faults: string[] = [];
  const at = key.columns.indexOf('customer_id');
  if (at < 0 || key.toColumns[at] !== 'customer_id') faults.push(`${what} does not go along customer_id`);
  if (key.onDelete === 'n' || key.onDelete === 'd') faults.push(`${what} would set customer_id to null or its default`);
  return faults;
}

/**
 * Holds the schema to what a distributed PostgreSQL can take: every table placed once, customer_id in every key of a
 * distributed table, foreign keys only along it or to reference tables, no triggers. Gives back each fault as a sentence.
 */
export async function checkPlacement(
  client: pg.ClientBase,
  placements: Readonly<Record<string, Placement>>,
): Promise<string[]> {
  const placed = new Map(Object.entries(placements));
  const names = await tableNames(client);
  const keys = await keysOf(client);
  const faults = [...placed.keys()]
    .filter((name) => !names.includes(name))
    .map((name) => `${name} is placed, but does not exist`);
  for (const name of names) {
    const placement = placed.get(name);
    if (placement === undefined) faults.push(`${name} is not in the list of placements`);
    else
      faults.push(
        ...keyFaults(
          name,
          placement,
          keys.filter((key) => key.table === name),
        ),
      );
  }
  for (const key of await foreignKeysOf(client)) {
    const from = placed.get(key.table);
    const to = placed.get(key.to);
    if (from && to) faults.push(...foreignKeyFaults(key, from, to));
  }
  for (const trigger of await triggersOf(client)) {
    const placement = placed.get(trigger.table);
    if (placement && placement !== 'local')
      faults.push(`${trigger.table} (${placement}) has the trigger ${trigger.name}`);
  }
  return faults;
}
