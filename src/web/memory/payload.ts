import { z } from 'zod';

/** Named values of a message; nothing is promised about them. */
export type Bag = Readonly<Record<string, unknown>>;

const bag = z.record(z.string(), z.unknown());
const bags = z.array(bag);
const nothing: Bag = {};

/** What a message says: the properties of a call, the traits of an identification, else the message itself. */
export function saidIn(payload: unknown): Bag {
  const whole = bagOf(payload);
  for (const name of ['properties', 'traits'] as const) {
    const inner = bag.safeParse(whole[name]);
    if (inner.success) return inner.data;
  }
  return whole;
}

/** A value as named values; empty where it is something else. */
export function bagOf(value: unknown): Bag {
  const read = bag.safeParse(value);
  return read.success ? read.data : nothing;
}

/** A list of named values; empty where it is something else. */
export function bagsOf(value: unknown): readonly Bag[] {
  const read = bags.safeParse(value);
  return read.success ? read.data : [];
}

/** A text or number as text; undefined for what is absent, empty or something else. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : undefined;
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  return text === '' ? undefined : text;
}

/** A number told as a number or as decimal text. */
export function numberOf(value: unknown): number | undefined {
  const text = textOf(value);
  if (text === undefined || !/^-?\d{1,15}(\.\d+)?$/.test(text)) return undefined;
  return Number(text);
}
