import { useEffect } from 'react';
import { z } from 'zod';
import type { ReplyOf } from '../../shared/contract.ts';
import { publicPage } from '../../shared/promises-rates.ts';
import { language as languages } from '../../shared/scalars.ts';
import { logoPath } from '../../shared/staff-house.ts';
import { TextSkeleton } from '../parts/skeletons.tsx';
import { Empty, Failed } from '../parts/states.tsx';
import { useAddress } from '../platform/place.ts';
import { useShow } from '../platform/show.ts';
import { useAsk } from '../platform/use-ask.ts';
import { speak, useWords } from '../platform/words.ts';
import classes from './public.module.css';
import { PublicRate, PublicRateLine } from './public-rate.tsx';

type Reply = ReplyOf<typeof publicPage>;
type Promised = Reply['promises'][number];

const address = z.object({ language: languages.optional() });

/** The company's promises for everybody: what is promised, under which conditions, and how it is kept. */
export function PublicPage() {
  const { t, language } = useWords();
  const [{ language: wanted }] = useAddress(address);
  useEffect(() => {
    if (wanted !== undefined) void speak(wanted);
  }, [wanted]);
  const asked = useAsk(publicPage, { language }, { keep: true });
  const house = asked.data?.house;
  useEffect(() => {
    const title = t('promisesPublic.page.title');
    document.title = house === undefined ? title : `${title} · ${house}`;
  }, [t, house]);
  return (
    <div className={classes.page} data-own-head="true">
      {asked.data === undefined ? (
        asked.isError ? (
          <NotThere error={asked.error} retry={() => void asked.refetch()} />
        ) : (
          <TextSkeleton />
        )
      ) : (
        <Promises reply={asked.data} />
      )}
    </div>
  );
}

function NotThere({ error, retry }: { readonly error: { readonly code: string }; readonly retry: () => void }) {
  const { t } = useWords();
  if (error.code !== 'record.not-found') return <Failed error={error} retry={retry} />;
  return (
    <>
      <h1 className={classes.away} tabIndex={-1}>
        404
      </h1>
      <Empty title={t('promisesPublic.page.none')} sentence={t('promisesPublic.page.noneSentence')} />
    </>
  );
}

function Promises({ reply }: { readonly reply: Reply }) {
  const { t, language } = useWords();
  const { house, logo, rate, promises } = reply;
  return (
    <article lang={language}>
      <header className={classes.head}>
        <p className={classes.house}>
          {logo === null ? null : <img className={classes.logo} src={`${logoPath}?${logo}`} alt="" />}
          <span>{house}</span>
        </p>
        <h1 className={classes.title} tabIndex={-1}>
          {t('promisesPublic.page.title')}
        </h1>
        <p className={classes.sentence}>{t('promisesPublic.page.sentence', { house })}</p>
      </header>
      {promises.length === 0 ? <p>{t('promisesPublic.page.noPromises')}</p> : null}
      {promises.map((one) => (
        <Promised key={one.standing_id} promised={one} />
      ))}
      {rate === null ? null : <PublicRate rate={rate} />}
    </article>
  );
}

const details = ['conditions', 'limits', 'complain', 'indicator', 'contact'] as const;

function Promised({ promised }: { readonly promised: Promised }) {
  const { t } = useWords();
  const show = useShow();
  const { texts, rate, in_force_at: since } = promised;
  return (
    <section className={classes.promise}>
      <h2 className={classes.name}>{texts.title}</h2>
      <p className={classes.words}>{texts.promise}</p>
      <dl className={classes.details}>
        {details
          .filter((name) => texts[name] !== '')
          .map((name) => (
            <div key={name}>
              <dt>{t(`promisesPublic.page.${name}`)}</dt>
              <dd>{name === 'contact' ? <Contact text={texts[name]} /> : texts[name]}</dd>
            </div>
          ))}
      </dl>
      <p className={classes.foot}>
        {rate === null ? null : <PublicRateLine rate={rate} />}
        <span>{t('promisesPublic.page.since', { date: show.date(since) })}</span>
      </p>
    </section>
  );
}

/** An address or a number that can be used as it stands. */
function Contact({ text }: { readonly text: string }) {
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)) return <a href={`mailto:${text}`}>{text}</a>;
  if (/^\+?[\d\s().-]{7,20}$/.test(text)) return <a href={`tel:${text.replaceAll(/[^\d+]/g, '')}`}>{text}</a>;
  if (/^https:\/\/\S+$/.test(text)) return <a href={text}>{text}</a>;
  return text;
}
