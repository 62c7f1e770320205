import type { Call } from '../platform/area.ts';
import { holdStanding } from './standing-store.ts';

/**
 * Before customers are looked up to act on them: whoever is found then stands until this transaction ends, though an
 * import that made him be undone meanwhile.
 */
export async function holdCustomers(call: Pick<Call, 'tx'>): Promise<void> {
  await holdStanding(call.tx);
}
