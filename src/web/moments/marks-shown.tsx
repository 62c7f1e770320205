import type { ShownMarks } from '../../shared/moments-shown.ts';
import { useWords } from '../platform/words.ts';
import classes from './moment.module.css';

const rows = ['people', 'information', 'process', 'environment', 'functional', 'emotional'] as const;
const all = [1, 2, 3, 4, 5] as const;

/** The marks from 1 to 5, the three first; the worst drawn strong and named. */
export function MarksShown({ marks }: { readonly marks: ShownMarks }) {
  const { t } = useWords();
  const known = rows.flatMap((name) => {
    const value = marks[name];
    return value === null ? [] : [{ name, value }];
  });
  if (known.length === 0) return <p className={classes.soft}>{t('moments.one.noMarks')}</p>;
  const worst = Math.min(...known.map((one) => one.value));
  return (
    <dl className={classes.marks}>
      {known.map(({ name, value }) => {
        const isWorst = value === worst && worst < 5;
        return (
          <div key={name} className={classes.mark} data-worst={isWorst}>
            <dt>{t(`moments.marks.${name}`)}</dt>
            <dd>
              <Steps value={value} strong={isWorst} />
              {t('moments.one.value', { value })}
              {isWorst ? ` · ${t('moments.one.worst')}` : ''}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** Five small places, as many filled as the mark says. */
export function Steps({ value, strong = true }: { readonly value: number; readonly strong?: boolean }) {
  const tone = value <= 2 ? 'owed' : value >= 4 ? 'kept' : 'plain';
  return (
    <span className={classes.steps} data-tone={strong ? tone : 'faint'} aria-hidden="true">
      {all.map((step) => (
        <span key={step} data-on={step <= value} />
      ))}
    </span>
  );
}
