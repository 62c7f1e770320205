import { Button } from '@mantine/core';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { News } from '../parts/list.tsx';
import { useRowKeys } from '../parts/row-keys.ts';
import { ListSkeleton } from '../parts/skeletons.tsx';
import { Slot } from '../parts/slot.tsx';
import { Empty, Failed } from '../parts/states.tsx';
import { Said } from '../parts/values.tsx';
import { useCapture } from '../platform/capture.ts';
import { useCell } from '../platform/cell.ts';
import { useAddress } from '../platform/place.ts';
import { useShow } from '../platform/show.ts';
import { useWords } from '../platform/words.ts';
import { ChannelIcon } from './channel-icon.tsx';
import { EventEntry } from './event-entry.tsx';
import { FoundInStory } from './found-in-story.tsx';
import { pending } from './own-writes.ts';
import classes from './story.module.css';
import { isNarrowed, storyAddress } from './story-address.ts';
import { StoryFilters } from './story-filters.tsx';
import { countEntries, type Day, daysOf, type Talk } from './story-rules.ts';
import { type Recalled, type Story, useStory } from './use-story.ts';

export interface StoryProps {
  readonly recalled: Recalled;
  /** Every record that is read as this customer. */
  readonly members: readonly string[];
}

/** Everything that ever happened with a customer: newest first, by day and conversation, without end. */
export function StoryColumn({ recalled, members }: StoryProps) {
  const { t } = useWords();
  const [address] = useAddress(storyAddress);
  const story = useStory(recalled, members, address);
  const customerId = recalled.brief.customer_id;
  return (
    <section className={classes.story} aria-label={t('memory.story.title')}>
      <StoryFilters customerId={customerId} events={story.events} />
      <Slot name="customer.story" props={{ customerId }} />
      {address.find === undefined ? (
        <Told story={story} members={members} />
      ) : (
        <FoundInStory customerId={customerId} find={address.find} />
      )}
    </section>
  );
}

function Told({ story, members }: { readonly story: Story; readonly members: readonly string[] }) {
  const [address] = useAddress(storyAddress);
  const show = useShow();
  const { events } = story;
  const days = useMemo(() => daysOf(events, (instant) => show.date(instant)), [events, show]);
  if (story.busy) return <ListSkeleton />;
  if (story.error && story.events.length === 0) return <Failed error={story.error} retry={story.retry} />;
  return (
    <>
      <News count={story.news} fold={story.fold} />
      {isNarrowed(address) ? null : <OnTheirWay members={members} />}
      {days.length === 0 ? <Nothing narrowed={isNarrowed(address)} /> : <Days days={days} wanted={address.event} />}
      {story.error && story.events.length > 0 ? <Failed error={story.error} retry={story.retry} /> : null}
      <Further more={story.more} some={days.length > 0} />
    </>
  );
}

/** Whatever else narrowed the story to one talk, kind or event. */
const nothing = { talk: undefined, name: undefined, event: undefined, at: undefined } as const;

function Days({ days, wanted }: { readonly days: readonly Day[]; readonly wanted: string | undefined }) {
  const [, setAddress] = useAddress(storyAddress);
  const root = useRowKeys(countEntries(days), () => undefined);
  useEffect(() => {
    if (wanted === undefined) return;
    root.current?.querySelector(`[data-event="${wanted}"]`)?.scrollIntoView({ block: 'center' });
  }, [wanted, root]);
  const latest = useRef(setAddress);
  useEffect(() => {
    latest.current = setAddress;
  });
  const onConversation = useCallback((talk: string) => latest.current({ ...nothing, talk }), []);
  const onName = useCallback((name: string) => latest.current({ ...nothing, name }), []);
  return (
    <div ref={root}>
      {days.map((day) => (
        <section key={day.day} className={classes.day} aria-label={day.day}>
          <h3 className={classes.dayName}>{day.day}</h3>
          {day.talks.map((talk) => (
            <TalkGroup
              key={talk.entries[0]?.event.event_id}
              talk={talk}
              wanted={wanted}
              onConversation={onConversation}
              onName={onName}
            />
          ))}
        </section>
      ))}
    </div>
  );
}

interface TalkProps {
  readonly talk: Talk;
  readonly wanted: string | undefined;
  readonly onConversation: (conversationId: string) => void;
  readonly onName: (name: string) => void;
}

function TalkGroup({ talk, wanted, onConversation, onName }: TalkProps) {
  const { t } = useWords();
  const together = talk.entries.length > 1;
  const name = together ? t('memory.story.conversation', { count: talk.entries.length }) : undefined;
  return (
    <ol className={classes.talk} data-together={together} aria-label={name}>
      {talk.entries.map((entry) => (
        <EventEntry
          key={entry.event.event_id}
          entry={entry}
          wanted={entry.events.some((event) => event.event_id === wanted)}
          onConversation={onConversation}
          onName={onName}
        />
      ))}
    </ol>
  );
}

/** Contacts that were just written down here and that the server has not taken yet. */
function OnTheirWay({ members }: { readonly members: readonly string[] }) {
  const { t } = useWords();
  const mine = useCell(pending).filter((one) => members.includes(one.customerId));
  if (mine.length === 0) return null;
  return (
    <ol className={classes.talk}>
      {mine.map((one) => (
        <li key={one.draftId} className={classes.entry} data-pending>
          <span className={classes.time} />
          <span className={classes.sign}>
            <ChannelIcon channel={one.channel} />
          </span>
          <div className={classes.body}>
            <span className={classes.sentence}>{t('memory.event.captured')}</span>
            <div className={classes.words} data-voice="company">
              <Said words={one.words} />
            </div>
            <p className={classes.tags}>
              <span className={classes.tag}>
                {one.kept ? t('memory.capture.keptShort') : t('memory.capture.saving')}
              </span>
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}

function Nothing({ narrowed }: { readonly narrowed: boolean }) {
  const { t } = useWords();
  const capture = useCapture();
  if (narrowed) return <Empty title={t('memory.story.noneSuch')} sentence={t('memory.story.noneSuchSentence')} />;
  return (
    <Empty
      title={t('memory.story.empty')}
      sentence={t('memory.story.emptySentence')}
      act={capture ? <Button onClick={() => capture()}>{t('shell.capture.act')}</Button> : undefined}
    />
  );
}

/** The end of what is shown: goes on by itself when it comes into sight, and by a button for the keyboard. */
function Further({ more, some }: { readonly more: Story['more']; readonly some: boolean }) {
  const { t } = useWords();
  const end = useRef<HTMLDivElement>(null);
  const latest = useRef(more);
  useEffect(() => {
    latest.current = more;
  });
  useEffect(() => {
    const element = end.current;
    if (!element) return;
    const watch = new IntersectionObserver(
      (seen) => {
        if (seen.some((one) => one.isIntersecting) && latest.current.has && !latest.current.busy) latest.current.load();
      },
      { rootMargin: '600px' },
    );
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  return (
    <div ref={end} className={classes.further}>
      {more.has ? (
        <Button variant="default" size="sm" loading={more.busy} onClick={more.load}>
          {t('memory.story.earlier')}
        </Button>
      ) : some ? (
        <span className={classes.beginning}>{t('memory.story.beginning')}</span>
      ) : null}
    </div>
  );
}
