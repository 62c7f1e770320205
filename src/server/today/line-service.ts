import { houseId } from '../../shared/staff.ts';
import { changed } from '../../shared/today.ts';
import type { Call } from '../platform/area.ts';
import { type AwaitedLine, type LineKey, saveLines, saveSettled } from './line-store.ts';

export type { AwaitedLine, LineKey } from './line-store.ts';

/**
 * Puts what awaits somebody onto Today, in the caller's transaction and one statement; at most 500 lines a call. The same
 * line again changes nothing; a line that was settled is open again. Open pages hear of it.
 */
export async function awaitLines(call: Call, lines: readonly AwaitedLine[]): Promise<void> {
  const rows = once(lines);
  if (rows.length === 0) return;
  const saved = await saveLines(call.tx, rows, call.now);
  tellPages(call, rows, saved);
}

/** Takes lines off Today, those that stand there; `by` is the person who did what they awaited, if it was one. */
export async function settleLines(call: Call, keys: readonly LineKey[], by?: string | undefined): Promise<void> {
  const rows = once(keys);
  if (rows.length === 0) return;
  const settled = await saveSettled(call.tx, rows, by ?? null, call.now);
  tellPages(call, rows, settled);
}

function tellPages(call: Call, rows: readonly LineKey[], lines: number): void {
  if (lines > 0) call.append(changed, houseId, { room: rows[0]?.room ?? 'today', lines });
}

/** Each line once, as said last, in the order in which everybody locks them. */
function once<Line extends LineKey>(lines: readonly Line[]): Line[] {
  const byKey = new Map(lines.map((line) => [nameOf(line), line]));
  return [...byKey].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line);
}

function nameOf(line: LineKey): string {
  return `${line.customerId} ${line.room} ${line.key}`;
}
