import type { ReplyOf } from '../../shared/contract.ts';
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
import classes from './staff.module.css';

type Change = ReplyOf<typeof changes>['changes'][number];

/** What was changed in the house itself, by whom: roles, people, keys, departments, settings. */
export function ChangesPage() {
  const { t } = useWords();
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
          row={(one) => <Line change={one} />}
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

function Line({ change }: { readonly change: Change }) {
  const { t } = useWords();
  const who = change.actor_name ?? t('staff.changes.house');
  return (
    <RowLine
      name={`${who} · ${t(`staff.changes.kind.${kindOf(change.subject)}`)}${change.subject_name ? ` · ${change.subject_name}` : ''}`}
      detail={fieldsOf(change).map((field) => (
        <span key={field.name} className={classes.change}>
          {field.name}: {field.before === undefined ? null : <s className={classes.was}>{field.before}</s>}{' '}
          {field.after}
        </span>
      ))}
      end={<When at={change.at} />}
    />
  );
}

/** So much of a value is enough to know what it was. */
const longest = 120;
const kinds = ['person', 'department', 'key', 'organisation'] as const;

function kindOf(subject: string): (typeof kinds)[number] | 'other' {
  return kinds.find((kind) => subject.startsWith(kind)) ?? 'other';
}

/** Only what differs, as it is kept: names of fields and codes, for those who look into matters. */
function fieldsOf({ before, after }: Change) {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return names
    .map((name) => ({ name, before: written(before?.[name]), after: written(after?.[name]) }))
    .filter((field) => field.before !== field.after);
}

function written(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
