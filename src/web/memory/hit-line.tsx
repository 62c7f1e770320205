import type { ReplyOf } from '../../shared/contract.ts';
import type { search } from '../../shared/memory.ts';
import { calledOf } from '../parts/found-customer.ts';
import { When } from '../parts/values.tsx';
import { useWords } from '../platform/words.ts';
import { ChannelIcon, sayChannel } from './channel-icon.tsx';
import { lookOf } from './event-lines.ts';
import { piecesOf, tidyOf } from './excerpt.ts';
import classes from './search.module.css';

export type Hit = ReplyOf<typeof search>['hits'][number];

/** An event that was found: whose, when, and the text around what was searched. */
export function HitLine({ hit, whose = false }: { readonly hit: Hit; readonly whose?: boolean }) {
  const { t } = useWords();
  return (
    <span className={classes.hit}>
      <span className={classes.sign} aria-hidden="true">
        <ChannelIcon channel={hit.channel} />
      </span>
      <span className={classes.text}>
        {whose ? (
          <strong className={classes.who}>{calledOf(t, { name: hit.customer_name, key: hit.customer_key })}</strong>
        ) : null}
        <span className={classes.excerpt} lang={hit.language}>
          <Marked excerpt={tidyOf(hit.excerpt, hit.name)} />
        </span>
        <span className={classes.about}>
          {lookOf('track', hit.name) ? sayChannel(t, hit.channel) : hit.name} · <When at={hit.happened_at} as="date" />
        </span>
      </span>
    </span>
  );
}

/** Writes an excerpt with what was found marked; the marks come as the control characters 1 and 2. */
export function Marked({ excerpt }: { readonly excerpt: string }) {
  return piecesOf(excerpt).map((piece) => (piece.found ? <mark key={piece.at}>{piece.text}</mark> : piece.text));
}

/** "Searched for X instead", where typing errors were corrected. */
export function Corrected({ typed, corrected }: { readonly typed: string; readonly corrected: string | null }) {
  const { t } = useWords();
  if (corrected === null || corrected.toLowerCase() === typed.toLowerCase()) return null;
  return <p className={classes.corrected}>{t('memory.search.corrected', { typed, corrected })}</p>;
}

/** Hits in a row that say the same of the same customer (a call, and the question asked in it) as one. */
export function withoutEchoes(hits: readonly Hit[]): readonly Hit[] {
  return hits.filter((hit, place) => {
    const before = hits[place - 1];
    return before?.customer_id !== hit.customer_id || before.excerpt !== hit.excerpt;
  });
}
