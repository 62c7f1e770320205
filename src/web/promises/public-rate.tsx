import type { ReplyOf } from '../../shared/contract.ts';
import type { publicPage } from '../../shared/promises-rates.ts';
import { useShow } from '../platform/show.ts';
import { useWords } from '../platform/words.ts';
import classes from './public.module.css';

type All = NonNullable<ReplyOf<typeof publicPage>['rate']>;
type One = Omit<All, 'late'>;

/** How the company keeps its word, in all: a number, what it is out of, and how sure it is. */
export function PublicRate({ rate }: { readonly rate: All }) {
  const { t } = useWords();
  const show = useShow();
  const { kept, settled, low, high, since, until, late } = rate;
  const share = show.percent(kept / settled);
  return (
    <section className={classes.rate}>
      <h2 className={classes.rateTitle}>{t('promisesPublic.page.allTitle')}</h2>
      <p className={classes.share}>
        <strong>{share}</strong> {t('promisesPublic.page.kept')}
      </p>
      <Bar rate={rate} />
      <p>
        {t('promisesPublic.page.all', {
          settled: show.number(settled),
          kept: show.number(kept),
          since: show.date(since),
          until: show.date(until),
        })}{' '}
        {late === 0 ? null : t('promisesPublic.page.late', { count: late })}
      </p>
      <p className={classes.soft}>
        {t('promisesPublic.page.interval', { low: show.percent(low, 1), high: show.percent(high, 1) })}{' '}
        {t('promisesPublic.page.honest')}
      </p>
    </section>
  );
}

/** How one standing promise was kept, in a line. */
export function PublicRateLine({ rate }: { readonly rate: One }) {
  const { t } = useWords();
  const show = useShow();
  const { kept, settled } = rate;
  return (
    <span className={classes.line}>
      <Bar rate={rate} />
      {t('promisesPublic.page.one', { kept: show.number(kept), settled: show.number(settled) })}
    </span>
  );
}

/** Kept on the left, the rest hatched on the right: told apart without colour too. */
function Bar({ rate: { kept, settled } }: { readonly rate: One }) {
  const { t } = useWords();
  const show = useShow();
  const share = kept / settled;
  const label = t('promisesPublic.page.bar', { share: show.percent(share), rest: show.percent(1 - share) });
  return (
    <span className={classes.bar} role="img" aria-label={label}>
      <span style={{ flexGrow: kept }} />
      <span style={{ flexGrow: settled - kept }} data-rest="true" />
    </span>
  );
}
