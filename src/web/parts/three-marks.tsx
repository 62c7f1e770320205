import { useWords } from '../platform/words.ts';
import classes from './signs.module.css';

export interface ThreeMarksProps {
  /** Each from 1 to 5, or undefined where nobody knows. */
  readonly people?: number | undefined;
  readonly information?: number | undefined;
  readonly process?: number | undefined;
}

const names = ['people', 'information', 'process'] as const;

/** How often each mark failed. */
export type Failures = Readonly<Record<(typeof names)[number], number>>;

/** Which of the three marks fails how often: three columns, the one that fails most drawn strong; its name beside it is the caller's. */
export function FailingMarks({ of }: { readonly of: Failures }) {
  const most = Math.max(1, ...names.map((name) => of[name]));
  const worst = names.toSorted((a, b) => of[b] - of[a])[0];
  return (
    <svg width={30} height={18} viewBox="0 0 30 18" aria-hidden="true" focusable="false">
      {names.map((name, index) => {
        const height = of[name] === 0 ? 1.5 : 3 + (14 * of[name]) / most;
        const strong = name === worst && of[name] > 0;
        const width = strong ? 8 : 4;
        return (
          <rect
            key={name}
            x={index * 11 + (8 - width) / 2}
            y={17 - height}
            width={width}
            height={height}
            rx={1.5}
            fill={strong ? 'var(--owed)' : 'var(--ink-faint)'}
          />
        );
      })}
    </svg>
  );
}

/** People · information · process: three columns from 1 to 5, the worst one drawn strong. */
export function ThreeMarks(marks: ThreeMarksProps) {
  const { t } = useWords();
  const known = names.filter((name) => marks[name] !== undefined);
  const worst = known.toSorted((a, b) => (marks[a] ?? 6) - (marks[b] ?? 6))[0];
  const lowest = worst === undefined ? undefined : marks[worst];
  const parts = names.map((name) => {
    const mark = t(`parts.marks.${name}`);
    const value = marks[name];
    return value === undefined ? t('parts.marks.unknown', { mark }) : t('parts.marks.one', { mark, value });
  });
  const last = worst === undefined ? '' : t('parts.marks.worst', { mark: t(`parts.marks.${worst}`) });
  return (
    <span className={classes.sign}>
      <svg width={30} height={18} viewBox="0 0 30 18" role="img" aria-label={`${parts.join(', ')}. ${last}`.trim()}>
        {names.map((name, index) => (
          <Mark key={name} x={index * 11} value={marks[name]} strong={marks[name] === lowest} />
        ))}
      </svg>
      {worst === undefined ? null : (
        <span className={classes.word} data-tone={toneOf(marks[worst])}>
          {t(`parts.marks.${worst}`)}
        </span>
      )}
    </span>
  );
}

function Mark({
  x,
  value,
  strong,
}: {
  readonly x: number;
  readonly value: number | undefined;
  readonly strong: boolean;
}) {
  if (value === undefined)
    return <circle className={classes.ring} cx={x + 4} cy={14} r={2.4} strokeDasharray="1.5 1.2" />;
  const height = 2 + value * 3;
  const tone = value <= 2 ? 'var(--owed)' : value >= 4 ? 'var(--kept)' : 'var(--ink-soft)';
  const width = strong ? 8 : 4;
  return (
    <rect
      x={x + (8 - width) / 2}
      y={17 - height}
      width={width}
      height={height}
      rx={1.5}
      fill={strong ? tone : 'var(--ink-faint)'}
    />
  );
}

function toneOf(value: number | undefined): 'owed' | 'kept' | 'plain' {
  if (value === undefined || value === 3) return 'plain';
  return value <= 2 ? 'owed' : 'kept';
}
