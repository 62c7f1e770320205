import type { ReplyOf } from '../../shared/contract.ts';
import type { days } from '../../shared/promises-rates.ts';
import { useWords } from '../platform/words.ts';
import { keeperPart, listPath } from './list-address.ts';

/** What `promises.days` tells. */
export type Days = ReplyOf<typeof days>;
export type KeeperDays = Days['keepers'][number];

/** True where more is promised for a day than its keeper keeps on a day. */
export function isOver(keeper: KeeperDays, open: number): boolean {
  return keeper.keeps_a_day !== null && open > keeper.keeps_a_day;
}

/** The list of what one keeper has to keep on a day. */
export function cellPath(keeper: KeeperDays, day: string): string {
  return listPath({ which: 'open', since: day, until: day, ...keeperPart(keeper) });
}

/** How a keeper is called: by his name, or "nobody named". */
export function useKeeperName(): (keeper: Pick<KeeperDays, 'name' | 'value'>) => string {
  const { t } = useWords();
  return (keeper) => (keeper.value === '' ? t('promises.nobody') : keeper.name);
}
