import { houseId } from '../../shared/staff.ts';
import { changed } from '../../shared/today.ts';
import type { Call } from '../platform/area.ts';
import { type CustomerStake, saveStakes } from './stake-store.ts';

export type { CustomerStake } from './stake-store.ts';

/**
 * Says what is at stake with customers, by their faces, in the caller's transaction and one statement: how many good
 * moments we owe each, and whether he is going. Their lines stand accordingly, of whatever room. Told as it now is:
 * the same again changes nothing, `owed: 0` ends it, of a customer named twice the last counts. At most 500 a call.
 */
export async function weighCustomers(call: Call, stakes: readonly CustomerStake[]): Promise<void> {
  const rows = [...new Map(stakes.map((one) => [one.customerId, one])).values()];
  if (rows.length === 0) return;
  const lines = await saveStakes(call.tx, rows);
  if (lines > 0) call.append(changed, houseId, { room: 'today', lines });
}
