import { type ReactNode, useEffect } from 'react';
import { useWords } from '../platform/words.ts';
import classes from './door.module.css';

export interface DoorCardProps {
  readonly title: string;
  readonly sentence?: ReactNode;
  readonly foot?: ReactNode;
  readonly children: ReactNode;
}

/** The one column of pages before sign-in; sets the window's title. */
export function DoorCard({ title, sentence, foot, children }: DoorCardProps) {
  const { t } = useWords();
  useEffect(() => {
    document.title = `${title} · ${t('shell.name')}`;
  }, [title, t]);
  return (
    <div className={classes.card}>
      <h1 className={classes.title} tabIndex={-1}>
        {title}
      </h1>
      {sentence ? <p className={classes.sentence}>{sentence}</p> : null}
      {children}
      {foot ? <p className={classes.foot}>{foot}</p> : null}
    </div>
  );
}
