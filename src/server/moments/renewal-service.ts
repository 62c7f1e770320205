import { momentsChanged } from '../../shared/moments.ts';
import { houseId } from '../../shared/staff.ts';
import type { Call } from '../platform/area.ts';
import { later } from '../platform/calendar/later-rules.ts';
import { saveTimers } from '../platform/database/timer-store.ts';
import { newId } from '../platform/ids.ts';
import { recountAfter } from './account-store.ts';
import { groundOf } from './catalogue-service.ts';
import { judge, room, showAccounts } from './judge-service.ts';
import { insertRenewal, listTold, lockRenewal, type Renewal, saveBeginning, saveProgress } from './renewal-store.ts';

/** Accounts that are counted, and customers whose moments are judged, in one transaction. */
const accountsAtOnce = 1_000;
const customersAtOnce = 100;
const waitMs = 200;

/** Has all accounts counted anew, or the moments of some touchpoints judged anew, by the clock, piece by piece. */
export async function renew(call: Call, touchpoints: readonly string[] | null): Promise<void> {
  const id = newId();
  await insertRenewal(call.tx, { id, touchpoints, at: call.now });
  await ringAgain(call, id, call.now);
}

/**
 * A piece of it. It begins once nobody writes any more who may have read the ways as they were; whoever writes from then
 * on reads them as they are, so that each account is right whether it is counted before or after what comes in.
 */
export async function ringRenewal(call: Call, renewalId: string): Promise<void> {
  const renewal = await lockRenewal(call.tx, renewalId);
  if (renewal === undefined || renewal.finished_at !== null) return;
  if (renewal.waits) await saveBeginning(call.tx, renewalId);
  if (!renewal.alone) return ringAgain(call, renewalId, later(call.now, waitMs));
  const [most, ids] =
    renewal.touchpoints === null
      ? [accountsAtOnce, await countAnew(call, renewal)]
      : [customersAtOnce, await judgeAnew(call, renewal, renewal.touchpoints)];
  const finished = ids.length < most;
  await saveProgress(call.tx, renewalId, {
    done: ids.length,
    afterId: ids.at(-1) ?? renewal.after_id,
    finishedAt: finished ? call.now : null,
  });
  if (!finished) await ringAgain(call, renewalId, call.now);
}

async function countAnew(call: Call, renewal: Renewal): Promise<string[]> {
  const { setting } = await groundOf(call);
  const counted = await recountAfter(call.tx, renewal.after_id, accountsAtOnce, setting);
  const changed = counted.filter(({ before, after }) => before !== after.balance);
  await showAccounts(call, changed);
  for (const { after } of changed) {
    call.append(momentsChanged, after.customer_id, { moments: [], balance: after.balance });
  }
  return counted.map(({ after }) => after.customer_id);
}

async function judgeAnew(call: Call, renewal: Renewal, touchpoints: readonly string[]): Promise<string[]> {
  const ids = await listTold(call.tx, touchpoints, renewal.after_id, customersAtOnce);
  await judge(call, await groundOf(call), { anew: ids });
  return ids;
}

function ringAgain(call: Call, renewalId: string, ringAt: Date): Promise<void> {
  return saveTimers(call.tx, room, [{ customerId: houseId, recordId: renewalId, ringAt }]);
}
