import { Button, VisuallyHidden } from '@mantine/core';
import { IconBellOff } from '@tabler/icons-react';
import { see, type Telling, tellings, unseen } from '../../shared/today.ts';
import { saySlots, saySpan } from '../../shared/today-slots.ts';
import { isTodayWord } from '../../shared/words/today-words.ts';
import { calledOf } from '../parts/found-customer.ts';
import { LinkTo } from '../parts/link.tsx';
import { More } from '../parts/list.tsx';
import { ListSkeleton } from '../parts/skeletons.tsx';
import { Empty, Failed } from '../parts/states.tsx';
import { When } from '../parts/values.tsx';
import { useGo } from '../platform/place.ts';
import { useAskPages, useTell } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import classes from './bell.module.css';
import { useReader } from './line-row.tsx';

/** What the reader was told, newest first; opening one marks it as seen. */
export function ToldList({ onLeave }: { readonly onLeave: () => void }) {
  const { t } = useWords();
  const go = useGo();
  const asked = useAskPages(
    tellings,
    (cursor) => ({ limit: 30, ...(cursor === undefined ? {} : { cursor }) }),
    (reply) => reply.next,
  );
  const seeing = useTell(see, { refresh: [tellings, unseen] });
  const all = asked.data?.pages.flatMap((page) => page.tellings);
  if (all === undefined) {
    return asked.error ? <Failed error={asked.error} retry={() => void asked.refetch()} /> : <ListSkeleton rows={4} />;
  }
  const newest = all[0];
  if (newest === undefined) {
    return (
      <>
        <Empty icon={IconBellOff} title={t('today.told.none')} sentence={t('today.told.noneSentence')} />
        <Settings onLeave={onLeave} />
      </>
    );
  }
  const open = (one: Telling) => {
    if (!one.seen) seeing.mutate({ telling_id: one.telling_id });
    onLeave();
    go(one.path);
  };
  return (
    <>
      <div className={classes.head}>
        <Settings onLeave={onLeave} />
        {all.some((one) => !one.seen) ? (
          <Button
            variant="subtle"
            size="compact-sm"
            loading={seeing.isPending}
            onClick={() => seeing.mutate({ until: newest.at })}
          >
            {t('today.told.seeAll')}
          </Button>
        ) : null}
      </div>
      <ul className={classes.list}>
        {all.map((one) => (
          <li key={one.telling_id}>
            <button type="button" className={classes.told} data-seen={one.seen} onClick={() => open(one)}>
              <ToldLine one={one} />
            </button>
          </li>
        ))}
      </ul>
      <More more={{ has: asked.hasNextPage, busy: asked.isFetchingNextPage, load: () => void asked.fetchNextPage() }} />
    </>
  );
}

function ToldLine({ one }: { readonly one: Telling }) {
  const { t } = useWords();
  const reader = useReader();
  const { word } = one;
  const customer =
    one.customer_id === null ? t('today.told.noName') : calledOf(t, { name: one.customer, key: one.customer_key });
  const late = one.late_seconds >= 60;
  return (
    <>
      <span className={classes.words}>
        {isTodayWord(word) ? t(`${word}.tell`, { ...saySlots(one.slots, reader), customer }) : customer}
      </span>
      <span className={classes.when}>
        <When at={one.at} />
        {late ? <span>{t('today.told.late', { span: saySpan(one.late_seconds, reader.language) })}</span> : null}
      </span>
      {one.seen ? null : <VisuallyHidden>{t('today.told.unseen')}</VisuallyHidden>}
    </>
  );
}

function Settings({ onLeave }: { readonly onLeave: () => void }) {
  const { t } = useWords();
  return (
    <LinkTo to="/settings/account" size="sm" onClick={onLeave}>
      {t('today.told.settings')}
    </LinkTo>
  );
}
