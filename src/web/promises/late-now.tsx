import { list } from '../../shared/promises-views.ts';
import { LinkTo } from '../parts/link.tsx';
import { List } from '../parts/list.tsx';
import { Section } from '../parts/page.tsx';
import { ListSkeleton } from '../parts/skeletons.tsx';
import { Answer } from '../parts/states.tsx';
import { useAsk } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import { listPath } from './list-address.ts';
import { PromiseLine } from './promise-line.tsx';

const shown = 5;

/** What is late, on top of everything: the longest waiting first, with the way to all of them. */
export function LateNow({ count }: { readonly count: number }) {
  const { t } = useWords();
  const asked = useAsk(list, { which: 'late', limit: shown });
  return (
    <Section
      title={t('promises.page.lateNow', { count })}
      sentence={t('promises.page.lateSentence')}
      acts={
        count > shown ? <LinkTo to={listPath({ which: 'late' })}>{t('promises.page.all', { count })}</LinkTo> : null
      }
    >
      <Answer of={asked} skeleton={<ListSkeleton rows={3} />}>
        {({ promises }) => (
          <List
            label={t('promises.page.late')}
            items={promises}
            keyOf={(one) => one.promise_id}
            to={(one) => `/promises/${one.customer_id}/${one.promise_id}`}
            row={(one) => <PromiseLine promise={one} />}
          />
        )}
      </Answer>
    </Section>
  );
}
