import type { TimelineEvent } from '../../shared/memory.ts';

/** What stands in one place of the story: an event, or a run of page views told together. */
export interface Entry {
  /** The newest of its events. */
  readonly event: TimelineEvent;
  /** More than one only for a run of page views; newest first. */
  readonly events: readonly TimelineEvent[];
  /** Its place in the whole story, for the keys. */
  readonly index: number;
  /** Its words stand again in an older event of the same conversation, where they are shown. */
  readonly repeats: boolean;
}

/** Entries of one conversation that follow each other, or a single entry outside any. */
export interface Talk {
  readonly conversationId: string | undefined;
  readonly entries: readonly Entry[];
}

/** One day of the story. */
export interface Day {
  readonly day: string;
  readonly talks: readonly Talk[];
}

/** Groups events (newest first) by the reader's day, then by conversation; `dayOf` writes an instant's day. */
export function daysOf(events: readonly TimelineEvent[], dayOf: (instant: string) => string): readonly Day[] {
  const days: { day: string; talks: { conversationId: string | undefined; entries: Entry[] }[] }[] = [];
  let index = 0;
  for (const run of runsOf(events, dayOf)) {
    const [event] = run;
    if (!event) continue;
    const name = dayOf(event.happened_at);
    let day = days.at(-1);
    if (day?.day !== name) {
      day = { day: name, talks: [] };
      days.push(day);
    }
    const conversationId = event.conversation_id ?? undefined;
    const talk = day.talks.at(-1);
    const entry = { event, events: run, index, repeats: false };
    if (talk && conversationId !== undefined && talk.conversationId === conversationId) talk.entries.push(entry);
    else day.talks.push({ conversationId, entries: [entry] });
    index += 1;
  }
  return days.map((one) => ({ ...one, talks: one.talks.map(withRepeats) }));
}

/** Marks entries whose words an older one of the conversation has too. */
function withRepeats(talk: Talk): Talk {
  const entries = talk.entries.map((entry, place) => {
    const { words } = entry.event;
    const repeats = words !== null && talk.entries.slice(place + 1).some((older) => older.event.words === words);
    return repeats ? { ...entry, repeats } : entry;
  });
  return { ...talk, entries };
}

/** How many entries the days hold. */
export function countEntries(days: readonly Day[]): number {
  return days.reduce((sum, day) => sum + day.talks.reduce((inner, talk) => inner + talk.entries.length, 0), 0);
}

/** Page views that follow each other on one day are one run; everything else stands alone. */
function runsOf(events: readonly TimelineEvent[], dayOf: (instant: string) => string): readonly TimelineEvent[][] {
  const runs: TimelineEvent[][] = [];
  for (const event of events) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && isView(last) && isView(event) && dayOf(last.happened_at) === dayOf(event.happened_at))
      run.push(event);
    else runs.push([event]);
  }
  return runs;
}

function isView(event: TimelineEvent): boolean {
  return event.kind === 'page' || event.kind === 'screen';
}

/** Joins pieces of a list that may overlap, keeping the first of each event. */
export function joined(...pieces: readonly (readonly TimelineEvent[])[]): readonly TimelineEvent[] {
  return [...new Map(pieces.flat().map((event) => [event.event_id, event])).values()].toSorted(newestFirst);
}

function newestFirst(a: TimelineEvent, b: TimelineEvent): number {
  if (a.happened_at !== b.happened_at) return a.happened_at < b.happened_at ? 1 : -1;
  return a.event_id < b.event_id ? 1 : -1;
}
