/** What a comment is about; each has things to praise and to blame of its own. */
export const topics = ['bill', 'parcel', 'visit', 'talk', 'complaint', 'web', 'whole'] as const;
export type Topic = (typeof topics)[number];

/** Bad, middling, good. */
export type Tone = 'bad' | 'middling' | 'good';

/** What customers of one language write under a rating. `[he|she]` is chosen by who writes; slots are `{days}`, `{hours}`, `{street}`. */
export interface CommentBook {
  /** Before the rest, to say what it is about. */
  readonly about: Readonly<Record<Topic, readonly string[]>>;
  readonly openers: readonly string[];
  /** A few words that are all he writes. */
  readonly short: Readonly<Record<Tone, readonly string[]>>;
  /** How he felt about it, whatever it was. */
  readonly felt: Readonly<Record<Tone, readonly string[]>>;
  /** What was bad or good there. */
  readonly bad: Readonly<Record<Topic, readonly string[]>>;
  readonly good: Readonly<Record<Topic, readonly string[]>>;
  /** Between one thing and its opposite. */
  readonly but: readonly string[];
  readonly closers: Readonly<Record<Tone, readonly string[]>>;
}
