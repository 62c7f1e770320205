import { existsSync, renameSync } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { machineClock } from '../platform/clock.ts';
import type { Config } from '../platform/config.ts';
import { restore as restoreInto } from '../platform/database/restore.ts';
import { headsFile } from '../privacy/heads.ts';
import { type Exit, exits, stop } from './exit.ts';
import { commandLog, findServer, reachDatabase } from './house.ts';
import type { Show } from './show.ts';
import { backupsFolder, foldersOf, upgrade, writeBackup } from './upgrade.ts';
import { count, size, words } from './words.ts';

/** `kept backup`: one checked file of everything, beside the running server or without one. */
export async function backup(config: Config, file: string | undefined, show: Show): Promise<Exit> {
  const target = file === undefined ? dailyName(config) : resolve(file);
  const folder = dirname(target);
  if (file === undefined) await mkdir(folder, { recursive: true, mode: 0o700 });
  else if (!existsSync(folder)) stop(exits.wrongUse, words.noFolder(folder));
  const database = await reachDatabase(config, commandLog(config));
  try {
    const written = await writeBackup(config, database.url, target, show);
    const rows = sum(Object.values(written.rows));
    show.figures({
      file: target,
      bytes: written.bytes,
      at: written.at,
      migration: written.migration,
      rows: written.rows,
    });
    show.line(words.backedUp(target, size(written.bytes), count(rows), written.at));
    return exits.done;
  } finally {
    await database.close();
  }
}

function dailyName(config: Config): string {
  const stamp = machineClock.now().toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-');
  return join(backupsFolder(config), `kept-${stamp}.kept`);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** `kept restore`: a whole backup into an empty database, while no server runs. */
export async function restore(config: Config, file: string, show: Show): Promise<Exit> {
  const source = resolve(file);
  const server = await findServer(config);
  if (server !== undefined) stop(exits.refused, words.serverRuns(server.pid, config.dataFolder));
  await access(source).catch(() => stop(exits.wrongUse, words.noFile(source)));
  const database = await reachDatabase(config, commandLog(config));
  const bar = show.bar(words.bars.restore);
  try {
    const restored = await restoreInto({
      file: source,
      url: database.url,
      folders: foldersOf(config),
      onProgress: ({ what, done, total }) => bar.at(done, total, what),
    });
    bar.end();
    const aside = setHeadsAside(config);
    const rows = sum(Object.values(restored.rows));
    show.figures({
      at: restored.header.at,
      migration: restored.header.migration,
      rows: restored.rows,
      files: restored.files,
      heads_aside: aside ?? null,
    });
    show.line(words.restored(restored.header.at, count(rows), count(restored.files), database.where));
    if (aside !== undefined) show.line(words.headsAside(aside));
    return exits.done;
  } finally {
    bar.end();
    await database.close();
  }
}

/** What was written down of a chain that is no more would call the restored one cut: it is kept under another name. */
function setHeadsAside(config: Config): string | undefined {
  const file = headsFile(config);
  if (!existsSync(file)) return undefined;
  const stamp = machineClock.now().toISOString().replaceAll(/[:.]/g, '-');
  const aside = `${file}.before-restore-${stamp}`;
  renameSync(file, aside);
  return aside;
}

/** `kept migrate`: what `start` does before it serves, and no more. */
export async function migrate(config: Config, show: Show): Promise<Exit> {
  const database = await reachDatabase(config, commandLog(config));
  try {
    const done = await upgrade(config, database.url, show);
    show.figures({ from: done.from, to: done.to, applied: done.applied, backup: done.backup ?? null });
    for (const name of done.applied) show.line(`  ${name}`);
    show.line(done.applied.length === 0 ? words.upToDate(done.to) : words.upgraded(done.from, done.to));
    return exits.done;
  } finally {
    await database.close();
  }
}
