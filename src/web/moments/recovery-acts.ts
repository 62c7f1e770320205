import type { Right } from '../../shared/contract.ts';
import type { ShownRecovery } from '../../shared/moments-recovery.ts';

/** What one may do with what is to be repaired. */
export type RecoveryAct = 'own' | 'assign' | 'want' | 'repair' | 'outcome' | 'giveUp' | 'goOn';

/** The keys under which each act stands. */
export const actKeys: Readonly<Record<RecoveryAct, string>> = {
  own: 'a',
  assign: 'h',
  want: 'w',
  repair: 'd',
  outcome: 'o',
  giveUp: 'x',
  goOn: 'u',
};

/** The acts that fit now, the likeliest first: take it, ask him, repair it, hear his word. */
export function actsOf(
  recovery: Pick<ShownRecovery, 'state' | 'owner' | 'wants'>,
  me: string,
  can: (right: Right) => boolean,
): readonly RecoveryAct[] {
  const manages = can('promises.manage');
  if (recovery.state === 'given-up') return manages ? ['goOn'] : [];
  if (['repaired', 'void'].includes(recovery.state) || !can('customers.write')) return [];
  const own: RecoveryAct[] = recovery.owner?.person_id === me ? [] : ['own'];
  const next: Readonly<Record<string, readonly RecoveryAct[]>> = {
    open: ['want', 'repair', 'assign', 'outcome'],
    owned: recovery.wants === null ? ['want', 'repair', 'outcome', 'assign'] : ['repair', 'want', 'outcome', 'assign'],
    done: ['outcome', 'repair', 'want', 'assign'],
    unrepaired: ['want', 'repair', 'outcome', 'assign'],
  };
  const rest = next[recovery.state] ?? [];
  // Whoever has not taken it yet takes it first, but where he only has to hear the customer's word.
  const all = recovery.state === 'done' ? [...rest, ...own] : [...own, ...rest];
  return manages ? [...all, 'giveUp'] : all;
}
