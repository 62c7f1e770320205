import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import type { Config } from '../platform/config.ts';
import { withClient } from '../platform/database/client.ts';
import { migrationNumber } from '../platform/database/migrate.ts';
import { openDatabase } from '../platform/database/open.ts';
import { readHeads } from '../privacy/heads.ts';
import { type ChainReport, verifyChain } from '../privacy/verify.ts';
import { listUntrue } from './check-promises-store.ts';
import { findDelivery, listCounts, listNamedFiles, listOrphans, readTables, type Unreconciled } from './check-store.ts';
import { asCli } from './database-store.ts';
import { type Exit, exits, stop } from './exit.ts';
import { commandLog, reachDatabase } from './house.ts';
import type { Bar, Show } from './show.ts';
import { count, words } from './words.ts';

/** How often counts that a listener still writes are looked at again. */
const looks = 4;
const lookMs = 700;

/** `kept verify`: reads everything and names what is damaged; ends with 3 where something is. */
export async function verify(config: Config, show: Show): Promise<Exit> {
  const log = commandLog(config);
  const database = await reachDatabase(config, log);
  const bar = show.bar(words.bars.verify);
  try {
    const read = await withClient(asCli(database.url), (client) => readAll(config, client, bar));
    bar.at(95, 100, 'privacy.chain');
    // Before the chain: a head that is written down meanwhile would be ahead of what was read.
    const heads = readHeads(config);
    const pools = openDatabase(database.url, { log, poolSize: 2 });
    const chain = await verifyChain(pools.read, heads).finally(() => pools.close());
    bar.end();
    const damage = [...read.damage, ...chain.broken.map(words.brokenLink)];
    show.figures({
      whole: damage.length === 0,
      damage,
      tables: read.tables,
      rows: read.rows,
      files: read.files,
      links: chain.links,
      uses: chain.uses,
      sources: read.sources,
      waiting: read.delivery.waiting,
      parked: read.delivery.parked,
    });
    tell(read, chain, show);
    for (const one of damage) show.line(words.damaged(one));
    show.line(damage.length === 0 ? words.whole : words.notWhole(damage.length));
    return damage.length === 0 ? exits.done : exits.damage;
  } finally {
    bar.end();
    await database.close();
  }
}

interface ReadAll {
  readonly tables: number;
  readonly rows: number;
  readonly files: number;
  readonly sources: Unreconciled[];
  readonly delivery: { waiting: number; parked: number; parkedCustomers: number };
  readonly damage: string[];
}

async function readAll(config: Config, client: pg.Client, bar: Bar): Promise<ReadAll> {
  if ((await migrationNumber(client)) === 0) stop(exits.wrongUse, words.nothingThere);
  const { tables, rows, unreadable } = await readTables(client, (name, done, total) =>
    bar.at((done / total) * 60, 100, name),
  );
  const damage = unreadable.map((one) => words.unreadable(one.table, one.why));
  // What cannot be read cannot be counted either.
  const readable = unreadable.length === 0;
  const orphans = readable
    ? await listOrphans(client, (done, total) => bar.at(60 + (done / total) * 20, 100, words.references))
    : [];
  damage.push(...orphans.map((one) => words.orphans(one.rows, one.what)));
  const sources = readable ? await settledCounts(client) : [];
  damage.push(...sources.filter(isOff).map(words.unreconciled));
  bar.at(82, 100, 'promises');
  const untrue = readable ? await listUntrue(client) : [];
  damage.push(...untrue.map((one) => words.untrue(one.rows, one.what)));
  bar.at(85, 100, words.files);
  const files = await readFiles(config, readable ? await listNamedFiles(client) : []);
  damage.push(...files.damage);
  return { tables, rows, files: files.files, sources, delivery: await findDelivery(client), damage };
}

/** Counts of what was written by hand follow their events within a second: a difference is looked at again. */
async function settledCounts(client: pg.Client): Promise<Unreconciled[]> {
  for (let look = 1; ; look += 1) {
    const counts = await listCounts(client);
    if (look >= looks || !counts.some(isOff)) return counts;
    await pause(lookMs);
  }
}

function isOff(row: Unreconciled): boolean {
  return row.sent !== row.remembered + row.duplicate + row.quarantined || row.remembered !== row.events;
}

/** Every file bears the hash of its content as its name. */
async function readFiles(config: Config, named: readonly string[]): Promise<{ files: number; damage: string[] }> {
  const folder = join(config.dataFolder, 'files');
  const damage: string[] = [];
  const there = new Set<string>();
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (!entry.isFile() || !/^[0-9a-f]{64}$/.test(entry.name)) continue;
    there.add(entry.name);
    if ((await hashOf(join(entry.parentPath, entry.name))) !== entry.name) damage.push(words.changedFile(entry.name));
  }
  damage.push(...named.filter((hex) => !there.has(hex)).map(words.missingFile));
  return { files: there.size, damage };
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

function tell(read: ReadAll, chain: ChainReport, show: Show): void {
  show.line(words.verified.tables(count(read.tables), count(read.rows)));
  if (read.sources.length > 0) show.line(words.verified.sources(count(read.sources.length)));
  show.line(words.verified.chain(count(chain.links), count(chain.uses)));
  show.line(words.verified.files(count(read.files)));
  const { waiting, parked, parkedCustomers } = read.delivery;
  show.line(words.verified.delivery(count(waiting), count(parked), count(parkedCustomers)));
}
