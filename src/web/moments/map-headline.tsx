import type { Counts } from '../../shared/moments-views.ts';
import { Figure } from '../parts/figure.tsx';
import { LinkTo } from '../parts/link.tsx';
import { useShow } from '../platform/show.ts';
import { useWords } from '../platform/words.ts';
import { listPath } from './list-address.ts';
import classes from './map.module.css';
import type { MapTold } from './map-page.tsx';
import { judgedOf, leastJudged } from './share-bar.tsx';
import { SignShape } from './sign-mark.tsx';

interface HeadlineProps {
  readonly told: MapTold;
  readonly department: string | undefined;
}

/** Good, indifferent and bad with their shares, what nobody knows beside them, and what the bad ones were about. */
export function Headline({ told, department }: HeadlineProps) {
  const { t } = useWords();
  const show = useShow();
  const { all, period } = told;
  const judged = judgedOf(all);
  const said = t('moments.page.fromTo', { from: show.date(period.since), to: show.date(period.until) });
  const path = (more: Readonly<Record<string, string>>) => listPath({ ...period, department, ...more });
  const share = (count: number) =>
    judged < leastJudged ? undefined : (
      <span className={classes.beside}>
        {t('moments.page.of', { share: show.percent(count / judged), all: show.number(judged) })}
      </span>
    );
  const figures = [
    ['bad', all.negative],
    ['indifferent', all.indifferent],
    ['good', all.positive],
  ] as const;
  return (
    <div className={classes.headline}>
      {figures.map(([name, count]) => (
        <Figure
          key={name}
          label={t(`moments.page.${name}`)}
          value={
            <>
              <span className={name === 'bad' ? classes.big : undefined}>
                <SignShape name={name} /> {show.number(count)}
              </span>
              {share(count)}
            </>
          }
          definition={t(`moments.page.${name}Means`)}
          unit="moments"
          period={said}
          sample={t('moments.page.sample', { count: judged })}
          rows={path({ sign: name })}
        />
      ))}
      <Figure
        label={t('moments.page.unjudged')}
        value={<span className={classes.unsure}>{show.number(all.unjudged)}</span>}
        definition={t('moments.page.unjudgedMeans')}
        unit="moments"
        period={said}
        sample={t('moments.page.sampleAll', { count: all.moments })}
        rows={path({ sign: 'unjudged' })}
      />
      <Figure
        label={t('moments.page.kinds')}
        value={all.negative < leastJudged ? undefined : <Kinds told={told} all={all} path={path} />}
        definition={t('moments.page.kindsMeans')}
        unit="moments"
        period={said}
        sample={t('moments.page.sampleAll', { count: all.negative })}
        rows={path({ sign: 'bad' })}
        enough={{ have: all.negative, need: leastJudged }}
      />
    </div>
  );
}

interface KindsProps {
  readonly told: MapTold;
  readonly all: Counts;
  readonly path: (more: Readonly<Record<string, string>>) => string;
}

/** Treatment, product, both, not said: a line each, with its share drawn. */
function Kinds({ told, all, path }: KindsProps) {
  const { t } = useWords();
  const show = useShow();
  return (
    <ul className={classes.kinds}>
      {told.kinds.map(({ kind, moments }) => {
        const name = kind ?? 'unsaid';
        const share = moments / all.negative;
        return (
          <li key={name}>
            <LinkTo to={path({ sign: 'bad', kind: name })} className={classes.kind ?? ''}>
              <span>{t(`moments.kind.${name}`)}</span>
              <span className={classes.kindBar} aria-hidden="true">
                <span style={{ width: `${share * 100}%` }} />
              </span>
              <span className={classes.kindNumber}>
                {t('moments.page.kindOf', { count: show.number(moments), share: show.percent(share) })}
              </span>
            </LinkTo>
          </li>
        );
      })}
    </ul>
  );
}
