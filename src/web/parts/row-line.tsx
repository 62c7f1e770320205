import type { ReactNode } from 'react';
import classes from './row-line.module.css';

export interface RowLineProps {
  readonly name: ReactNode;
  /** Under the name, softer. */
  readonly detail?: ReactNode;
  /** At the end of the row: a state, an age, a number. */
  readonly end?: ReactNode;
  /** Softer as a whole: what is closed, ended or has left. */
  readonly faded?: boolean;
}

/** What a row of a `List` shows when it is a name with something under and beside it. */
export function RowLine({ name, detail, end, faded = false }: RowLineProps) {
  return (
    <span className={classes.line} data-faded={faded}>
      <span className={classes.words}>
        <span className={classes.name}>{name}</span>
        {detail ? <span className={classes.detail}>{detail}</span> : null}
      </span>
      {end ? <span className={classes.end}>{end}</span> : null}
    </span>
  );
}
