import { z } from 'zod';
import type { AskOf } from '../../shared/contract.ts';
import { reasons } from '../../shared/promises-shown.ts';
import type { list } from '../../shared/promises-views.ts';
import { date, id } from '../../shared/scalars.ts';

/** Which promises, in the order in which they ask to be looked at. */
export const whiches = ['open', 'late', 'asked', 'broken', 'exceeded', 'settled', 'found', 'unexpected'] as const;

const told = z.string().min(1).max(200).optional();

/** Which promises are listed, as it stands in the address. */
export const listAddress = z.object({
  which: z.enum(whiches).optional(),
  keeper_department: told,
  keeper_person: told,
  keeper_partner: id.optional(),
  maker_department: told,
  maker_person: told,
  touchpoint: told,
  product: told,
  kind: z.string().min(1).max(60).optional(),
  reason: z.enum([...reasons, 'none']).optional(),
  standing_id: id.optional(),
  since: date.optional(),
  until: date.optional(),
  mine: z.literal('true').optional(),
});
export type ListAddress = z.output<typeof listAddress>;

/** Everything that narrows the list besides which promises it shows. */
export const narrowing = [
  'keeper_department',
  'keeper_person',
  'keeper_partner',
  'maker_department',
  'maker_person',
  'touchpoint',
  'product',
  'kind',
  'reason',
  'standing_id',
  'since',
  'until',
  'mine',
] as const;

/** The list's question for an address. */
export function listInput(address: ListAddress, cursor: string | undefined): AskOf<typeof list> {
  const asked: AskOf<typeof list> = { which: address.which ?? 'open', limit: 50 };
  for (const name of narrowing) {
    if (address[name] !== undefined) Object.assign(asked, { [name]: address[name] });
  }
  if (cursor !== undefined) asked.cursor = cursor;
  return asked;
}

/** The address of a list, for whoever wants to see the rows behind a number. */
export function listPath(address: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(address)) if (value !== undefined && value !== '') query.set(name, value);
  return `/promises/list?${query.toString()}`;
}

/** The part of an address that names a keeper by what a count is told of. */
export function keeperPart(row: {
  readonly value: string;
  readonly party: { readonly kind: string } | null;
}): Readonly<Record<string, string>> | undefined {
  if (row.value === '' || row.party === null) return undefined;
  if (row.party.kind === 'partner') return { keeper_partner: row.value };
  return row.party.kind === 'person' ? { keeper_person: row.value } : { keeper_department: row.value };
}
