import { type ShownJudgement, sources } from '../../shared/moments-shown.ts';
import { Section } from '../parts/page.tsx';
import { Said, When } from '../parts/values.tsx';
import { useWords } from '../platform/words.ts';
import { MarksShown } from './marks-shown.tsx';
import classes from './moment.module.css';
import type { MomentTold } from './moment-page.tsx';
import { sayCause } from './moment-words.ts';

/** What each source says, kept apart, the best first; the one that counts is marked. */
export function Judgements({ told }: { readonly told: MomentTold }) {
  const { t } = useWords();
  const { judgements, moment } = told;
  if (judgements.length === 0) return null;
  const groups = sources.flatMap((source) => {
    const own = judgements.filter((one) => one.source === source);
    return own.length === 0 ? [] : [{ source, own }];
  });
  return (
    <Section title={t('moments.one.said')} sentence={t('moments.one.saidSentence')}>
      {groups.map(({ source, own }) => (
        <section
          key={source}
          className={classes.source}
          data-guess={source === 'machine'}
          aria-label={t(`moments.source.${source}`)}
        >
          <h3 className={classes.sourceName}>
            {t(`moments.source.${source}`)}
            {source === moment.source ? <span className={classes.counts}>{t('moments.one.counts')}</span> : null}
          </h3>
          {own.map((one) => (
            <Judgement key={one.judgement_id} one={one} />
          ))}
        </section>
      ))}
    </Section>
  );
}

const marked = ['people', 'information', 'process', 'environment', 'functional', 'emotional'] as const;

function Judgement({ one }: { readonly one: ShownJudgement }) {
  const { t } = useWords();
  const cause = sayCause(t, one.cause);
  const who = one.by_name === null ? undefined : one.by_name;
  const { expected, received } = one;
  return (
    <div className={classes.judgement}>
      {one.words === null ? null : one.source === 'customer' || one.source === 'machine' ? (
        <p className={classes.judgementWords}>
          <Said words={one.words} {...(one.language === null ? {} : { lang: one.language })} />
        </p>
      ) : (
        <p className={classes.judgementWords}>{one.words}</p>
      )}
      {marked.some((name) => one[name] !== null) ? <MarksShown marks={one} /> : null}
      <p className={classes.soft}>
        {[
          cause,
          t(`moments.stage.${one.stage}`),
          one.severity > 1 ? t('moments.sign.grave') : undefined,
          expected === null || received === null ? undefined : t('moments.one.expected', { expected, received }),
          who,
        ]
          .filter((part) => part !== undefined)
          .join(' · ')}{' '}
        · <When at={one.at} />
      </p>
    </div>
  );
}
