import type { Bag } from './segment-message.ts';

/** The first of these fields that is a non-empty text. */
export function textOf(bag: Bag | null | undefined, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = bag?.[name];
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  }
  return undefined;
}

/** A field that is an object. */
export function bagOf(bag: Bag | null | undefined, name: string): Bag | undefined {
  const value = bag?.[name];
  return isBag(value) ? value : undefined;
}

/** The objects in a field that is a list; other things in it are passed over. */
export function bagsOf(bag: Bag | null | undefined, name: string): Bag[] {
  const value = bag?.[name];
  return Array.isArray(value) ? value.filter(isBag) : [];
}

function isBag(value: unknown): value is Bag {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
