import { Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { listenToKeys } from '../platform/keys.ts';
import { usePreference } from '../platform/prefer.ts';
import { useWords } from '../platform/words.ts';
import { AwayBanner } from './away-banner.tsx';
import classes from './root.module.css';

/** What every page has, with or without navigation: skip link, banner, keys, focus on a new page. */
export function Root() {
  const { t } = useWords();
  const [density] = usePreference('density');
  useEffect(listenToKeys, []);
  useEffect(() => {
    document.documentElement.dataset['density'] = density;
  }, [density]);
  useFocusOnNewPage();
  return (
    <>
      <a className={classes.skip} href="#page">
        {t('shell.skip')}
      </a>
      <AwayBanner />
      <Outlet />
    </>
  );
}

/** After going to another page, focus moves to its title, so that keyboard and screen reader start there. */
function useFocusOnNewPage(): void {
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const before = useRef<string>(undefined);
  useEffect(() => {
    const first = before.current === undefined;
    before.current = path;
    if (first || path === undefined) return;
    return focusTitle();
  }, [path]);
}

/** The page's code may still be on its way: looks for its title for up to two seconds. */
function focusTitle(): () => void {
  let tries = 0;
  const timer = setInterval(() => {
    tries += 1;
    const title = document.querySelector('main h1');
    if (title instanceof HTMLElement) title.focus({ preventScroll: true });
    if (title || tries > 20) clearInterval(timer);
  }, 100);
  return () => clearInterval(timer);
}
