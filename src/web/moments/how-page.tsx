import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import type { ReplyOf } from '../../shared/contract.ts';
import { readQuestion } from '../../shared/moments-questions.ts';
import { TextSkeleton } from '../parts/skeletons.tsx';
import { Empty, Failed } from '../parts/states.tsx';
import { ask } from '../platform/ask.ts';
import { instantOf } from '../platform/clock.ts';
import type { Refused } from '../platform/refused.ts';
import { useShow } from '../platform/show.ts';
import { hasOwnLanguage, speak, useWords } from '../platform/words.ts';
import classes from './how.module.css';
import { HowContact } from './how-contact.tsx';
import { HowRepaired } from './how-repaired.tsx';
import { HowStop } from './how-stop.tsx';

type Question = ReplyOf<typeof readQuestion>;

/**
 * What a customer is asked, behind his link: the token stands after `#` and is sent in bodies alone. Opening the page
 * changes nothing; one tap on a mark answers.
 */
export function HowPage() {
  const { t } = useWords();
  const [token] = useState(() => globalThis.location.hash.slice(1));
  const missing = token.length < 20;
  const asked = useQuery<Question, Refused>({
    queryKey: [readQuestion.name, token],
    queryFn: ({ signal }) => ask(readQuestion, { token }, { signal }),
    enabled: !missing,
    // What he sees while he answers must not change under his hand.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    retry: false,
  });
  const language = asked.data?.language;
  useEffect(() => {
    if (language !== undefined && !hasOwnLanguage()) void speak(language);
  }, [language]);
  useEffect(() => {
    document.title = t('momentsOutside.page.title');
  }, [t]);
  if (missing) {
    return (
      <Sheet title={t('momentsOutside.page.title')}>
        <Empty title={t('momentsOutside.page.noLink')} sentence={t('momentsOutside.page.noLinkSentence')} />
      </Sheet>
    );
  }
  if (asked.data !== undefined) return <Asked question={asked.data} token={token} />;
  return (
    <Sheet title={t('momentsOutside.page.title')}>
      {asked.isError ? <NotOpened error={asked.error} retry={() => void asked.refetch()} /> : <TextSkeleton />}
    </Sheet>
  );
}

function NotOpened({ error, retry }: { readonly error: Refused; readonly retry: () => void }) {
  const { t } = useWords();
  if (error.code !== 'question.link-void') return <Failed error={error} retry={retry} />;
  return <Empty title={t('momentsOutside.page.void')} sentence={t('momentsOutside.page.voidSentence')} />;
}

function Asked({ question, token }: { readonly question: Question; readonly token: string }) {
  const { t, language } = useWords();
  const show = useShow();
  const { house, kind, stage } = question;
  const day = new Intl.DateTimeFormat(show.locale, { dateStyle: 'full', timeZone: question.zone }).format(
    instantOf(question.at),
  );
  const place = question.touchpoint_names?.[language];
  const title = kind === 'recovery' ? 'recovery' : stage === 'remembrance' ? 'later' : 'contact';
  return (
    <Sheet
      title={t(`momentsOutside.page.${title}`)}
      about={
        place === undefined
          ? t('momentsOutside.page.of', { house, day })
          : t('momentsOutside.page.at', { house, day, place })
      }
    >
      {question.answered ? <p className={classes.soft}>{t('momentsOutside.page.again')}</p> : null}
      {kind === 'recovery' ? (
        <HowRepaired house={house} token={token} />
      ) : (
        <HowContact question={question} token={token} />
      )}
      <footer className={classes.foot}>
        <p>{t('momentsOutside.page.trust', { house })}</p>
        <HowStop token={token} />
      </footer>
    </Sheet>
  );
}

interface SheetProps {
  readonly title: string;
  readonly about?: string;
  readonly children: ReactNode;
}

function Sheet({ title, about, children }: SheetProps) {
  return (
    <div className={classes.sheet} data-own-head="true">
      <header className={classes.head}>
        {about === undefined ? null : <p className={classes.about}>{about}</p>}
        <h1 className={classes.title} tabIndex={-1}>
          {title}
        </h1>
      </header>
      {children}
    </div>
  );
}
