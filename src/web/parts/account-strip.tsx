import { useWords } from '../platform/words.ts';
import classes from './signs.module.css';

/** `seen`: good by others' word alone, which repays nothing. */
export type MomentSign = 'good' | 'seen' | 'indifferent' | 'bad';

export interface AccountStripProps {
  /** The latest moments, oldest first; the last 14 are drawn, or as many as `drawn` says. */
  readonly moments: readonly MomentSign[];
  /** Credit above zero, owed below. */
  readonly balance: number;
  readonly drawn?: number;
  /** False where it is said beside the strip already. */
  readonly word?: boolean;
}

const step = 13;

/**
 * Five to one: a strip of dots in time; filled for good, hollow for indifferent, a heavy mark for bad. While something is
 * owed, a line runs under all from the last bad one on: good ones there stand in the places that they repaid, as many
 * empty places as are owed still follow. "owed 3" or "credit 7" stands beside it.
 */
export function AccountStrip({ moments, balance, drawn = 14, word = true }: AccountStripProps) {
  const { t } = useWords();
  const owed = Math.max(0, -balance);
  const last = moments.slice(-drawn);
  const places = Math.min(owed, 10);
  const width = Math.max(1, last.length + places) * step;
  const list = last.map((moment) => t(`parts.account.${moment}`)).join(', ');
  const since = owed === 0 ? -1 : last.lastIndexOf('bad');
  const repaid = since < 0 ? 0 : last.slice(since).filter((moment) => moment === 'good').length;
  const described = [
    last.length === 0 ? t('parts.account.none') : t('parts.account.describe', { list }),
    owed === 0 || since < 0 ? '' : `${t('parts.account.repaid', { done: repaid, all: repaid + owed })}.`,
  ];
  return (
    <span className={classes.sign}>
      <svg
        width={width}
        height={20}
        viewBox={`0 -2 ${width} 20`}
        role="img"
        aria-label={described.filter((one) => one !== '').join(' ')}
      >
        {since < 0 ? null : <line className={classes.debt} x1={since * step + 2} x2={width - 2} y1={17.4} y2={17.4} />}
        {last
          .map((sign, index) => ({ sign, x: index * step + step / 2, repays: since >= 0 && index > since }))
          .map((dot) => (
            <Dot key={dot.x} {...dot} />
          ))}
        {Array.from({ length: places }, (_, index) => (last.length + index) * step + step / 2).map((x) => (
          <circle key={x} className={classes.place} cx={x} cy={8} r={5} />
        ))}
      </svg>
      {word ? <Balance balance={balance} /> : null}
    </span>
  );
}

function Dot({ sign, x, repays }: { readonly sign: MomentSign; readonly x: number; readonly repays: boolean }) {
  if (sign === 'bad') return <rect className={classes.bad} x={x - 4.5} y={1} width={9} height={14} rx={2} />;
  if (sign === 'indifferent') return <circle className={classes.ring} cx={x} cy={8} r={3.6} />;
  if (sign === 'seen') {
    return (
      <>
        <circle className={classes.seen} cx={x} cy={8} r={4} />
        <circle className={classes.good} cx={x} cy={8} r={1.4} />
      </>
    );
  }
  return (
    <>
      {repays ? <circle className={classes.filled} cx={x} cy={8} r={5.6} /> : null}
      <circle className={classes.good} cx={x} cy={8} r={repays ? 3.6 : 4.2} />
    </>
  );
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
