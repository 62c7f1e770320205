import { Tooltip } from '@mantine/core';
import type { Money as MoneyValue } from '../../shared/scalars.ts';
import { useShow } from '../platform/show.ts';
import { useWords } from '../platform/words.ts';
import classes from './values.module.css';

/** An amount with its currency, exact, in tabular figures; negative ones keep their sign. */
export function Money({ value }: { readonly value: MoneyValue }) {
  const show = useShow();
  return <span className={classes.figures}>{show.money(value)}</span>;
}

export interface WhenProps {
  /** An instant (ISO 8601) or a calendar date. */
  readonly at: string | null | undefined;
  /** `relative` "3 days ago" (default), `date` "22 Nov 2026", `time` "14:05"; the exact instant is in the tooltip. */
  readonly as?: 'relative' | 'date' | 'time';
}

/** An instant as people say it; exact, in the reader's zone, on hover or focus. */
export function When({ at, as = 'relative' }: WhenProps) {
  const show = useShow();
  const { t } = useWords();
  if (at === null || at === undefined) return <span className={classes.unknown}>{t('parts.when.unknown')}</span>;
  const whole = /^\d{4}-\d{2}-\d{2}$/.test(at);
  return (
    <Tooltip label={whole ? show.date(at) : show.exact(at)}>
      <time dateTime={at}>{show[as](at)}</time>
    </Tooltip>
  );
}

/** A key as it is; one too long for its place breaks before the `@` rather than anywhere. */
export function KeyText({ value }: { readonly value: string }) {
  const at = value.indexOf('@');
  if (at < 1) return value;
  return (
    <>
      {value.slice(0, at)}
      <wbr />
      {value.slice(at)}
    </>
  );
}

/** The customer's own words: in a serif, between the quotation marks of the page's language. */
export function Said({
  words,
  lang,
  block = false,
}: {
  readonly words: string;
  readonly lang?: string;
  readonly block?: boolean;
}) {
  if (block) {
    return (
      <blockquote className={classes.block} lang={lang}>
        <q className={classes.said}>{words}</q>
      </blockquote>
    );
  }
  return (
    <q className={classes.said} lang={lang}>
      {words}
    </q>
  );
}
