import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { type AskedPromise, partnerPage } from '../../shared/promises-partners.ts';
import { TextSkeleton } from '../parts/skeletons.tsx';
import { Empty, Failed } from '../parts/states.tsx';
import { ask } from '../platform/ask.ts';
import type { Refused } from '../platform/refused.ts';
import { hasOwnLanguage, speak, useWords } from '../platform/words.ts';
import classes from './partner.module.css';
import { PartnerPromise } from './partner-promise.tsx';

type Reply = Awaited<ReturnType<typeof ask<typeof partnerPage.input, typeof partnerPage.reply>>>;

const everyMs = 60_000;
const parts = ['asked', 'accepted', 'answered', 'settled'] as const;
type Part = (typeof parts)[number];

/** What an outside partner is asked to keep, behind his link: the token stands after `#` and is sent in bodies alone. */
export function PartnerPage() {
  const { t } = useWords();
  const [token] = useState(() => globalThis.location.hash.slice(1));
  const missing = token.length < 20;
  const asked = useQuery<Reply, Refused>({
    queryKey: [partnerPage.name, token],
    queryFn: ({ signal }) => ask(partnerPage, { token }, { signal }),
    enabled: !missing,
    refetchInterval: (query) => (query.state.status === 'error' ? false : everyMs),
    retry: false,
  });
  const language = asked.data?.language;
  useEffect(() => {
    if (language !== undefined && !hasOwnLanguage()) void speak(language);
  }, [language]);
  useEffect(() => {
    document.title = t('promisesOutside.keeper.title');
  }, [t]);
  if (missing) {
    return (
      <Sheet title={t('promisesOutside.keeper.title')}>
        <Empty title={t('promisesOutside.keeper.noLink')} sentence={t('promisesOutside.keeper.noLinkSentence')} />
      </Sheet>
    );
  }
  if (asked.data !== undefined) {
    return <Asked reply={asked.data} token={token} renew={() => void asked.refetch()} />;
  }
  return (
    <Sheet title={t('promisesOutside.keeper.title')}>
      {asked.isError ? <NotOpened error={asked.error} retry={() => void asked.refetch()} /> : <TextSkeleton />}
    </Sheet>
  );
}

function NotOpened({ error, retry }: { readonly error: Refused; readonly retry: () => void }) {
  const { t } = useWords();
  if (error.code !== 'promise.link-void') return <Failed error={error} retry={retry} />;
  return <Empty title={t('promisesOutside.keeper.void')} sentence={t('promisesOutside.keeper.voidSentence')} />;
}

interface AskedProps {
  readonly reply: Reply;
  readonly token: string;
  readonly renew: () => void;
}

function Asked({ reply, token, renew }: AskedProps) {
  const { t } = useWords();
  const { house, partner, promises } = reply;
  const late = promises.filter((one) => one.late).length;
  const toAnswer = promises.filter((one) => partOf(one) === 'asked').length;
  const sentence = [
    toAnswer > 0 ? t('promisesOutside.keeper.toAnswer', { count: toAnswer }) : t('promisesOutside.keeper.allDone'),
    late > 0 ? t('promisesOutside.keeper.late', { count: late }) : '',
  ];
  return (
    <Sheet
      house={house}
      title={t('promisesOutside.keeper.titleOf', { house })}
      sentence={promises.length > 0 ? sentence.join(' ').trim() : undefined}
      reader={t('promisesOutside.keeper.for', { name: partner })}
    >
      {promises.length === 0 ? (
        <Empty
          title={t('promisesOutside.keeper.none')}
          sentence={t('promisesOutside.keeper.noneSentence', { house })}
        />
      ) : null}
      {parts.map((part) => {
        const own = promises.filter((one) => partOf(one) === part);
        return own.length === 0 ? null : (
          <section key={part} className={classes.part}>
            <h2 className={classes.partTitle}>{t(`promisesOutside.keeper.part.${part}`, { house })}</h2>
            <ul className={classes.list}>
              {own.map((one) => (
                <li key={one.promise_id} className={classes.item}>
                  <PartnerPromise promise={one} house={house} token={token} renew={renew} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      <About house={house} />
    </Sheet>
  );
}

/** Where on the page a promise stands. */
function partOf(promise: AskedPromise): Part {
  if (promise.state !== 'open') return 'settled';
  if (promise.acceptance === 'asked') return 'asked';
  return promise.acceptance === 'accepted' || promise.acceptance === 'unasked' ? 'accepted' : 'answered';
}

interface SheetProps {
  readonly house?: string;
  readonly title: string;
  readonly sentence?: string | undefined;
  readonly reader?: string;
  readonly children: ReactNode;
}

function Sheet({ house, title, sentence, reader, children }: SheetProps) {
  return (
    <div className={classes.sheet} data-own-head="true">
      <header className={classes.head}>
        {house === undefined ? null : (
          <p className={classes.house}>
            <strong>{house}</strong>
            <span>{reader}</span>
          </p>
        )}
        <h1 className={classes.title} tabIndex={-1}>
          {title}
        </h1>
        {sentence === undefined ? null : <p className={classes.sentence}>{sentence}</p>}
      </header>
      {children}
    </div>
  );
}

function About({ house }: { readonly house: string }) {
  const { t } = useWords();
  return (
    <footer className={classes.about}>
      <p>
        {t('promisesOutside.keeper.trust', { house })} {t('promisesOutside.keeper.keepSecret')}
      </p>
      <details>
        <summary>{t('promisesOutside.keeper.program')}</summary>
        <p>{t('promisesOutside.keeper.programSentence', { path: 'POST /api/v1/promises/partner-page' })}</p>
        <pre className={classes.sample}>{'{"token": "…"}'}</pre>
        <a href="/docs">{t('promisesOutside.keeper.programLink')}</a>
      </details>
    </footer>
  );
}
