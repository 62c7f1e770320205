import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { z } from 'zod';
import type { Endpoint } from '../../shared/contract.ts';
import { refresh } from './use-ask.ts';

const batch = z.object({
  news: z.array(z.object({ name: z.string(), customer_ids: z.array(z.string()) })),
});

type News = z.output<typeof batch>['news'][number];
type Listener = (customerIds: readonly string[]) => void;

/** Heard in place of news that were too many or too long ago to be told one by one: look again. */
export const reload = 'reload';

/** While a page loads so long, milliseconds, what comes is kept for its listeners, which begin when its answers are there. */
const loadingMs = 10_000;

const listeners = new Map<string, Set<Listener>>();
let early: News[] = [];
let turnedAt = 0;
let source: EventSource | undefined;
let place = '';
let waits = 0;
let retry: ReturnType<typeof setTimeout> | undefined;
let resting: ReturnType<typeof setTimeout> | undefined;

/**
 * Keeps one connection for the news, from the place that came with the session, so that nothing is lost between a page's
 * load and the stream's opening, nor while it reconnects; returns the way out.
 */
export function connectLive(from: string): () => void {
  place = from;
  connect();
  const onVisible = () => (document.hidden ? restSoon() : wakeUp());
  document.addEventListener('visibilitychange', onVisible);
  return () => {
    document.removeEventListener('visibilitychange', onVisible);
    disconnect();
    early = [];
  };
}

/** A browser has six connections for a house: tabs that nobody looks at give theirs back, and catch up when looked at. */
const hiddenMs = 20_000;

function restSoon(): void {
  clearTimeout(resting);
  resting = setTimeout(disconnect, hiddenMs);
}

function wakeUp(): void {
  clearTimeout(resting);
  if (source === undefined && retry === undefined) connect();
}

/** The reader goes to another page, which asks for everything anew: what came until now is not news there. */
export function turnLivePage(): void {
  early = [];
  turnedAt = performance.now();
}

/**
 * Hears an inner event of the server (`memory.remembered`) by name, or `reload`, and what came of it while the page was
 * loading: listen once on a page. Returns the way out.
 */
export function onLive(name: string, listener: Listener): () => void {
  const known = listeners.get(name) ?? new Set<Listener>();
  known.add(listener);
  listeners.set(name, known);
  if (isLoading()) for (const news of early) if (news.name === name) listener(news.customer_ids);
  return () => {
    known.delete(listener);
    if (known.size === 0) listeners.delete(name);
  };
}

/** Asks the given contracts again when something happened; with `customerId` only for that customer. */
export function useLiveRefresh(
  names: readonly string[],
  contracts: readonly Pick<Endpoint, 'name'>[],
  customerId?: string,
): void {
  const client = useQueryClient();
  const [held] = useState(() => throttle(1000));
  useLive(names, customerId, () => held(() => void refresh(client, contracts)));
}

/** Counts what happened since the list was shown, so that nothing jumps: show "4 new", and `fold()` on click. */
export function useLiveCount(names: readonly string[], customerId?: string): { count: number; fold: () => void } {
  const [count, setCount] = useState(0);
  useLive(names, customerId, (ids) => setCount((old) => old + Math.max(1, ids.length)));
  // What is on screen is asked again then: nothing of it is new.
  useEffect(() => onLive(reload, () => setCount(0)), []);
  return { count, fold: () => setCount(0) };
}

function useLive(names: readonly string[], customerId: string | undefined, listener: Listener): void {
  const told = useEffectEvent((ids: readonly string[]) => {
    const own = customerId === undefined ? ids : ids.filter((id) => id === customerId);
    if (customerId === undefined || own.length > 0) listener(own);
  });
  const key = names.join(' ');
  useEffect(() => {
    const stops = key.split(' ').map((name) => onLive(name, (ids) => told(ids)));
    return () => {
      for (const stop of stops) stop();
    };
  }, [key]);
}

function connect(): void {
  if (typeof EventSource === 'undefined') return;
  const opened = new EventSource(`/api/v1/live?from=${place}`);
  source = opened;
  opened.onopen = () => {
    waits = 0;
  };
  opened.onerror = () => {
    // The browser re-connects by itself after a cut line, but gives up after an error status: then we wait and open anew.
    if (opened.readyState === EventSource.CLOSED) reconnect();
  };
  opened.onmessage = (message) => {
    place = message.lastEventId;
    for (const news of newsOf(message.data)) tell(news);
  };
  opened.addEventListener('beat', (message) => {
    place = message.lastEventId;
  });
  opened.addEventListener('reload', (message) => {
    place = message.lastEventId;
    tell({ name: reload, customer_ids: [] });
  });
}

function tell(news: News): void {
  if (isLoading()) early.push(news);
  for (const listener of listeners.get(news.name) ?? []) listener(news.customer_ids);
}

function isLoading(): boolean {
  return performance.now() - turnedAt < loadingMs;
}

function newsOf(data: unknown): readonly News[] {
  try {
    return batch.parse(typeof data === 'string' ? JSON.parse(data) : data).news;
  } catch {
    return [];
  }
}

/** 1 s, 2 s, 4 s … 30 s, each with up to a second of chance so that many pages do not return together. */
function reconnect(): void {
  disconnect();
  const wait = Math.min(30_000, 1000 * 2 ** waits) + Math.random() * 1000;
  waits += 1;
  retry = setTimeout(() => {
    retry = undefined;
    connect();
  }, wait);
}

function disconnect(): void {
  source?.close();
  source = undefined;
  clearTimeout(retry);
  clearTimeout(resting);
  retry = undefined;
}

function throttle(milliseconds: number): (run: () => void) => void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  return (run) => {
    if (waiting !== undefined) return;
    waiting = setTimeout(() => {
      waiting = undefined;
      run();
    }, milliseconds);
  };
}
