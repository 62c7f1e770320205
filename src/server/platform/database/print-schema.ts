import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { openLog } from '../log.ts';
import { startEmbedded } from './embedded.ts';
import { migrate } from './migrate.ts';
import { roomSchemas, schemaText } from './schema-text.ts';
import { tablesText } from './table-types.ts';

const root = fileURLToPath(new URL('../../../../', import.meta.url));

/** Where the generated types of a schema stand. */
export function tablesPath(schema: string): string {
  const folder = schema === 'platform' ? 'platform/database/platform-tables.ts' : `${schema}/tables.ts`;
  return join(root, 'src', 'server', folder);
}

/** Where the printed catalogue stands. */
export const schemaPath = join(root, 'migrations', 'schema.sql');

/** Every generated file with its text, from a migrated database. */
export async function generatedFiles(client: pg.ClientBase): Promise<Map<string, string>> {
  const files = new Map([[schemaPath, await schemaText(client)]]);
  for (const schema of await roomSchemas(client)) {
    const text = await tablesText(client, schema);
    if (text !== '') files.set(tablesPath(schema), text);
  }
  return files;
}

async function printAll(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'kept-schema-'));
  const server = await startEmbedded({ folder, log: openLog('error'), unsafe: true });
  const client = new pg.Client({ connectionString: server.url });
  try {
    await client.connect();
    await migrate(client);
    for (const [path, text] of await generatedFiles(client)) {
      if (!existsSync(dirname(path))) continue;
      await writeFile(path, text);
      process.stdout.write(`${path.slice(root.length)}\n`);
    }
  } finally {
    await client.end();
    await server.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  }
}

if (import.meta.main) await printAll();
