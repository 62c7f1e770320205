import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Config } from '../platform/config.ts';
import type { Head } from './mover.ts';
import { spoolFolder } from './spool.ts';

const line = z.object({ at: z.string(), server_id: z.uuid(), link_no: z.number(), head: z.string() });

/** A head as it was written outside the database. */
export type ExportedHead = z.infer<typeof line>;

/** Where the heads of the chains are written down outside the database. */
export function headsFile(config: Pick<Config, 'dataFolder'>): string {
  return join(spoolFolder(config), 'heads.log');
}

/** Writes a head down, flushed to the disk: from then on the chain can no longer be cut before it unseen. */
export function exportHead(config: Pick<Config, 'dataFolder'>, head: Head, at: Date): void {
  const text = JSON.stringify({
    at: at.toISOString(),
    server_id: head.serverId,
    link_no: head.linkNo,
    head: head.head.toString('hex'),
  });
  appendFileSync(headsFile(config), `${text}\n`, { mode: 0o600, flush: true });
}

/** Reads the heads that were written down; a torn last line is passed over. */
export function readHeads(config: Pick<Config, 'dataFolder'>): ExportedHead[] {
  const file = headsFile(config);
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((text) => {
      const read = line.safeParse(jsonOf(text));
      return read.success ? [read.data] : [];
    });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
