import { Link } from '@tanstack/react-router';
import { useWords } from '../platform/words.ts';
import classes from './moments.module.css';

const parts = [
  ['/moments', 'map'],
  ['/moments/recoveries', 'recoveries'],
  ['/moments/accounts', 'accounts'],
  ['/moments/list', 'list'],
  ['/moments/touchpoints', 'touchpoints'],
] as const;

/** The ways between the pages of this room. */
export function MomentsNav() {
  const { t } = useWords();
  return (
    <nav className={classes.nav} aria-label={t('moments.nav.label')}>
      {parts.map(([to, name]) => (
        <Link key={to} to={to} className={classes.navItem} activeOptions={{ exact: true, includeSearch: false }}>
          {t(`moments.nav.${name}`)}
        </Link>
      ))}
    </nav>
  );
}
