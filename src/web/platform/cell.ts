import { useSyncExternalStore } from 'react';

/** One value outside React, with those who watch it: for what the whole page shares (reach, session, keys). */
export interface Cell<T> {
  readonly get: () => T;
  readonly set: (value: T) => void;
  readonly watch: (listener: () => void) => () => void;
}

/** Makes a cell; setting the same value tells nobody. */
export function cell<T>(initial: T): Cell<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set: (next) => {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of listeners) listener();
    },
    watch: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

/** Reads a cell in a component and follows it. */
export function useCell<T>(source: Cell<T>): T {
  return useSyncExternalStore(source.watch, source.get);
}
