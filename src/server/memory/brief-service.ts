import type { Call } from '../platform/area.ts';
import { type BriefLine, eraseBriefLines, saveBriefLines } from './brief-store.ts';

export type { BriefLine } from './brief-store.ts';

/**
 * Puts lines of a room into the briefs of customers, in the writer's transaction; one line of an id each, the last said
 * stands. A slot that is an ISO instant or date is shown as a date of the reader's.
 */
export async function setBriefLines(call: Call, room: string, lines: readonly BriefLine[]): Promise<void> {
  if (lines.length > 0) await saveBriefLines(call.tx, room, lines, call.now);
}

/** Takes lines of a room out of the briefs of customers. */
export async function dropBriefLines(
  call: Call,
  room: string,
  lines: readonly Pick<BriefLine, 'customerId' | 'lineId'>[],
): Promise<void> {
  if (lines.length > 0) await eraseBriefLines(call.tx, room, lines);
}
