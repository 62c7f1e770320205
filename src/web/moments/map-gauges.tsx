import { Figure } from '../parts/figure.tsx';
import { useShow } from '../platform/show.ts';
import { useWords } from '../platform/words.ts';
import classes from './map.module.css';
import type { MapTold } from './map-page.tsx';
import { judgedOf, leastJudged, ShareBar } from './share-bar.tsx';

/** Correct in what it was for, and how it felt: two gauges side by side, never one average of both. */
export function Gauges({ told }: { readonly told: MapTold }) {
  const { t } = useWords();
  const show = useShow();
  const { period, all } = told;
  const said = t('moments.page.fromTo', { from: show.date(period.since), to: show.date(period.until) });
  return (
    <div className={classes.gauges}>
      {(['objective', 'emotional'] as const).map((name) => {
        const { good: positive, indifferent, bad: negative } = told[name];
        const of = { positive, indifferent, negative };
        const known = judgedOf(of);
        return (
          <Figure
            key={name}
            label={t(`moments.page.${name}`)}
            value={
              known < leastJudged ? undefined : (
                <>
                  <span>
                    {t('moments.page.gauge', { share: show.percent(positive / known), all: show.number(known) })}
                  </span>
                  <ShareBar of={of} />
                </>
              )
            }
            definition={t(`moments.page.${name}Means`)}
            unit="moments"
            period={said}
            sample={t('moments.page.gaugeSample', { known: show.number(known), all: show.number(all.moments) })}
            enough={{ have: known, need: leastJudged }}
          />
        );
      })}
    </div>
  );
}
