import type { ReactNode } from 'react';
import { useWords } from '../platform/words.ts';
import classes from './skeletons.module.css';

const widths = ['58%', '72%', '44%', '66%', '51%', '78%', '40%', '62%'] as const;

function Waiting({ children }: { children: ReactNode }) {
  const { t } = useWords();
  return (
    <div className={classes.waiting} role="status">
      <span className={classes.said}>{t('parts.state.loading')}</span>
      {children}
    </div>
  );
}

/** Rows to come. */
export function ListSkeleton({ rows = 6 }: { rows?: number }) {
  return (
    <Waiting>
      {widths.slice(0, rows).map((width) => (
        <div key={width} className={classes.row}>
          <span className={classes.bar} style={{ width }} />
          <span className={classes.bar} data-short="true" />
        </div>
      ))}
    </Waiting>
  );
}

/** Lines of text to come. */
export function TextSkeleton({ lines = 3 }: { lines?: number }) {
  return (
    <Waiting>
      {widths.slice(0, lines).map((width) => (
        <span key={width} className={classes.line} style={{ width }} />
      ))}
    </Waiting>
  );
}

/** A whole page to come: title, sentence, rows. */
export function PageSkeleton() {
  return (
    <div className={classes.page}>
      <Waiting>
        <span className={classes.head} />
        <span className={classes.line} style={{ width: '34%' }} />
        <div className={classes.space} />
        {widths.slice(0, 5).map((width) => (
          <div key={width} className={classes.row}>
            <span className={classes.bar} style={{ width }} />
            <span className={classes.bar} data-short="true" />
          </div>
        ))}
      </Waiting>
    </div>
  );
}
