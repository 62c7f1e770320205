import { Button } from '@mantine/core';
import { useShow } from '../platform/show.ts';
import { useWords } from '../platform/words.ts';
import classes from './long-work.module.css';

export interface LongWorkProps {
  readonly label: string;
  readonly done: number;
  /** Absent while it is not known how much there is. */
  readonly all?: number;
  /** Rows a second, and milliseconds to go, where they can be told. */
  readonly rate?: number;
  readonly left?: number;
  /** Instead of how many are done of how many, where these are no numbers for people. */
  readonly said?: string;
  readonly stop?: () => void;
}

/** The progress of long work: how far, how fast, how long still, and that one may leave. */
export function LongWork({ label, done, all, rate, left, said: told, stop }: LongWorkProps) {
  const { t } = useWords();
  const show = useShow();
  const share = all === undefined || all === 0 ? undefined : Math.min(1, done / all);
  const said = told ?? (all === undefined ? show.number(done) : t('parts.progress.of', { done, all }));
  return (
    <div className={classes.work}>
      <div className={classes.head}>
        <strong>{label}</strong>
        <span className={classes.numbers}>{share === undefined ? said : show.percent(share)}</span>
      </div>
      <progress className={classes.bar} aria-label={label} {...(share === undefined ? {} : { value: share, max: 1 })} />
      <div className={classes.foot}>
        <span className={classes.numbers}>
          {said}
          {rate === undefined ? '' : ` · ${t('parts.progress.rate', { rate })}`}
          {left === undefined ? '' : ` · ${t('parts.progress.left', { time: show.span(left) })}`}
        </span>
        {stop ? (
          <Button variant="subtle" size="compact-sm" onClick={stop}>
            {t('parts.act.stop')}
          </Button>
        ) : null}
      </div>
      <p className={classes.leave}>{t('parts.progress.canLeave')}</p>
    </div>
  );
}
