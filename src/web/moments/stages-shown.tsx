import { Section } from '../parts/page.tsx';
import classes from './moment.module.css';
import type { MomentTold } from './moment-page.tsx';
import { useSaying } from './moment-words.ts';
import { SignMark } from './sign-mark.tsx';

const order = ['perception', 'interaction', 'remembrance'] as const;

/** How it was before, in and days after; and how he remembers it beside how he said it was then. */
export function StagesShown({ told }: { readonly told: MomentTold }) {
  const { t, failing } = useSaying();
  const { moment, remembered } = told;
  if (moment.stages.length === 0) return null;
  const sides = (['functional', 'emotional'] as const).flatMap((side) => {
    const differ = remembered?.[side] ?? null;
    if (differ === null) return [];
    const word = differ === 0 ? 'same' : differ > 0 ? 'better' : 'worse';
    return [t(`moments.one.${word}`, { side: t(`moments.one.${side}`), count: Math.abs(differ) })];
  });
  return (
    <Section title={t('moments.one.stages')}>
      <ol className={classes.stages}>
        {order.map((stage) => {
          const own = moment.stages.find((one) => one.stage === stage);
          return (
            <li key={stage} data-known={own !== undefined}>
              <span className={classes.stageName}>{t(`moments.stage.${stage}`)}</span>
              {own === undefined ? (
                <span className={classes.soft}>{t('moments.one.unknown')}</span>
              ) : (
                <SignMark sign={own.sign} />
              )}
              {own === undefined || own.failing.length === 0 || own.sign !== -1 ? null : (
                <span className={classes.soft}>{failing(own.failing)}</span>
              )}
            </li>
          );
        })}
      </ol>
      {sides.length === 0 ? null : (
        <p className={classes.remembered}>
          <strong>{t('moments.one.remembered')}:</strong> {sides.join(' · ')}
        </p>
      )}
    </Section>
  );
}
