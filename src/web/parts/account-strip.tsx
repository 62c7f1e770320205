import { useWords } from '../platform/words.ts';
import classes from './signs.module.css';

export type MomentSign = 'good' | 'indifferent' | 'bad';

export interface AccountStripProps {
  /** The latest moments, oldest first; the last 14 are drawn. */
  readonly moments: readonly MomentSign[];
  /** Credit above zero, owed below. */
  readonly balance: number;
}

const step = 13;
const drawn = 14;

/**
 * Five to one: a strip of dots in time; filled for good, hollow for indifferent, a heavy mark for bad; while something
 * is owed, that many empty places follow. "owed 3" or "credit 7" stands beside it.
 */
export function AccountStrip({ moments, balance }: AccountStripProps) {
  const { t } = useWords();
  const owed = Math.max(0, -balance);
  const last = moments.slice(-drawn);
  const places = Math.min(owed, 10);
  const width = Math.max(1, last.length + places) * step;
  const list = last.map((moment) => t(`parts.account.${moment}`)).join(', ');
  const described = last.length === 0 ? t('parts.account.none') : t('parts.account.describe', { list });
  return (
    <span className={classes.sign}>
      <svg width={width} height={16} viewBox={`0 0 ${width} 16`} role="img" aria-label={described}>
        {last
          .map((sign, index) => ({ sign, x: index * step + step / 2 }))
          .map((dot) => (
            <Dot key={dot.x} {...dot} />
          ))}
        {Array.from({ length: places }, (_, index) => (last.length + index) * step + step / 2).map((x) => (
          <circle key={x} className={classes.place} cx={x} cy={8} r={4} />
        ))}
      </svg>
      <Balance balance={balance} />
    </span>
  );
}

function Dot({ sign, x }: { readonly sign: MomentSign; readonly x: number }) {
  if (sign === 'bad') return <rect className={classes.bad} x={x - 4.5} y={1} width={9} height={14} rx={2} />;
  if (sign === 'indifferent') return <circle className={classes.ring} cx={x} cy={8} r={3.6} />;
  return <circle className={classes.good} cx={x} cy={8} r={4.2} />;
}

/** "owed 3", "credit 7" or "even", in words and colour. */
export function Balance({ balance }: { readonly balance: number }) {
  const { t } = useWords();
  if (balance < 0) {
    return (
      <span className={classes.word} data-tone="owed">
        {t('parts.account.owed', { count: -balance })}
      </span>
    );
  }
  return (
    <span className={classes.word} data-tone={balance > 0 ? 'kept' : 'plain'}>
      {balance > 0 ? t('parts.account.credit', { count: balance }) : t('parts.account.even')}
    </span>
  );
}
