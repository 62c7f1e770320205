import { Figure } from '../parts/figure.tsx';
import { LinkTo } from '../parts/link.tsx';
import { useShow } from '../platform/show.ts';
import { useWords } from '../platform/words.ts';
import { listPath } from './list-address.ts';
import classes from './page.module.css';
import { enough, leastEnded, sayInterval } from './say-rate.ts';
import type { Overview } from './shown.ts';

/** The keeping rate with its interval and sample, late beside it and never inside, and what asks to be looked at. */
export function Headline({ told }: { readonly told: Overview }) {
  const { t } = useWords();
  const show = useShow();
  const { rate, since, until, late, open } = told;
  const good = told.kept + told.exceeded;
  const all = good + told.broken;
  const period = t('promises.page.fromTo', { from: show.date(since), to: show.date(until) });
  const sample = t('promises.page.sample', { count: all });
  return (
    <div className={classes.headline}>
      <div className={classes.first}>
        <Figure
          label={t('promises.page.rate')}
          value={
            enough(rate) ? (
              <>
                <span className={classes.big}>{show.percent(rate.rate)}</span>
                <span className={classes.beside}>
                  {t('promises.page.of', { good: show.number(good), all: show.number(all) })} ·{' '}
                  {sayInterval(rate, show)}
                </span>
              </>
            ) : undefined
          }
          definition={t('promises.page.rateMeans')}
          unit="promises"
          period={period}
          sample={`${sample} ${t('promises.page.outside', { released: told.released, changed: told.renegotiated })}`}
          rows={listPath({ which: 'settled', since, until })}
          enough={{ have: all, need: leastEnded }}
        />
      </div>
      <Figure
        label={t('promises.page.late')}
        value={<span data-owed={late > 0}>{show.number(late)}</span>}
        definition={t('promises.page.lateMeans')}
        unit="promises"
        period={t('promises.page.now')}
        sample={t('promises.page.lateSample', { count: late })}
        rows={listPath({ which: 'late' })}
      />
      <Figure
        label={t('promises.page.exceeded')}
        value={show.number(told.exceeded)}
        definition={t('promises.page.exceededMeans')}
        unit="promises"
        period={period}
        sample={sample}
        rows={listPath({ which: 'exceeded', since, until })}
      />
      <Figure
        label={t('promises.page.broken')}
        value={show.number(told.broken)}
        definition={t('promises.page.brokenMeans')}
        unit="promises"
        period={period}
        sample={sample}
        rows={listPath({ which: 'broken', since, until })}
      />
      <Figure
        label={t('promises.page.open')}
        value={show.number(open)}
        definition={t('promises.page.openMeans')}
        unit="promises"
        period={period}
        sample={t('promises.page.openSample', { count: open })}
        rows={listPath({ which: 'open', since, until })}
      />
      <ToLookAt told={told} />
    </div>
  );
}

/** What a person should look at: read in words, come without an expectation, told and not readable. */
function ToLookAt({ told }: { readonly told: Overview }) {
  const { t } = useWords();
  const { found, unexpected, unread } = told;
  if (found + unexpected + unread === 0) return null;
  return (
    <ul className={classes.look}>
      {found === 0 ? null : (
        <li>
          <LinkTo to={listPath({ which: 'found' })}>{t('promises.page.found', { count: found })}</LinkTo>
        </li>
      )}
      {unexpected === 0 ? null : (
        <li>
          <LinkTo to={listPath({ which: 'unexpected' })}>{t('promises.page.unexpected', { count: unexpected })}</LinkTo>
        </li>
      )}
      {unread === 0 ? null : (
        <li>
          <LinkTo to="/promises/unread">{t('promises.page.unread', { count: unread })}</LinkTo>
        </li>
      )}
    </ul>
  );
}
