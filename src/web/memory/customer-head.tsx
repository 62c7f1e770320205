import type { Brief } from '../../shared/memory.ts';
import { minorMoney } from '../parts/minor-money.ts';
import { Said, When } from '../parts/values.tsx';
import { type Show, useShow } from '../platform/show.ts';
import { type Say, useWords } from '../platform/words.ts';
import { sayBy } from './channel-icon.tsx';
import classes from './customer.module.css';
import type { Recalled } from './use-story.ts';

/** What he is to us in a sentence or three: who and where, since when and how we meet, what he bought. */
export function WhatHeIs({ recalled }: { readonly recalled: Recalled }) {
  const { t, language } = useWords();
  const show = useShow();
  const { brief } = recalled;
  const sentences = [
    whoSentence(brief, t, language),
    contactSentence(recalled, t, show),
    boughtSentence(brief, t, show),
  ];
  const marks = [
    brief.state === 'pending' ? t('memory.head.pending') : undefined,
    brief.state === 'unknown' ? t('memory.head.unknown') : undefined,
    brief.members > 1 ? t('memory.head.joined', { count: brief.members }) : undefined,
    brief.open_claims > 0 ? t('memory.head.claims', { count: brief.open_claims }) : undefined,
  ].filter((mark) => mark !== undefined);
  return (
    <>
      {sentences.filter((sentence) => sentence !== undefined).join(' ')}
      {marks.map((mark) => (
        <span key={mark} className={classes.mark}>
          {mark}
        </span>
      ))}
    </>
  );
}

function whoSentence(brief: Brief, t: Say, language: string): string | undefined {
  const place = [brief.city, brief.country === null ? null : nameIn(language, 'region', brief.country)]
    .filter((one) => one !== null)
    .join(', ');
  const tongue = brief.language === null ? undefined : nameIn(language, 'language', brief.language);
  const kind = brief.kind === 'organisation' ? t('memory.head.organisation') : t('memory.head.person');
  if (place !== '' && tongue !== undefined) return t('memory.head.whoPlaceTongue', { kind, place, tongue });
  if (place !== '') return t('memory.head.whoPlace', { kind, place });
  if (tongue !== undefined) return t('memory.head.whoTongue', { kind, tongue });
  return t('memory.head.who', { kind });
}

function contactSentence({ brief, events }: Recalled, t: Say, show: Show): string {
  if (brief.first_at === null || brief.events === 0) return t('memory.head.noContacts');
  const counts = new Map<string, number>();
  for (const { channel } of events) if (channel !== 'back-office') counts.set(channel, (counts.get(channel) ?? 0) + 1);
  const most = [...counts].toSorted((a, b) => b[1] - a[1]).slice(0, 2);
  const contacts = t('memory.head.contacts', { count: brief.events, date: show.date(brief.first_at) });
  if (most.length === 0) return contacts;
  const by = show.list(most.map(([channel]) => sayBy(t, channel)));
  return `${contacts} ${t('memory.head.lately', { channels: by })}`;
}

function boughtSentence(brief: Brief, t: Say, show: Show): string | undefined {
  const bought = brief.spending.filter((one) => one.purchases > 0);
  if (bought.length === 0) return undefined;
  const sums = show.list(bought.map((one) => show.money(minorMoney(one.sold_minor, one.currency))));
  const purchases = bought.reduce((sum, one) => sum + one.purchases, 0);
  return t('memory.head.bought', { count: purchases, sums });
}

function nameIn(locale: string, type: 'region' | 'language', code: string): string {
  try {
    return new Intl.DisplayNames(locale, { type }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** What he said last, in his own words, with how and when. */
export function LastWords({ brief }: { readonly brief: Brief }) {
  const { t } = useWords();
  const last = brief.last_words;
  if (last === null) return null;
  return (
    <div className={classes.last}>
      <p className={classes.lastWords}>
        <Said words={last.words} lang={last.language} />
      </p>
      <p className={classes.lastAbout}>
        {t('memory.head.last')}
        {last.channel === 'back-office' ? '' : `, ${sayBy(t, last.channel)}`}, <When at={last.at} />
      </p>
    </div>
  );
}
