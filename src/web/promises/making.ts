import { cell } from '../platform/cell.ts';

/** Whose word it is: ours, the customer's, or what he expects though nobody promised it. */
export const sides = ['company', 'customer', 'expectation'] as const;
export type Side = (typeof sides)[number];

/** What is known already when somebody begins to write a promise down. */
export interface Making {
  readonly customer?: { readonly id: string; readonly name: string | null };
  readonly side?: Side;
  readonly words?: string;
  readonly due?: string;
  readonly channel?: string;
  /** The promise that waits for this one: then it is an inner step. */
  readonly outer?: { readonly promiseId: string; readonly words: string | null };
}

/** What is being written down; undefined while nothing is. */
export const making = cell<Making | undefined>(undefined);

/** Opens the dialog that makes a promise, over whatever page is there. */
export function openMaking(start: Making = {}): void {
  making.set(start);
}
