import { type Cell, cell, useCell } from './cell.ts';

/** What one person likes on this device; each has a closed list of values, the first is the default. */
const choices = {
  density: ['roomy', 'dense'],
  keys: ['on', 'off'],
} as const;

type Choices = typeof choices;
export type Preference = keyof Choices;

const cells: { readonly [P in Preference]: Cell<Choices[P][number]> } = {
  density: cell(known(choices.density, recall('density'))),
  keys: cell(known(choices.keys, recall('keys'))),
};

/** A preference and the way to change it; remembered on this device only. */
export function usePreference<P extends Preference>(
  name: P,
): readonly [Choices[P][number], (value: Choices[P][number]) => void] {
  const source: Cell<Choices[P][number]> = cells[name];
  const value = useCell(source);
  const choose = (next: Choices[P][number]) => {
    source.set(next);
    remember(name, next);
  };
  return [value, choose];
}

/** True while single-letter keys are wanted (WCAG 2.1.4 asks that they can be switched off). */
export function singleKeysWanted(): boolean {
  return cells.keys.get() === 'on';
}

/** Reads a text kept on this device; undefined where storage is closed to us. */
export function recall(name: string): string | undefined {
  try {
    return globalThis.localStorage.getItem(`kept.${name}`) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a text on this device, silently nothing where storage is closed to us. */
export function remember(name: string, value: string): void {
  try {
    globalThis.localStorage.setItem(`kept.${name}`, value);
  } catch {
    // Private windows may refuse: the choice then lasts as long as the page.
  }
}

function known<T extends string>(values: readonly [T, ...T[]], text: string | undefined): T {
  return values.find((value) => value === text) ?? values[0];
}
