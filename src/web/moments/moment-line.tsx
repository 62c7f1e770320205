import type { ReactNode } from 'react';
import type { ShownMoment } from '../../shared/moments-shown.ts';
import { ThreeMarks } from '../parts/three-marks.tsx';
import { Said } from '../parts/values.tsx';
import { sayCause, useSaying } from './moment-words.ts';
import classes from './moments.module.css';
import { SignMark } from './sign-mark.tsx';

export interface MomentLineProps {
  readonly moment: ShownMoment;
  /** False on the customer's own page, where he need not be named. */
  readonly named?: boolean;
  /** At the very end: the balance after it. */
  readonly end?: ReactNode;
}

/** One moment in a list: what was said first, then of whom, where and when; at the end how it was and what failed. */
export function MomentLine({ moment, named = true, end }: MomentLineProps) {
  const saying = useSaying();
  const { t, show } = saying;
  const cause = sayCause(t, moment.cause);
  const about = [
    named ? (moment.customer ?? t('customers.noName')) : undefined,
    saying.place(moment.touchpoint),
    show.relative(moment.at),
    moment.words === null || moment.cause === 'rated' ? undefined : cause,
    moment.sign === -1 && moment.owner !== null ? saying.department(moment.owner) : undefined,
  ].filter((one) => one !== undefined);
  const known = { people: moment.people, information: moment.information, process: moment.process };
  const marks = Object.fromEntries(
    Object.entries(known).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  );
  return (
    <span className={classes.line}>
      <span className={classes.lineWords}>
        <span className={classes.lineSaid}>
          {moment.words === null ? (
            (cause ?? <span className={classes.soft}>{t('moments.list.noWords')}</span>)
          ) : (
            <Said words={moment.words} {...(moment.language === null ? {} : { lang: moment.language })} />
          )}
        </span>
        <span className={classes.lineAbout}>{about.join(' · ')}</span>
      </span>
      <span className={classes.lineEnd}>
        {Object.keys(marks).length === 0 ? null : <ThreeMarks {...marks} />}
        <SignMark sign={moment.sign} severity={moment.severity} />
        {end}
      </span>
    </span>
  );
}
