import { dropBriefLines, setBriefLines } from '../memory/brief-service.ts';
import type { Call } from '../platform/area.ts';
import type { Change } from './ledger-service.ts';
import { countOpen } from './view-store.ts';

/** Says in the briefs of customers whose open promises changed what we owe them, and what they owe us. */
export async function briefChanged(call: Call, changes: readonly Change[]): Promise<void> {
  const touched = changes.filter(({ before, after }) => touches(before) || touches(after));
  const customerIds = [...new Set(touched.map(({ after }) => after.customer_id))];
  if (customerIds.length === 0) return;
  const counted = await countOpen(call.tx, customerIds);
  const lines = counted.map((row) => ({
    customerId: row.customer_id,
    lineId: row.owed_by,
    weight: row.owed_by === 'company' ? 80 : 40,
    word: row.owed_by === 'company' ? 'promises.brief.owed' : 'promises.brief.owes',
    slots: { count: row.promises, ...(row.due_at === null ? {} : { due: row.due_at.toISOString() }) },
  }));
  const there = new Set(lines.map((line) => `${line.customerId} ${line.lineId}`));
  const gone = customerIds.flatMap((customerId) =>
    ['company', 'customer']
      .filter((lineId) => !there.has(`${customerId} ${lineId}`))
      .map((lineId) => ({ customerId, lineId })),
  );
  await setBriefLines(call, 'promises', lines);
  await dropBriefLines(call, 'promises', gone);
}

function touches(entry: Change['before'] | Change['after']): boolean {
  return entry?.state === 'open' && entry.origin !== 'expectation';
}
