import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { findRunning, readPidFile } from './embedded-postmaster.ts';

const secretSchema = z.object({ kept: z.string() });

/** The address of an embedded PostgreSQL that another process keeps running in `folder`; holds a password. Undefined where none runs. */
export async function addressOfRunning(folder: string): Promise<string | undefined> {
  const cluster = join(folder, 'cluster');
  if ((await findRunning(cluster)) === undefined) return undefined;
  const port = (await readPidFile(cluster))?.port ?? 0;
  if (port === 0) return undefined;
  const secret = secretSchema.parse(JSON.parse(await readFile(join(folder, 'secret'), 'utf8')));
  return `postgres://kept:${secret.kept}@127.0.0.1:${port}/kept`;
}
