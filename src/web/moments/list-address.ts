import { z } from 'zod';
import type { AskOf } from '../../shared/contract.ts';
import { failingMark, momentKinds, source, stage } from '../../shared/moments-shown.ts';
import type { list } from '../../shared/moments-views.ts';
import { date } from '../../shared/scalars.ts';

export const signNames = ['bad', 'indifferent', 'good', 'unjudged'] as const;
export const kindNames = [...momentKinds, 'unsaid'] as const;

/** Which moments are listed, as it stands in the address. */
export const listAddress = z.object({
  sign: z.enum(signNames).optional(),
  since: date.optional(),
  until: date.optional(),
  touchpoint: z.string().min(1).max(200).optional(),
  stage: stage.optional(),
  failing: failingMark.optional(),
  kind: z.enum(kindNames).optional(),
  department: z.string().min(1).max(200).optional(),
  source: source.optional(),
});
export type ListAddress = z.output<typeof listAddress>;

/** Everything that narrows the list besides how the moments were. */
export const narrowing = ['touchpoint', 'stage', 'failing', 'kind', 'department', 'source', 'since', 'until'] as const;

/** In an address an empty text says nothing: this stands for the moments of which no place or department is told. */
export const nowhere = '-';

/** The list's question for an address. */
export function listInput(address: ListAddress, cursor: string | undefined): AskOf<typeof list> {
  const told = Object.entries(address).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value === nowhere ? '' : value] as const],
  );
  return { ...Object.fromEntries(told), limit: 50, ...(cursor === undefined ? {} : { cursor }) };
}

/** The address of a list, for whoever wants to see the rows behind a number. */
export function listPath(address: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(address)) {
    if (value !== undefined) query.set(name, value === '' ? nowhere : value);
  }
  return `/moments/list?${query.toString()}`;
}
