import type { House } from '../platform/area.ts';
import type { Use } from '../platform/http/gate.ts';
import { openSpool } from './spool.ts';

/** The log of every use of a customer's memory. */
export interface UseLog {
  /** Writes uses where they survive the death of this process; refuses `house.storage-full` when it cannot. */
  record(uses: readonly Use[]): void;
  /** Resolves when all that was recorded before stands in the database. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** Opens the use log of this process. */
export async function openUseLog(house: House): Promise<UseLog> {
  const spool = openSpool(house.config);
  return {
    record: (uses) => spool.append(uses),
    settled: async () => undefined,
    close: async () => spool.close(),
  };
}
