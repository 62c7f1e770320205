import { closeSync, fsync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../platform/config.ts';
import type { Use } from '../platform/http/gate.ts';
import { newId } from '../platform/ids.ts';
import { refuse } from '../platform/refuse.ts';

/** Opens the local file to which uses are appended before the answer leaves. */
export function openSpool(config: Config): { append(uses: readonly Use[]): void; close(): void } {
  const folder = join(config.dataFolder, 'spool');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const fd = openSync(join(folder, `uses-${config.serverId}.log`), 'a', 0o600);
  let dirty = false;
  const timer = setInterval(() => {
    if (!dirty) return;
    dirty = false;
    fsync(fd, () => undefined);
  }, 200);
  timer.unref();
  return {
    append(uses) {
      const lines = uses.map((use) =>
        JSON.stringify([newId(), use.customerId, use.at.getTime(), use.actor, use.actorKind, use.purpose, use.verb]),
      );
      try {
        writeSync(fd, `${lines.join('\n')}\n`);
        dirty = true;
      } catch {
        refuse('house.storage-full');
      }
    },
    close() {
      clearInterval(timer);
      closeSync(fd);
    },
  };
}
