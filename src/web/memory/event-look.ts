import type { WordKey } from '../platform/words.ts';

/** How a property is written into a sentence. */
export interface Slot {
  readonly as: 'text' | 'code' | 'day' | 'money' | 'minutes' | 'number' | 'level';
  /** The property; the first that is there. */
  readonly from: readonly string[];
}

/** One way to say an event; used only where all its slots are there. */
export interface Line {
  readonly say: WordKey;
  readonly slots?: Readonly<Record<string, Slot>>;
  /** Only where a property has this value. */
  readonly when?: readonly [name: string, value: string | boolean];
  /** Whose words it carries where that differs from its other sentences. */
  readonly voice?: 'customer' | 'company';
}

/** How an event of a known name is shown: its sentences from the richest to the plainest, and its small tags. */
export interface EventLook {
  readonly lines: readonly Line[];
  /** Good, bad or waited for, by the event's own meaning; never a judgement of ours. */
  readonly tone?: 'kept' | 'owed' | 'waiting';
  /** Properties shown as tags under the sentence. */
  readonly tags?: readonly string[];
  /** Whose words it carries, where the direction would mislead. */
  readonly voice?: 'customer' | 'company';
}

/** A slot written as a text, from the first of these properties. */
export const text = (...from: string[]): Slot => ({ as: 'text', from });
/** A slot written as a code, from the first of these properties. */
export const code = (...from: string[]): Slot => ({ as: 'code', from });
/** A slot written as a day, from the first of these properties. */
export const day = (...from: string[]): Slot => ({ as: 'day', from });
/** A slot written as money, from the first of these properties. */
export const money = (...from: string[]): Slot => ({ as: 'money', from });
/** A slot written as minutes, from the first of these properties. */
export const minutes = (...from: string[]): Slot => ({ as: 'minutes', from });
/** A slot written as a number, from the first of these properties. */
export const number = (...from: string[]): Slot => ({ as: 'number', from });
/** A slot written as a level, from the first of these properties. */
export const level = (...from: string[]): Slot => ({ as: 'level', from });
