import { ActionIcon, Tooltip } from '@mantine/core';
import { IconPencilPlus } from '@tabler/icons-react';
import { type UnreadEvent, unread } from '../../shared/promises-views.ts';
import { LinkTo } from '../parts/link.tsx';
import { List, type MoreProps } from '../parts/list.tsx';
import { Page } from '../parts/page.tsx';
import { ListSkeleton } from '../parts/skeletons.tsx';
import { Empty, Failed } from '../parts/states.tsx';
import { Said, When } from '../parts/values.tsx';
import { useCan } from '../platform/session.ts';
import { useShow } from '../platform/show.ts';
import { useAskPages } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import { openMaking, type Side } from './making.ts';
import classes from './page.module.css';
import lines from './promises.module.css';
import { storyPath } from './story-path.ts';

/** Events that speak of a promise and could not be read, the last heard first; each opens where it stands in the story. */
export function UnreadPage() {
  const { t } = useWords();
  const asked = useAskPages(
    unread,
    (cursor) => ({ limit: 50, ...(cursor === undefined ? {} : { cursor }) }),
    (reply) => reply.next,
  );
  const events = asked.data?.pages.flatMap((page) => page.events);
  const more = { has: asked.hasNextPage, busy: asked.isFetchingNextPage, load: () => void asked.fetchNextPage() };
  return (
    <Page
      title={t('promises.unread.title')}
      sentence={t('promises.unread.sentence')}
      above={<LinkTo to="/promises">{t('shell.nav.promises')}</LinkTo>}
    >
      {events === undefined ? (
        asked.error ? (
          <Failed error={asked.error} retry={() => void asked.refetch()} />
        ) : (
          <ListSkeleton rows={8} />
        )
      ) : events.length === 0 && !more.has ? (
        <Empty title={t('promises.unread.none')} sentence={t('promises.unread.noneSentence')} />
      ) : (
        <Events events={events} more={more} />
      )}
    </Page>
  );
}

function Events({ events, more }: { readonly events: readonly UnreadEvent[]; readonly more: MoreProps }) {
  const { t } = useWords();
  const can = useCan();
  return (
    <>
      <List
        label={t('promises.unread.title')}
        items={events}
        keyOf={(one) => one.event_id}
        to={(one) => storyPath(one.customer_id, one.event_id, one.happened_at)}
        row={(one) => <Line of={one} />}
        more={more}
        {...(can('promises.make') ? { acts: (one: UnreadEvent) => <ByHand of={one} /> } : {})}
      />
      <p className={classes.end}>{t('promises.unread.listed', { count: events.length })}</p>
    </>
  );
}

/** Whose event it is, why it could not be read, what it says; at its end when it happened and who told of it. */
function Line({ of }: { readonly of: UnreadEvent }) {
  const { t } = useWords();
  const show = useShow();
  const [happened, heard] = [show.date(of.happened_at), show.date(of.heard_at)];
  return (
    <span className={lines.line}>
      <span className={lines.lineWords}>
        <span className={lines.name}>
          {of.customer ?? t('customers.noName')}
          <span className={lines.why}> · {t(`promises.unread.why.${of.code}`)}</span>
        </span>
        {of.words === null ? null : (
          <span className={lines.said}>
            <Said words={of.words} lang={of.language} />
          </span>
        )}
      </span>
      <span className={lines.about}>
        {of.name} · {of.source ?? t('customers.evidence.aSource')} · <When at={of.happened_at} as="date" />
        {heard === happened ? null : (
          <>
            , <span className={lines.whole}>{t('promises.unread.heard', { date: heard })}</span>
          </>
        )}
      </span>
    </span>
  );
}

/** What of an event can be written down by hand instead: the making of a promise, or an expectation. */
const sideOf: Readonly<Record<string, Side>> = { 'Promise Made': 'company', 'Expectation Told': 'expectation' };

function ByHand({ of }: { readonly of: UnreadEvent }) {
  const { t } = useWords();
  const side = sideOf[of.name];
  if (side === undefined) return <span className={lines.noAct} />;
  const label = t('promises.unread.byHand', { name: of.customer ?? t('customers.noName') });
  const customer = { id: of.customer_id, name: of.customer };
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={label}
        onClick={() => openMaking({ customer, side, ...(of.words === null ? {} : { words: of.words }) })}
      >
        <IconPencilPlus size={18} stroke={1.7} />
      </ActionIcon>
    </Tooltip>
  );
}
