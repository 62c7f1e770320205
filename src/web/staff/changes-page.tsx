import { changes } from '../../shared/staff-people.ts';
import { LinkTo } from '../parts/link.tsx';
import { List } from '../parts/list.tsx';
import { Page } from '../parts/page.tsx';
import { RowLine } from '../parts/row-line.tsx';
import { ListSkeleton } from '../parts/skeletons.tsx';
import { Empty, Failed } from '../parts/states.tsx';
import { When } from '../parts/values.tsx';
import { useAskPages } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import { type Change, type ChangeWords, useChangeWords } from './change-words.ts';
import classes from './staff.module.css';

/** What was changed in the house itself, by whom: roles, people, keys, departments, settings. */
export function ChangesPage() {
  const { t } = useWords();
  const words = useChangeWords();
  const asked = useAskPages(
    changes,
    (cursor) => (cursor === undefined ? {} : { cursor }),
    (reply) => reply.next,
  );
  const all = asked.data?.pages.flatMap((page) => page.changes);
  return (
    <Page
      title={t('staff.changes.title')}
      sentence={t('staff.changes.sentence')}
      above={<LinkTo to="/settings">{t('shell.nav.settings')}</LinkTo>}
    >
      {all === undefined && asked.error ? <Failed error={asked.error} retry={() => void asked.refetch()} /> : null}
      {all === undefined && !asked.error ? <ListSkeleton /> : null}
      {all?.length === 0 ? <Empty title={t('staff.changes.none')} /> : null}
      {all && all.length > 0 ? (
        <List
          label={t('staff.changes.title')}
          items={all}
          keyOf={(one) => one.change_id}
          row={(one) => <Line change={one} words={words} />}
          more={{
            has: asked.hasNextPage,
            busy: asked.isFetchingNextPage,
            load: () => void asked.fetchNextPage(),
          }}
        />
      ) : null}
    </Page>
  );
}

function Line({ change, words }: { readonly change: Change; readonly words: ChangeWords }) {
  const { t } = useWords();
  const who = change.actor_name ?? t('staff.changes.house');
  const about = words.subjectOf(change);
  return (
    <RowLine
      name={
        <>
          {about.name}
          {about.kind === undefined ? null : <span className={classes.you}>{about.kind}</span>}
        </>
      }
      detail={words.fieldsOf(change).map((field) => (
        <span key={field.name} className={classes.change}>
          {field.label === undefined ? null : `${field.label}: `}
          {field.before === undefined ? null : (
            <>
              <s className={classes.was}>{field.before}</s>{' '}
            </>
          )}
          {field.after}
        </span>
      ))}
      end={
        <>
          {who === about.name ? null : `${who}, `}
          <When at={change.at} />
        </>
      }
    />
  );
}
