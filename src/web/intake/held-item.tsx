import { Button, Checkbox } from '@mantine/core';
import { When } from '../parts/values.tsx';
import { useWords } from '../platform/words.ts';
import { CodeSample } from './code-sample.tsx';
import classes from './intake.module.css';
import type { Held } from './quarantine-page.tsx';
import { sayReason } from './reason-words.ts';

export interface HeldItemProps {
  readonly item: Held;
  readonly picked: boolean;
  readonly onPick: () => void;
  readonly onRetry: () => void;
  readonly onDrop: () => void;
}

/** One thing that could not be taken: its reason in words, and itself as it came. */
export function HeldItem({ item, picked, onPick, onRetry, onDrop }: HeldItemProps) {
  const { t } = useWords();
  const reason = sayReason(t, item.code);
  const waits = item.state === 'waiting';
  return (
    <li className={classes.held}>
      {waits ? (
        <Checkbox aria-label={t('intake.quarantine.pick', { reason })} checked={picked} onChange={onPick} />
      ) : (
        <span />
      )}
      <div>
        <div className={classes.reason}>
          {reason} {item.detail === '' ? null : <code>{item.detail}</code>}
        </div>
        <span className={classes.soft}>
          {item.source} · <When at={item.at} />
          {item.tries > 0 ? ` · ${t('intake.quarantine.tries', { count: item.tries })}` : ''}
        </span>
        <details className={classes.raw}>
          <summary>{t('intake.quarantine.raw')}</summary>
          <CodeSample label={t('intake.quarantine.raw')} text={pretty(item.raw)} />
        </details>
      </div>
      {waits ? (
        <div>
          <Button variant="subtle" size="compact-sm" onClick={onRetry}>
            {t('intake.quarantine.retry')}
          </Button>
          <Button variant="subtle" size="compact-sm" onClick={onDrop}>
            {t('intake.quarantine.drop')}
          </Button>
        </div>
      ) : null}
    </li>
  );
}

/** JSON in lines, where it is JSON; else as it came. */
function pretty(raw: string): string {
  try {
    return JSON.stringify(JSON.parse(raw), null, 2);
  } catch {
    return raw;
  }
}
