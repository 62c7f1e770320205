import type { Source } from '../../shared/intake.ts';
import { useShow } from '../platform/show.ts';
import { useWords } from '../platform/words.ts';
import classes from './intake.module.css';

const parts = ['remembered', 'duplicate', 'quarantined'] as const;

export interface CountBarProps {
  readonly counts: Pick<Source, 'sent' | (typeof parts)[number]>;
  /** The sum in words as well: "1,204 sent = 1,190 remembered + 12 duplicate + 2 quarantined". */
  readonly words?: boolean;
}

/** What came of everything that was sent: a small bar whose parts always add up to the whole. */
export function CountBar({ counts, words = false }: CountBarProps) {
  const { t } = useWords();
  const show = useShow();
  const said = parts.map((part) => `${show.number(counts[part])} ${t(`intake.count.${part}`)}`).join(' + ');
  const whole = `${show.number(counts.sent)} ${t('intake.count.sent')} = ${said}`;
  return (
    <span className={classes.counts}>
      <span className={classes.bar} role="img" aria-label={whole}>
        {counts.sent === 0
          ? null
          : parts.map((part) =>
              counts[part] === 0 ? null : <span key={part} data-part={part} style={{ flexGrow: counts[part] }} />,
            )}
      </span>
      {words ? (
        <span className={classes.sum} aria-hidden="true">
          <strong>{show.number(counts.sent)}</strong> {t('intake.count.sent')} ={' '}
          {parts.map((part, index) => (
            <span key={part} className={classes.term}>
              {index > 0 ? ' + ' : ''}
              <span className={classes.dot} data-part={part} />
              {show.number(counts[part])} {t(`intake.count.${part}`)}
            </span>
          ))}
        </span>
      ) : null}
    </span>
  );
}
