import { remembered } from '../../shared/memory.ts';
import type { Call, Heard, House } from '../platform/area.ts';
import { insertHeardNames } from './heard-name-store.ts';
import { ledgerNames } from './telling-rules.ts';

/** Names that this process knows to be noted, so that a batch of known ones costs nothing. */
const noted = new WeakMap<House, Set<string>>();

/** Notes the names of the events in a batch, for whoever writes standing promises. */
export async function noteNames(call: Call, batch: readonly Heard[]): Promise<void> {
  const known = noted.get(call.house) ?? new Set(ledgerNames);
  noted.set(call.house, known);
  const names = new Set(
    batch.flatMap((one) => (one.name === remembered.name ? remembered.payload.parse(one.payload).names : [])),
  );
  const unknown = [...names].filter((name) => !known.has(name) && name.length <= 200);
  if (unknown.length === 0) return;
  const fresh = new Set(await insertHeardNames(call.tx, unknown));
  // A new one is known only when it is met again: until then the transaction that notes it might not stand.
  for (const name of unknown) if (!fresh.has(name)) known.add(name);
}
