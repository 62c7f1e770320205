import { findText } from './find-rules.ts';

/** What is compared of each side of a merge. */
export interface SideFacts {
  readonly name: string | null;
  readonly kind: string;
  readonly country: string | null;
  readonly keys: readonly { kind: string; value: string }[];
}

/** Something that speaks for or against two customers being one. */
export interface Sign {
  readonly sign: string;
  readonly speaks: 'for' | 'against';
  readonly detail: string;
}

/** What speaks for and against two customers being one. A help for the eye, never a decision. */
export function signsOf(from: SideFacts, to: SideFacts): Sign[] {
  const signs: Sign[] = [];
  const speak = (sign: string, speaks: 'for' | 'against', detail: string) => signs.push({ sign, speaks, detail });
  if (from.name !== null && to.name !== null) {
    const same = findText(from.name) === findText(to.name);
    speak(same ? 'same-name' : 'other-name', same ? 'for' : 'against', `${from.name} · ${to.name}`);
  }
  for (const key of from.keys) {
    if (key.kind === 'anonymous') continue;
    if (to.keys.some((other) => other.kind === key.kind && other.value === key.value))
      speak('same-key', 'for', key.value);
  }
  if (from.kind !== to.kind) speak('other-kind', 'against', `${from.kind} · ${to.kind}`);
  if (from.country !== null && to.country !== null && from.country !== to.country) {
    speak('other-country', 'against', `${from.country} · ${to.country}`);
  }
  return signs;
}
