import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { z } from 'zod';
import type { Endpoint } from '../../shared/contract.ts';
import { refresh } from './use-ask.ts';

const news = z.object({ customer_ids: z.array(z.string()).default([]) });

type Listener = (customerIds: readonly string[]) => void;

const listeners = new Map<string, Set<Listener>>();
const heard = new Set<string>();
let source: EventSource | undefined;
let waits = 0;
let retry: ReturnType<typeof setTimeout> | undefined;

/** Hears an inner event of the server (`memory.remembered`) by name, over one shared connection; returns the way out. */
export function onLive(name: string, listener: Listener): () => void {
  const known = listeners.get(name) ?? new Set<Listener>();
  known.add(listener);
  listeners.set(name, known);
  if (source) hear(source, name);
  else connect();
  return () => {
    known.delete(listener);
    if (known.size === 0) listeners.delete(name);
    if (listeners.size === 0) disconnect();
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
  if (retry !== undefined || typeof EventSource === 'undefined') return;
  const opened = new EventSource('/api/v1/live');
  source = opened;
  heard.clear();
  opened.onopen = () => {
    waits = 0;
  };
  opened.onerror = () => {
    // The browser re-connects by itself after a cut line, but gives up after an error status: then we wait and open anew.
    if (opened.readyState === EventSource.CLOSED) reconnect();
  };
  for (const name of listeners.keys()) hear(opened, name);
}

function hear(opened: EventSource, name: string): void {
  if (heard.has(name)) return;
  heard.add(name);
  opened.addEventListener(name, (message) => tell(name, message.data));
}

function tell(name: string, data: unknown): void {
  const read = news.safeParse(parsed(data));
  const ids = read.success ? read.data.customer_ids : [];
  for (const listener of listeners.get(name) ?? []) listener(ids);
}

function parsed(data: unknown): unknown {
  try {
    return typeof data === 'string' ? JSON.parse(data) : {};
  } catch {
    return {};
  }
}

/** 1 s, 2 s, 4 s … 30 s, each with up to a second of chance so that many pages do not return together. */
function reconnect(): void {
  disconnect();
  const wait = Math.min(30_000, 1000 * 2 ** waits) + Math.random() * 1000;
  waits += 1;
  retry = setTimeout(() => {
    retry = undefined;
    if (listeners.size > 0) connect();
  }, wait);
}

function disconnect(): void {
  source?.close();
  source = undefined;
  if (retry !== undefined) clearTimeout(retry);
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
