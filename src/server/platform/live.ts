import { EventEmitter } from 'node:events';

/** What the live stream says: a name and whom it is about; never contents. */
export interface LiveNews {
  readonly name: string;
  readonly customerIds: readonly string[];
}

/** Tells open pages that something changed. */
export interface Live {
  tell(news: LiveNews): void;
  /** Hears all news until the returned function is called. */
  hear(listener: (news: LiveNews) => void): () => void;
  listeners(): number;
}

/** Opens the hub of this process; the events' tail feeds it with what other servers wrote. */
export function openLive(): Live {
  const hub = new EventEmitter();
  hub.setMaxListeners(0);
  return {
    tell: (news) => void hub.emit('news', news),
    hear(listener) {
      hub.on('news', listener);
      return () => void hub.off('news', listener);
    },
    listeners: () => hub.listenerCount('news'),
  };
}
