import type pg from 'pg';
import { type Column, type Relation, relationsOf } from './schema-text.ts';

const types: Record<string, string> = {
  uuid: 'string',
  text: 'string',
  citext: 'string',
  name: 'string',
  numeric: 'string',
  date: 'string',
  interval: 'string',
  inet: 'string',
  tsvector: 'string',
  xid8: 'string',
  smallint: 'number',
  integer: 'number',
  bigint: 'number',
  real: 'number',
  'double precision': 'number',
  boolean: 'boolean',
  'timestamp with time zone': 'Date',
  json: 'unknown',
  jsonb: 'unknown',
  bytea: 'Buffer',
};

/** What a value of the type is when written, where it differs from what is read. */
const written: Record<string, string> = {
  json: 'string',
  jsonb: 'string',
  'timestamp with time zone': 'Date | string',
};

function bare(type: string): string {
  const plain = type.replace(/\(.*\)/, '').replace(/^time(stamp)? without.*/, 'text');
  return /^(character|bpchar)/.test(plain) ? 'text' : plain;
}

function readType(type: string): string {
  if (type.endsWith('[]')) return `${readType(type.slice(0, -2))}[]`;
  const found = types[bare(type)];
  if (found === undefined)
    throw new Error(`No TypeScript type is known for the column type ${type}: add it to table-types.ts.`);
  return found;
}

function columnType(column: Column, kind: Relation['kind']): string {
  const read = readType(column.type);
  const none = column.nullable && read !== 'unknown' ? ' | null' : '';
  // The catalogue does not know whether a view's column may be null: said by the table behind it.
  if (kind === 'view') return `${read}${none}`;
  const write = written[bare(column.type)] ?? read;
  if (column.generated || column.identity === 'a') return `ColumnType<${read}${none}, never, never>`;
  const isOptional = column.hasDefault || column.identity !== '';
  if (write === read) return isOptional ? `Generated<${read}${none}>` : `${read}${none}`;
  const writes = column.nullable ? `${write} | null` : write;
  const inserts = isOptional || column.nullable ? `${writes} | undefined` : writes;
  return `ColumnType<${read}${none}, ${inserts}, ${writes}>`;
}

function pascal(name: string): string {
  return name.replace(/(^|_)([a-z0-9])/g, (_, __, letter: string) => letter.toUpperCase());
}

function interfaceText({ schema, name, kind, columns }: Relation): string {
  const lines = columns.map((column) => `  ${column.name}: ${columnType(column, kind)};`);
  return `/** A row of ${schema}.${name}. */\nexport interface ${rowName(name)} {\n${lines.join('\n')}\n}`;
}

function rowName(relation: string): string {
  return `${pascal(relation)}Row`;
}

/** A column of a view is null only where its table's column of the same name may be; an expression or an outer join may. */
async function viewNullability(client: pg.ClientBase, relation: Relation): Promise<Relation> {
  if (relation.kind === 'table') return relation;
  const { rows } = await client.query<{ name: string }>(
    `select u.column_name as name from information_schema.view_column_usage u
     join pg_attribute a on a.attname = u.column_name and a.attrelid = format('%I.%I', u.table_schema, u.table_name)::regclass
     where u.view_schema = $1 and u.view_name = $2 group by 1 having bool_and(a.attnotnull)
     and pg_get_viewdef(format('%I.%I', $1::text, $2::text)::regclass) !~* '(left|right|full) join'`,
    [relation.schema, relation.name],
  );
  const sure = new Set(rows.map((row) => row.name));
  const columns = relation.columns.map((column) => ({ ...column, nullable: !sure.has(column.name) }));
  return { ...relation, columns };
}

/** The Kysely interfaces of one schema as the text of its `tables.ts`; empty where it has no tables. `importFrom` leads to platform/database/tables.ts. */
export async function tablesText(client: pg.ClientBase, schema: string): Promise<string> {
  const relations: Relation[] = [];
  for (const relation of await relationsOf(client, schema)) relations.push(await viewNullability(client, relation));
  if (relations.length === 0) return '';
  const rows = relations.map(interfaceText).join('\n\n');
  const names = ['ColumnType', 'Generated'].filter((name) => rows.includes(`${name}<`));
  const imports = names.length > 0 ? `import type { ${names.join(', ')} } from 'kysely';\n` : '';
  const module = schema === 'platform' ? './tables.ts' : '../platform/database/tables.ts';
  const entries = relations.map(({ name }) => `    '${schema}.${name}': ${rowName(name)};`);
  return (
    `// Generated from the catalogue by "npm run schema". Not to be edited.\n${imports}\n` +
    `declare module '${module}' {\n  interface Tables {\n${entries.join('\n')}\n  }\n}\n\n${rows}\n`
  );
}
