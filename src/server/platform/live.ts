import { EventEmitter } from 'node:events';
import type { OutboxPlace } from './database/outbox-store.ts';

/** One piece of news: a name and whom it is about, with its place in the outbox; never contents. */
export interface LiveNews extends OutboxPlace {
  readonly name: string;
  readonly customer_id: string;
}

/** What the tail read at once: the news, often none, and the place up to which everything is told. */
export interface LiveBatch {
  readonly news: readonly LiveNews[];
  readonly place: OutboxPlace;
  /** Milliseconds since 1970 by this server’s clock. */
  readonly at: number;
}

/** Tells open pages that something changed. */
export interface Live {
  tell(batch: LiveBatch): void;
  /** Hears every batch, empty ones too, until the returned function is called. */
  hear(listener: (batch: LiveBatch) => void): () => void;
  listeners(): number;
}

/** Opens the hub of this process; the events' tail feeds it with what any server wrote. */
export function openLive(): Live {
  const hub = new EventEmitter();
  hub.setMaxListeners(0);
  return {
    tell: (batch) => void hub.emit('batch', batch),
    hear(listener) {
      hub.on('batch', listener);
      return () => void hub.off('batch', listener);
    },
    listeners: () => hub.listenerCount('batch'),
  };
}
