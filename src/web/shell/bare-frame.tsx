import { Outlet } from '@tanstack/react-router';
import { useWords } from '../platform/words.ts';
import classes from './bare-frame.module.css';
import { LanguageChoice } from './choices.tsx';

/** The frame of pages for those who are not signed in: the name, the page, the language. */
export function BareFrame() {
  const { t } = useWords();
  return (
    <div className={classes.frame}>
      <header className={classes.head}>
        <img src="/mark.svg" alt="" width={28} height={28} />
        <span className={classes.name}>{t('shell.name')}</span>
      </header>
      <main id="page" className={classes.main} tabIndex={-1}>
        <Outlet />
      </main>
      <footer className={classes.foot}>
        <LanguageChoice />
      </footer>
    </div>
  );
}
