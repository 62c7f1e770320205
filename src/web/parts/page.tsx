import { type ReactNode, useEffect } from 'react';
import { useWords } from '../platform/words.ts';
import classes from './page.module.css';

export interface PageProps {
  readonly title: string;
  /** One plain sentence under the title: what this page is for, or how things stand. */
  readonly sentence?: ReactNode;
  /** The page's acts, the main one last. */
  readonly acts?: ReactNode;
  /** Where this page belongs, above the title: a `LinkTo` back to the list. */
  readonly above?: ReactNode;
  /** `read` 44 rem for text and forms, `work` 72 rem for lists (default), `wide` all there is. */
  readonly width?: 'read' | 'work' | 'wide';
  readonly children: ReactNode;
}

/** The frame of every page: title, sentence, acts, then what the page shows. Sets the window's title. */
export function Page({ title, sentence, acts, above, width = 'work', children }: PageProps) {
  const { t } = useWords();
  useEffect(() => {
    document.title = `${title} · ${t('shell.name')}`;
  }, [title, t]);
  return (
    <div className={classes.page} data-width={width}>
      <header className={classes.head}>
        <div className={classes.words}>
          {above ? <div className={classes.above}>{above}</div> : null}
          <h1 className={classes.title} tabIndex={-1}>
            {title}
          </h1>
          {sentence ? <p className={classes.sentence}>{sentence}</p> : null}
        </div>
        {acts ? <div className={classes.acts}>{acts}</div> : null}
      </header>
      {children}
    </div>
  );
}

export interface SectionProps {
  readonly title: string;
  readonly sentence?: ReactNode;
  readonly acts?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a page with its own heading; space parts it from the rest, no box. */
export function Section({ title, sentence, acts, children }: SectionProps) {
  return (
    <section className={classes.section}>
      <div className={classes.sectionHead}>
        <div>
          <h2 className={classes.sectionTitle}>{title}</h2>
          {sentence ? <p className={classes.sectionSentence}>{sentence}</p> : null}
        </div>
        {acts ? <div className={classes.acts}>{acts}</div> : null}
      </div>
      {children}
    </section>
  );
}
