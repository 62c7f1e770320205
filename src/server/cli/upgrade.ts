import { existsSync, rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../platform/config.ts';
import { type BackedUp, backup } from '../platform/database/backup.ts';
import { type Migrated, migrateAddress } from '../platform/database/migrate.ts';
import { findNumbers } from './database-store.ts';
import type { Show } from './show.ts';
import { size, words } from './words.ts';

/** Folders that go into a backup beside the tables. */
export function foldersOf(config: Pick<Config, 'dataFolder'>): Record<string, string> {
  return { files: join(config.dataFolder, 'files') };
}

/** Where backups are written that were not told where. */
export function backupsFolder(config: Pick<Config, 'dataFolder'>): string {
  return join(config.dataFolder, 'backups');
}

/** Writes a backup with a bar; what was begun is taken away where this process is ended in the middle. */
export async function writeBackup(config: Config, url: string, file: string, show: Show): Promise<BackedUp> {
  const bar = show.bar(words.bars.backup);
  const tidy = () => rmSync(`${file}.partial`, { force: true });
  process.once('exit', tidy);
  try {
    return await backup({
      url,
      file,
      folders: foldersOf(config),
      onProgress: ({ what, done, total }) => bar.at(done, total, what),
    });
  } finally {
    bar.end();
    process.off('exit', tidy);
  }
}

/** What an upgrade did; `backup` is the file that was written before it, where there was something to lose. */
export interface Upgraded extends Migrated {
  readonly backup: string | undefined;
}

/** Brings the database to this build; one with data in it is backed up first. Refuses a database that is newer. */
export async function upgrade(config: Config, url: string, show: Show): Promise<Upgraded> {
  const { at, newest } = await findNumbers(url);
  let file: string | undefined;
  if (at > 0 && at < newest) {
    await mkdir(backupsFolder(config), { recursive: true, mode: 0o700 });
    file = freeName(join(backupsFolder(config), `before-${newest}`));
    const written = await writeBackup(config, url, file, show);
    show.line(words.backedUpFirst(file, size(written.bytes)));
  }
  const migrated = await migrateAddress(url);
  return { ...migrated, backup: file };
}

function freeName(stem: string): string {
  for (let no = 1; ; no += 1) {
    const name = no === 1 ? `${stem}.kept` : `${stem}-${no}.kept`;
    if (!existsSync(name)) return name;
  }
}
