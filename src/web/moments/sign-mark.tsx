import { useWords } from '../platform/words.ts';
import { type SignName, signName } from './moment-words.ts';
import classes from './moments.module.css';

export interface SignMarkProps {
  readonly sign: -1 | 0 | 1 | null;
  readonly severity?: number;
}

/** How a moment was, in the account's own signs: filled for good, hollow for indifferent, a heavy mark for bad. */
export function SignMark({ sign, severity = 1 }: SignMarkProps) {
  const { t } = useWords();
  const name = signName(sign);
  const grave = name === 'bad' && severity > 1 ? `, ${t('moments.sign.grave')}` : '';
  return (
    <span className={classes.sign} data-sign={name}>
      <SignShape name={name} />
      {t(`moments.sign.${name}`)}
      {grave}
    </span>
  );
}

/** The drawing alone, 12 by 12; words stand beside it. */
export function SignShape({ name }: { readonly name: SignName }) {
  return (
    <svg
      className={classes.shape}
      data-sign={name}
      width={12}
      height={12}
      viewBox="0 0 12 12"
      aria-hidden="true"
      focusable="false"
    >
      {name === 'bad' ? <rect x={2} y={0} width={8} height={12} rx={2} /> : null}
      {name === 'good' ? <circle cx={6} cy={6} r={4.6} /> : null}
      {name === 'indifferent' ? <circle cx={6} cy={6} r={4} /> : null}
      {name === 'unjudged' ? <circle cx={6} cy={6} r={4} strokeDasharray="2 2" /> : null}
    </svg>
  );
}
