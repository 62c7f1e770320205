import type { ShownPromise } from '../../shared/promises-shown.ts';
import { Section } from '../parts/page.tsx';
import { Said } from '../parts/values.tsx';
import { useWords } from '../platform/words.ts';
import classes from './promise.module.css';
import { PromiseGap } from './promise-gap.tsx';
import { sayLevel, useSaying } from './promise-words.ts';

const known = ['complete', 'in_spec', 'in_time'] as const;

/** What was expected and what came of it, in the promise's own unit, with the gap between them. */
export function Levels({ promise }: { readonly promise: ShownPromise }) {
  const { t } = useWords();
  const say = useSaying();
  // Nobody promised what is only expected, and more than the one level is not asked.
  const isExpected = promise.origin === 'expectation';
  const rows = [
    [t(`promises.level.${isExpected ? 'expected' : 'adequate'}`), sayLevel(promise, promise.adequate, say)],
    [t('promises.level.desired'), isExpected ? undefined : sayLevel(promise, promise.desired, say)],
    [t('promises.level.result'), sayLevel(promise, promise.result, say)],
  ] as const;
  const told = rows.filter(([, value]) => value !== undefined);
  const ticks = Object.entries(promise.ticks ?? {});
  if (told.length === 0 && ticks.length === 0) return null;
  return (
    <Section title={t('promises.level.title')} acts={<PromiseGap of={promise} far />}>
      <dl className={classes.levels}>
        {told.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {promise.expected_from === null ? null : (
          <div>
            <dt>{t('promises.make.from')}</dt>
            <dd>{sayFrom(promise.expected_from, t)}</dd>
          </div>
        )}
        {promise.reason === null ? null : (
          <div>
            <dt>{t('promises.level.reason')}</dt>
            <dd>{t(`promises.reason.${promise.reason}`)}</dd>
          </div>
        )}
      </dl>
      {promise.result_words === null ? null : (
        <p>
          <Said words={promise.result_words} />
        </p>
      )}
      {ticks.length === 0 ? null : (
        <ul className={classes.ticks}>
          {ticks.map(([tick, done]) => (
            <li key={tick} data-done={done ?? 'unknown'}>
              <span aria-hidden="true">{done === null ? '○' : done ? '✓' : '✕'}</span> {sayTick(tick, t)}
              {done === null ? ` · ${t('promises.tick.unknown')}` : done ? '' : ` · ${t('promises.tick.not')}`}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** What beside the date must be so, in the reader's words; a company's own ticks by their names. */
export function sayTick(tick: string, t: ReturnType<typeof useWords>['t']): string {
  const usual = known.find((one) => one === tick);
  return usual === undefined ? tick.replaceAll(/[_-]+/g, ' ') : t(`promises.tick.${usual}`);
}

const origins = ['promise', 'advertising', 'word-of-mouth', 'past', 'own-page', 'other'] as const;

function sayFrom(from: string, t: ReturnType<typeof useWords>['t']): string {
  return t(`promises.from.${origins.find((one) => one === from) ?? 'other'}`);
}
