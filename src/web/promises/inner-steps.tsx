import { List } from '../parts/list.tsx';
import { Section } from '../parts/page.tsx';
import { useWords } from '../platform/words.ts';
import { PromiseLine } from './promise-line.tsx';
import type { Shown } from './shown.ts';

const pathTo = (one: Shown['promise']) => `/promises/${one.customer_id}/${one.promise_id}`;

/** What this promise waits for, and the promise that waits for it. */
export function InnerSteps({ shown }: { readonly shown: Shown }) {
  const { t } = useWords();
  const { inner, outer } = shown;
  return (
    <>
      {outer === null ? null : (
        <Section title={t('promises.inner.outer')} sentence={t('promises.inner.outerSentence')}>
          <List
            label={t('promises.inner.outer')}
            items={[outer]}
            keyOf={(one) => one.promise_id}
            to={pathTo}
            row={(one) => <PromiseLine promise={one} />}
          />
        </Section>
      )}
      {inner.length === 0 ? null : (
        <Section title={t('promises.inner.title')} sentence={t('promises.inner.sentence')}>
          <List
            label={t('promises.inner.title')}
            items={inner}
            keyOf={(one) => one.promise_id}
            to={pathTo}
            row={(one) => <PromiseLine promise={one} named={false} />}
          />
        </Section>
      )}
    </>
  );
}
