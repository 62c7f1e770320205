import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { type lineFilters, lines, settled, type TodayLine } from '../../shared/today.ts';
import { ask } from '../platform/ask.ts';
import { onLive } from '../platform/live.ts';
import { refresh, useAskPages } from '../platform/use-ask.ts';

export type LineFilter = (typeof lineFilters)[number];

/** Lines on the first page, and on each further one. */
const piece = 50;
/** What happened within so many milliseconds is looked at in one go. */
const gatherMs = 400;
/** What was missed while the line to the server was being opened is looked for so soon; then each minute. */
const firstLookMs = 2_500;
const everyMs = 60_000;

/** A line's own name within the list. */
export function nameOf(line: Pick<TodayLine, 'customer_id' | 'room' | 'key'>): string {
  return `${line.customer_id} ${line.room} ${line.key}`;
}

/** Whose lines: the reader's own, or those of one whom he leads. */
export type Whose = { readonly person_id?: string; readonly department_id?: string };
const own: Whose = {};

function inputFor(filter: LineFilter, whose: Whose, cursor?: string) {
  return { filter, ...whose, limit: piece, ...(cursor === undefined ? {} : { cursor }) };
}

/** The lines of a filter, page by page, with the counts that came with the first. */
export function useLines(filter: LineFilter, whose = own) {
  const asked = useAskPages(
    lines,
    (cursor) => inputFor(filter, whose, cursor),
    (reply) => reply.next,
    { keep: true },
  );
  const pages = asked.data?.pages;
  const all = useMemo(() => pages?.flatMap((page) => page.lines), [pages]);
  return { asked, all, counts: pages?.[0]?.counts ?? undefined, leads: pages?.[0]?.leads === true };
}

/**
 * What changed since the list was shown: how many lines are new, and which of those shown are done. Nothing moves until
 * the reader folds it in; what a colleague has taken meanwhile says at once who has it.
 */
export function useLineNews(filter: LineFilter, shown: readonly TodayLine[]) {
  const client = useQueryClient();
  const [news, setNews] = useState<News>(nothing);
  const look = useEffectEvent(async () => {
    const reply = await ask(lines, inputFor(filter, own)).catch(() => undefined);
    if (reply === undefined) return;
    const known = new Set(shown.map(nameOf));
    const there = new Set(reply.lines.map(nameOf));
    const taken = new Map((reply.taken ?? []).map((one) => [nameOf(one), one.by.name]));
    // Beyond the first page nothing is known of what is gone.
    const first = reply.next === null ? shown : shown.slice(0, Math.min(shown.length, reply.lines.length));
    setNews({
      fresh: reply.lines.filter((line) => !known.has(nameOf(line))).length,
      gone: new Set(
        reply.next === null ? first.map(nameOf).filter((name) => !there.has(name) && !taken.has(name)) : [],
      ),
      taken: new Map([...taken].filter(([name]) => !there.has(name))),
    });
  });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = onLive('today.changed', () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void look();
      }, gatherMs);
    });
    const first = setTimeout(() => void look(), firstLookMs);
    const each = setInterval(() => void look(), everyMs);
    return () => {
      stop();
      clearTimeout(timer);
      clearTimeout(first);
      clearInterval(each);
    };
  }, []);
  const fold = () => {
    setNews(nothing);
    void refresh(client, [lines, settled]);
  };
  return { ...news, fold };
}

interface News {
  readonly fresh: number;
  readonly gone: ReadonlySet<string>;
  /** By a line's name, who has it now. */
  readonly taken: ReadonlyMap<string, string>;
}

const nothing: News = { fresh: 0, gone: new Set(), taken: new Map() };
