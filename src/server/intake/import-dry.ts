import { sha256 } from '../platform/ids.ts';
import type { ChunkTaken } from './import-chunk.ts';
import type { WholeEvent, Yield } from './import-group-rules.ts';
import type { ErrorRow } from './import-store.ts';

/** What a chunk would have brought. */
export interface Tried {
  readonly remembered: number;
  readonly duplicates: number;
  readonly customersMade: number;
  readonly refused: readonly ErrorRow[];
}

/** Counts over chunks that are each rolled back. */
export interface DryCount {
  write(
    chunk: Yield,
    attempt: (events: readonly WholeEvent[]) => Promise<ChunkTaken | undefined>,
  ): Promise<Tried | undefined>;
}

/**
 * Remembers, by short hashes (some 50 bytes an event), what earlier chunks would have left behind: keys of messages with
 * their content, and keys of customers. So a dry run counts as the run itself would.
 */
export function openDryCount(): DryCount {
  const messages = new Map<number, number>();
  const keys = new Set<number>();
  return {
    async write(chunk, attempt) {
      const fresh: WholeEvent[] = [];
      const refused: ErrorRow[] = [];
      let duplicates = 0;
      for (const event of chunk.events) {
        const id = shortHash(event.message.messageId ?? '');
        const { context: _context, ...said } = event.message;
        const content = shortHash(JSON.stringify(said));
        const before = messages.get(id);
        if (before === undefined) messages.set(id, content);
        if (before === undefined || (before !== content && mayChange(event))) fresh.push(event);
        else if (before === content) duplicates += 1;
        else refused.push(...conflictRows(event));
      }
      const taken = await attempt(fresh);
      if (taken === undefined) return undefined;
      return {
        remembered: taken.remembered,
        duplicates: duplicates + taken.duplicates,
        customersMade: newCustomers(taken, keys),
        refused: [...refused, ...taken.refused],
      };
    },
  };
}

function mayChange(event: WholeEvent): boolean {
  return event.message.type === 'identify' || event.onChange === 'correct';
}

function conflictRows(event: WholeEvent): ErrorRow[] {
  return event.rows.map(({ no, line, cells }) => ({
    row_no: no,
    line_no: line,
    level: 'error',
    code: 'event.same-id-other-content',
    detail: '',
    cells,
  }));
}

function newCustomers(taken: ChunkTaken, known: Set<number>): number {
  let made = 0;
  for (const batch of taken.batches) {
    const byCustomer = Map.groupBy(
      batch.made.keys.filter((key) => key.kind !== 'anonymous'),
      (key) => key.customerId,
    );
    const isMade = new Set(batch.made.customerIds);
    for (const [customerId, own] of byCustomer) {
      const hashes = own.map((key) => key.hash.readUIntBE(0, 6));
      if (isMade.has(customerId) && !hashes.some((hash) => known.has(hash))) made += 1;
      for (const hash of hashes) known.add(hash);
    }
  }
  return made;
}

/** 48 bits of SHA-256: among a million messages two agree by chance once in 500 files. */
function shortHash(text: string): number {
  return sha256(text).readUIntBE(0, 6);
}
