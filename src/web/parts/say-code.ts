import { en } from '../../shared/words/en.ts';
import type { Say, WordKey } from '../platform/words.ts';

type Code = keyof typeof en.memory.code;

/** A code of the company's systems (`direct-debit`) in the reader's words; unknown ones as plain words. */
export function sayCode(t: Say, value: string): string {
  const code = value
    .toLowerCase()
    .replace(/^complaint\./, '')
    .replaceAll(/[._]/g, '-');
  if (isCode(code)) return t(`memory.code.${code}`);
  return /^[a-z][a-z0-9]*([._-][a-z0-9]+)*$/.test(value) ? value.replaceAll(/[._-]+/g, ' ') : value;
}

function isCode(text: string): text is Code {
  return Object.hasOwn(en.memory.code, text);
}

/** Whether a text that came over the wire (a line of the brief) is one of our words. */
export function isWord(path: string): path is WordKey {
  let place: unknown = en;
  for (const piece of path.split('.')) {
    if (typeof place !== 'object' || place === null || !Object.hasOwn(place, piece)) return pluralOf(place, piece);
    place = Object.entries(place).find(([name]) => name === piece)?.[1];
  }
  return typeof place === 'string';
}

function pluralOf(place: unknown, piece: string): boolean {
  return typeof place === 'object' && place !== null && Object.hasOwn(place, `${piece}_other`);
}
