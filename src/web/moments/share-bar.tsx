import { useShow } from '../platform/show.ts';
import classes from './moments.module.css';
import { SignShape } from './sign-mark.tsx';

/** Of so many moments how many were what. */
export interface Shares {
  readonly positive: number;
  readonly indifferent: number;
  readonly negative: number;
}

/** Fewer judged ones than this give no share. */
export const leastJudged = 5;

/** How many were judged. */
export function judgedOf({ positive, indifferent, negative }: Shares): number {
  return positive + indifferent + negative;
}

const parts = [
  ['negative', 'bad'],
  ['indifferent', 'indifferent'],
  ['positive', 'good'],
] as const;

/**
 * Bad, indifferent and good as a small stacked bar, with their numbers under it, each behind its sign: never colour
 * alone. Without a bar where too few were judged. Its words are the caller's: it is hidden from who hears the page.
 */
export function ShareBar({ of }: { readonly of: Shares }) {
  const show = useShow();
  const all = judgedOf(of);
  return (
    <span className={classes.shares} aria-hidden="true">
      {all < leastJudged ? (
        <span className={classes.noBar} />
      ) : (
        <span className={classes.bar}>
          {parts.map(([count, name]) =>
            of[count] === 0 ? null : (
              <span key={name} data-sign={name} style={{ flexGrow: of[count] }} className={classes.piece} />
            ),
          )}
        </span>
      )}
      <span className={classes.numbers}>
        {parts.map(([count, name]) => (
          <span key={name} className={classes.number} data-sign={name} data-none={of[count] === 0}>
            <SignShape name={name} />
            {show.number(of[count])}
          </span>
        ))}
      </span>
    </span>
  );
}
