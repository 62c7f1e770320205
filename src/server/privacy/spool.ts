import { closeSync, fstatSync, fsync, ftruncateSync, mkdirSync, openSync, rmSync, utimes, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../platform/config.ts';
import type { Use } from '../platform/http/gate.ts';
import { newId } from '../platform/ids.ts';
import { refuse } from '../platform/refuse.ts';
import { canonicalUse } from './rules.ts';

/** A file of lines that nothing is appended to any more. */
export interface SpoolPart {
  readonly path: string;
  readonly fd: number;
}

/** The local file to which uses are appended before an answer leaves; it survives the death of this process. */
export interface Spool {
  /** Appends in the same turn; refuses `house.storage-full` with nothing half-written. */
  append(uses: readonly Use[]): void;
  /** Lets go of what was appended until now, and goes on in a new file; `undefined` when there is nothing. */
  turn(): SpoolPart | undefined;
  /** Takes away a part whose lines are in the database. */
  done(part: SpoolPart): void;
  close(): void;
}

/** Lines reach the disk itself within this time; a power cut may take the last of them, a kill none. */
const syncMs = 200;

/** Where the spool lies. */
export function spoolFolder(config: Pick<Config, 'dataFolder'>): string {
  return join(config.dataFolder, 'spool');
}

/** Opens the spool of this process: `uses-<server>-<process id>-<part>.log`. */
export function openSpool(config: Pick<Config, 'dataFolder' | 'serverId'>): Spool {
  const folder = spoolFolder(config);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  let part = 0;
  const open = (): SpoolPart => {
    part += 1;
    const path = join(folder, `uses-${config.serverId}-${process.pid}-${part}.log`);
    return { path, fd: openSync(path, 'a+', 0o600) };
  };
  let current = open();
  let size = 0;
  let unsynced = false;
  const timer = setInterval(() => {
    // The time of the file says to other servers that this one lives.
    utimes(current.path, heartbeat(), heartbeat(), () => undefined);
    if (!unsynced) return;
    unsynced = false;
    fsync(current.fd, () => undefined);
  }, syncMs);
  timer.unref();
  return {
    append(uses) {
      let text = '';
      for (const use of uses) {
        const customerId = use.customerId.toLowerCase();
        text += `${canonicalUse({ ...use, customerId, useId: newId(), atMs: use.at.getTime() })}\n`;
      }
      writeWhole(current.fd, text, size);
      size += Buffer.byteLength(text);
      unsynced = true;
    },
    turn() {
      if (size === 0) return undefined;
      const full = current;
      current = open();
      size = 0;
      return full;
    },
    done(full) {
      rmSync(full.path, { force: true });
      closeSync(full.fd);
    },
    close() {
      clearInterval(timer);
      closeSync(current.fd);
      if (size === 0) rmSync(current.path, { force: true });
    },
  };
}

function heartbeat(): number {
  return (performance.timeOrigin + performance.now()) / 1_000;
}

function writeWhole(fd: number, text: string, size: number): void {
  try {
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at);
  } catch {
    cutBack(fd, size);
    refuse('house.storage-full');
  }
}

/** Takes back half a line, so that the next begins on its own. */
function cutBack(fd: number, size: number): void {
  try {
    if (fstatSync(fd).size > size) ftruncateSync(fd, size);
  } catch {
    // The file itself is gone; every later append is refused as this one is.
  }
}
