import { Link } from '@tanstack/react-router';
import { Section } from '../parts/page.tsx';
import { useShow } from '../platform/show.ts';
import { useWords } from '../platform/words.ts';
import { listPath } from './list-address.ts';
import classes from './page.module.css';
import type { Overview } from './shown.ts';

/** Why promises were broken, the commonest first; those of which nobody said why lead to where it can be said. */
export function Reasons({ told }: { readonly told: Overview }) {
  const { t } = useWords();
  const show = useShow();
  const { reasons, since, until } = told;
  const most = Math.max(1, ...reasons.map((one) => one.broken));
  const all = reasons.reduce((sum, one) => sum + one.broken, 0);
  if (all === 0) return null;
  return (
    <Section title={t('promises.reasons.title')} sentence={t('promises.reasons.sentence', { count: all })}>
      <ol className={classes.reasons}>
        {reasons.map(({ reason, broken }) => (
          <li key={reason ?? 'none'}>
            <Link to={listPath({ which: 'broken', since, until, reason: reason ?? 'none' })} className={classes.reason}>
              <span>{reason === null ? t('promises.reasons.none') : t(`promises.reason.${reason}`)}</span>
              <span className={classes.track}>
                <span
                  className={classes.bar}
                  data-none={reason === null}
                  style={{ inlineSize: `${(100 * broken) / most}%` }}
                />
              </span>
              <span className={classes.count}>
                {show.number(broken)} · {show.percent(broken / all)}
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </Section>
  );
}
