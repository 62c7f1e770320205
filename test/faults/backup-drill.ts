import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { backup } from '../../src/server/platform/database/backup.ts';
import { restore } from '../../src/server/platform/database/restore.ts';
import { rowsAt } from '../support/database.ts';
import { check } from './checker.ts';
import { type Op, openLedger } from './ledger.ts';
import { startLoad } from './load.ts';
import { sentOf } from './rounds.ts';
import type { ServerProcess } from './server-process.ts';

/** What came of it: a line for each backup, and whether all were whole prefixes. */
export interface BackupDrill {
  readonly good: boolean;
  readonly lines: readonly string[];
}

/**
 * Backs up while writers write, restores into another database and looks: it is whole, holds all that was acknowledged
 * when the backup began, and of each writer the first so many in his order and nothing after.
 */
export async function runBackupDrill(house: ServerProcess, rounds: number, loadMs: number): Promise<BackupDrill> {
  const lines: string[] = [];
  let good = true;
  for (let no = 1; no <= rounds; no += 1) {
    const { faults, line } = await runOne(house, no, loadMs);
    lines.push(`backup ${no}  ${line}`, ...faults.map((fault) => `    ✗ ${fault}`));
    good &&= faults.length === 0;
  }
  return { good, lines };
}

async function runOne(house: ServerProcess, no: number, loadMs: number) {
  const source = await house.makeSource(`backup-${no}`);
  const ledger = openLedger(join(house.folder, `backup-${no}.ledger`));
  const load = startLoad({ origin: house.origin, writeKey: source.writeKey, name: `backup-${no}`, ledger });
  await pause(loadMs / 2);
  const beganMs = performance.now();
  const file = join(house.folder, `drill-${no}.kept`);
  const url = house.databaseUrl();
  const written = await backup({ url, file, folders: { files: join(house.folder, 'data', 'files') } });
  const tookMs = performance.now() - beganMs;
  await pause(loadMs / 4);
  await load.settle();
  ledger.close();
  const elsewhere = await makeDatabase(url, `elsewhere_${no}`);
  await restore({ url: elsewhere, file, folders: { files: join(house.folder, `files-${no}`) } });
  const isAcked = (op: Op) => op.ackedMs < beganMs;
  const sent = sentOf(ledger);
  const owed = new Map(
    ledger.ops.flatMap((op) =>
      op.messages.flatMap((one) => {
        const was = sent.get(one.messageId);
        return was === undefined ? [] : [[one.messageId, { ...was, acked: isAcked(op) }] as const];
      }),
    ),
  );
  const verdict = await check(elsewhere, source.sourceId, owed);
  const faults = [...verdict.broken, ...(await prefixFaults(elsewhere, source.sourceId, ledger.ops))];
  for (const what of ['lost', 'dup', 'ghost', 'wrong'] as const) {
    if (verdict[what] > 0) faults.push(`${what}: ${verdict[what]}`);
  }
  if (verdict.events === owed.size) faults.push('the backup did not happen under load');
  const before = [...owed.values()].filter((one) => one.acked).length;
  const size = `${Math.round(written.bytes / 1024)} KB in ${Math.round(tookMs)} ms`;
  return { faults, line: `${before} acked before it, ${verdict.events} in it, ${owed.size} in the end; ${size}` };
}

/** Of each writer the first so many operations, each whole. */
async function prefixFaults(url: string, sourceId: string, ops: readonly Op[]): Promise<string[]> {
  const rows = await rowsAt(url, `select payload->>'messageId' as id from memory.event where source_id = $1`, [
    sourceId,
  ]);
  const there = new Set(rows.map((row) => String(row['id'])));
  const faults: string[] = [];
  for (const [writer, own] of Map.groupBy(ops, (op) => op.writer)) {
    let ended = false;
    for (const op of own.toSorted((a, b) => a.no - b.no)) {
      const found = op.messages.filter((one) => there.has(one.messageId)).length;
      if (found !== 0 && found !== op.messages.length) faults.push(`half of ${op.id} is there`);
      if (found > 0 && ended) faults.push(`writer ${writer}: ${op.id} is there without one before it`);
      if (found === 0) ended = true;
    }
  }
  return faults;
}

async function makeDatabase(url: string, name: string): Promise<string> {
  await rowsAt(url, `create database ${name} template template0`);
  const made = new URL(url);
  made.pathname = `/${name}`;
  return made.href;
}
