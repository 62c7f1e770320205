import type { House } from '../platform/area.ts';
import { troubleOf } from '../platform/database/open.ts';
import { Refusal } from '../platform/refuse.ts';
import { runImport } from './import-run.ts';
import { dropImportLease, type ImportRow, leaseImport, saveFailure } from './import-store.ts';
import { runUndo } from './import-undo.ts';

const leaseSeconds = 15;

/** Works off waiting imports, one at a time on each server. */
export interface ImportRunner {
  /** Looks for work, if there is none in hand. */
  wake(): void;
  /** Resolves when nothing is in hand. */
  idle(): Promise<void>;
  /** Stops after the current chunk; another server, or the next start, goes on. */
  close(): Promise<void>;
}

export function openImportRunner(house: House): ImportRunner {
  let closed = false;
  let working: Promise<void> | undefined;
  const { serverId, predecessorId } = house.config;
  const work = async () => {
    while (!closed) {
      const row = await house.database.transaction((tx) => leaseImport(tx, serverId, leaseSeconds, predecessorId));
      if (row === undefined) return;
      if (!(await runOne(house, row, () => closed))) return;
    }
  };
  const wake = () => {
    if (working !== undefined || closed) return;
    working = work()
      .catch((error: unknown) => house.log.warn({ error: textOf(error) }, 'imports wait: no work could be taken'))
      .finally(() => {
        working = undefined;
      });
  };
  return {
    wake,
    idle: () => working ?? Promise.resolve(),
    async close() {
      closed = true;
      await working;
    },
  };
}

/** True when the next import may be looked for at once. */
async function runOne(house: House, row: ImportRow, stopped: () => boolean): Promise<boolean> {
  const server = house.config.serverId;
  try {
    const end = await (row.state === 'undoing' ? runUndo(house, row, stopped) : runImport(house, row, stopped));
    if (end === 'stopped') await house.database.transaction((tx) => dropImportLease(tx, row.import_id, server));
    return end !== 'stopped';
  } catch (error) {
    const trouble = error instanceof Refusal ? error : troubleOf(error);
    house.log.warn({ import: row.import_id, error: textOf(error) }, 'an import stopped');
    if (trouble?.code.startsWith('house.')) return false;
    const code = trouble?.code ?? 'house.fault';
    await house.database.transaction((tx) => saveFailure(tx, row.import_id, server, code));
    return true;
  }
}

function textOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : 'unknown';
}
