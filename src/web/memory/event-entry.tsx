import { VisuallyHidden } from '@mantine/core';
import { memo, useState } from 'react';
import type { TimelineEvent } from '../../shared/memory.ts';
import { LinkTo } from '../parts/link.tsx';
import { Slot } from '../parts/slot.tsx';
import { Said, When } from '../parts/values.tsx';
import { useShow } from '../platform/show.ts';
import { useWords } from '../platform/words.ts';
import { ChannelIcon, sayChannel } from './channel-icon.tsx';
import { EventDetails } from './event-details.tsx';
import { promisePathOf, type Telling, tellingOf } from './event-telling.ts';
import { Goods } from './goods.tsx';
import classes from './story.module.css';
import type { Entry } from './story-rules.ts';

export interface EntryProps {
  readonly entry: Entry;
  /** The event that was looked for: opened and marked. */
  readonly wanted: boolean;
  /** Whether the whole conversation can be asked for from here. */
  readonly onConversation: (conversationId: string) => void;
  readonly onName: (name: string) => void;
}

/** One place of the story: when, by which channel, what happened in a sentence, in whose words; opens to how it came. */
export const EventEntry = memo(function EventEntry({ entry, wanted, onConversation, onName }: EntryProps) {
  const { t } = useWords();
  const show = useShow();
  const [open, setOpen] = useState(wanted);
  const { event, events } = entry;
  const telling = tellingOf(event, t, show);
  const struck = event.corrected_by !== null;
  return (
    <li
      className={classes.entry}
      data-index={entry.index}
      data-tone={telling.tone}
      data-struck={struck}
      data-wanted={wanted}
      data-event={event.event_id}
    >
      <span className={classes.time}>
        <When at={event.happened_at} as="time" />
      </span>
      <span className={classes.sign} data-direction={event.direction} title={sayChannel(t, event.channel)}>
        <ChannelIcon channel={event.channel} />
        <VisuallyHidden>{sayChannel(t, event.channel)}</VisuallyHidden>
      </span>
      <div className={classes.body}>
        <button
          type="button"
          className={classes.sentence}
          aria-expanded={open}
          data-open
          onClick={() => setOpen(!open)}
        >
          {events.length > 1 ? t('memory.event.pages', { count: events.length }) : telling.sentence}
        </button>
        <Under entry={entry} telling={telling} open={open} />
        {events.length > 1 ? null : (
          <Slot
            name="story.entry"
            props={{
              customerId: event.customer_id,
              eventId: event.event_id,
              name: event.name,
              at: event.happened_at,
              open,
            }}
          />
        )}
        {open ? (
          <EventDetails event={event} said={telling.said} onConversation={onConversation} onName={onName} />
        ) : null}
      </div>
    </li>
  );
});

function Under({ entry, telling, open }: { readonly entry: Entry; readonly telling: Telling; readonly open: boolean }) {
  const { t } = useWords();
  const { event, events } = entry;
  const promise = promisePathOf(event);
  if (events.length > 1) return <Views events={events} open={open} />;
  return (
    <>
      {entry.repeats && !open ? null : <Words event={event} telling={telling} open={open} />}
      <Goods said={telling.said} />
      <p className={classes.tags}>
        {event.staff === null ? null : (
          <span className={classes.staff}>{t('memory.story.with', { name: event.staff })}</span>
        )}
        {telling.tags.map((tag) => (
          <span key={`${tag.label ?? ''} ${tag.value}`} className={classes.tag}>
            {tag.label === undefined ? tag.value : `${tag.label}: ${tag.value}`}
          </span>
        ))}
        {promise === undefined ? null : (
          <LinkTo to={promise} className={classes.promise ?? ''}>
            {t('memory.story.promise')}
          </LinkTo>
        )}
        {event.attachments.length > 0 ? (
          <span className={classes.tag}>{t('memory.story.attachments', { count: event.attachments.length })}</span>
        ) : null}
      </p>
    </>
  );
}

function Words({
  event,
  telling,
  open,
}: {
  readonly event: TimelineEvent;
  readonly telling: Telling;
  readonly open: boolean;
}) {
  const { t } = useWords();
  if (event.words === null) return null;
  const struck = event.corrected_by !== null;
  const words = telling.voice === 'customer' ? <Said words={event.words} lang={event.language} /> : event.words;
  return (
    <div className={classes.words} data-voice={telling.voice} data-whole={open} lang={event.language}>
      {struck ? (
        <>
          <s>{words}</s> <span className={classes.tag}>{t('memory.story.wasCorrected')}</span>
        </>
      ) : (
        words
      )}
    </div>
  );
}

function Views({ events, open }: { readonly events: readonly TimelineEvent[]; readonly open: boolean }) {
  const show = useShow();
  const names = events.map((event) => event.name);
  if (!open) return <p className={classes.views}>{[...new Set(names)].slice(0, 5).join(' · ')}</p>;
  return (
    <ol className={classes.viewList}>
      {events.map((event) => (
        <li key={event.event_id}>
          <span className={classes.time}>{show.time(event.happened_at)}</span> {event.name}
        </li>
      ))}
    </ol>
  );
}
