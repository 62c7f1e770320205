import { cell } from '../platform/cell.ts';

/** A contact that was just written down and is on its way to the server. */
export interface Pending {
  readonly draftId: string;
  readonly customerId: string;
  readonly channel: string;
  readonly words: string;
  readonly at: string;
  /** Set where the server did not take it; the words are kept as a draft. */
  readonly kept: boolean;
}

/** Contacts shown at once, before the server has answered. */
export const pending = cell<readonly Pending[]>([]);

/** Counts what this reader wrote himself: his own lines are folded in without asking. */
export const ownWrites = cell(0);

/** Puts a contact on the page at once. */
export function show(one: Pending): void {
  pending.set([...pending.get().filter((other) => other.draftId !== one.draftId), one]);
}

/** The server took it (or it was set aside): it is no longer on its way. */
export function settle(draftId: string): void {
  pending.set(pending.get().filter((other) => other.draftId !== draftId));
}

/** Tells open stories that something of the reader's own was written. */
export function noteOwnWrite(): void {
  ownWrites.set(ownWrites.get() + 1);
}
