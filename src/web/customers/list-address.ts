import { z } from 'zod';
import type { AskOf } from '../../shared/contract.ts';
import { kinds, type list, states } from '../../shared/customers.ts';
import { date, language } from '../../shared/scalars.ts';
import { dayEnd, dayStart } from '../platform/wall-time.ts';

export const sorts = ['last', 'made', 'name'] as const;

/** Which customers are listed, as it stands in the address: so a view can be linked, kept and shared. */
export const listAddress = z.object({
  q: z.string().max(200).optional(),
  state: z.enum(states).optional(),
  kind: z.enum(kinds).optional(),
  language: language.optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  since: date.optional(),
  until: date.optional(),
  sort: z.enum(sorts).optional(),
  /** Opens the dialog for a new customer, with this name. */
  make: z.string().max(200).optional(),
});
export type ListAddress = z.output<typeof listAddress>;

/** What narrows the list besides the search. */
export const filters = ['state', 'kind', 'language', 'country', 'since', 'until'] as const;

/** The list's question for an address; days are the reader's. */
export function listInput(address: ListAddress, zone: string, cursor: string | undefined): AskOf<typeof list> {
  const since = address.since === undefined ? undefined : dayStart(address.since, zone);
  const until = address.until === undefined ? undefined : dayEnd(address.until, zone);
  const asked: AskOf<typeof list> = { limit: 50, sort: address.sort ?? 'last' };
  if (address.q) asked.q = address.q;
  for (const name of ['state', 'kind', 'language', 'country'] as const) {
    const value = address[name];
    if (value !== undefined) Object.assign(asked, { [name]: value });
  }
  if (since !== undefined) asked.last_since = since;
  if (until !== undefined) asked.last_until = until;
  if (cursor !== undefined) asked.cursor = cursor;
  return asked;
}

/** A view as a query string, without what only opens a dialog. */
export function viewQuery(address: ListAddress): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(address)) {
    if (name !== 'make' && value !== undefined && value !== '') query.set(name, value);
  }
  return query.toString();
}
