import type { Call } from '../platform/area.ts';
import { type ContactRow, saveContacts } from './contact-store.ts';

export type { ContactRow } from './contact-store.ts';

/** Notes contact with customers in ascending order, locking them, so that each one's events keep their order. */
export async function noteContacts(call: Call, rows: readonly ContactRow[]): Promise<void> {
  await saveContacts(call.tx, rows, call.now);
}
