import { Popover } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../platform/words.ts';
import classes from './figure.module.css';
import { LinkTo } from './link.tsx';
import { NotEnough } from './states.tsx';

export interface FigureProps {
  /** What the number says, short: "keeping rate". */
  readonly label: string;
  /** The number, already written for people by `show`; undefined means not enough data. */
  readonly value: ReactNode | undefined;
  /** The definition in one or two sentences. */
  readonly definition: string;
  readonly unit: 'customers' | 'cases' | 'events' | 'money' | 'promises' | 'moments';
  readonly period: string;
  /** Out of how many, in words: "1,204 promises due in the period". */
  readonly sample: string;
  /** The page with the rows behind the number. */
  readonly rows?: string;
  /** How much is known and needed, while it is not enough. */
  readonly enough?: { readonly have: number; readonly need: number };
}

/** A number with its meaning one click away: definition, unit, period, sample, and the rows behind it. */
export function Figure({ label, value, definition, unit, period, sample, rows, enough }: FigureProps) {
  const { t } = useWords();
  return (
    <div className={classes.figure}>
      <Popover width={320} position="bottom-start" withArrow trapFocus returnFocus>
        <Popover.Target>
          <button type="button" className={classes.label} aria-label={t('parts.figure.explain', { label })}>
            {label}
          </button>
        </Popover.Target>
        <Popover.Dropdown aria-label={label}>
          <dl className={classes.meaning}>
            <dt>{t('parts.figure.definition')}</dt>
            <dd>{definition}</dd>
            <dt>{t('parts.figure.unit')}</dt>
            <dd>{t(`parts.figure.${unit}`)}</dd>
            <dt>{t('parts.figure.period')}</dt>
            <dd>{period}</dd>
            <dt>{t('parts.figure.sample')}</dt>
            <dd>{sample}</dd>
          </dl>
          {rows === undefined ? null : <LinkTo to={rows}>{t('parts.figure.rows')}</LinkTo>}
        </Popover.Dropdown>
      </Popover>
      <div className={classes.value}>{value ?? <NotEnough inline {...enough} />}</div>
    </div>
  );
}
