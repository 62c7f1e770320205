import { type BriefLine, dropBriefLines, setBriefLines } from '../memory/brief-service.ts';
import type { Call } from '../platform/area.ts';
import type { Change } from './ledger-service.ts';
import { countOpen, type OpenCount } from './view-store.ts';

/** Says in the briefs of customers whose open promises changed what we owe them, and what they owe us. */
export async function briefChanged(call: Call, changes: readonly Change[]): Promise<void> {
  const touched = changes.filter(({ before, after }) => touches(before) || touches(after));
  const customerIds = [...new Set(touched.map(({ after }) => after.customer_id))];
  if (customerIds.length === 0) return;
  const lines = (await countOpen(call.tx, customerIds, most)).map((row) => ({
    customerId: row.customer_id,
    lineId: row.owed_by,
    weight: row.owed_by === 'company' ? 80 : 40,
    ...sentenceOf(row),
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

/** Beyond it a brief says no more than that there are more: nobody reads the difference, and counting would take long. */
const most = 10;

function sentenceOf({ owed_by, promises, due_at }: OpenCount): Pick<BriefLine, 'word' | 'slots'> {
  const verb = owed_by === 'company' ? 'owed' : 'owes';
  const due = due_at === null ? {} : { due: due_at.toISOString() };
  if (promises > most) return { word: `promises.brief.${verb}More`, slots: { most, ...due } };
  return { word: `promises.brief.${verb}`, slots: { count: promises, ...due } };
}

function touches(entry: Change['before'] | Change['after']): boolean {
  return entry?.state === 'open' && entry.origin !== 'expectation';
}
