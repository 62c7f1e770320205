import type { Token } from './feeling-text-rules.ts';

/*
 * A text as numbers: how often each word, pair of words and run of 2–5 letters stands in it, each put by a hash into one
 * of so many places (two that fall into one place share it: with this many places that costs nothing measurable).
 */

/** Places for words and pairs of words; runs of letters stand behind them. */
export const wordPlaces = 2 ** 17;
/** All places. */
export const places = wordPlaces + 2 ** 18;

const prime = 16_777_619;

/** The end of murmur3: every bit of a hash moves the low ones, which choose the place. */
export function mixed(hash: number): number {
  let mix = hash ^ (hash >>> 16);
  mix = Math.imul(mix, 0x85ebca6b);
  mix ^= mix >>> 13;
  mix = Math.imul(mix, 0xc2b2ae35);
  return (mix ^ (mix >>> 16)) >>> 0;
}

/** FNV-1a of a text's UTF-16 units, 32 bits. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), prime);
  return hash;
}

const wordPlace = (hash: number) => mixed(hash) & (wordPlaces - 1);
const runPlace = (hash: number) => wordPlaces + (mixed(hash) & (places - wordPlaces - 1));

/** Called for each thing found: its place and which token it is of (a pair belongs to its second). */
export type Seen = (place: number, token: number) => void;

/** Walks all that stands in these tokens. */
export function walk(tokens: readonly Token[], seen: Seen): void {
  let before = 0x9e3779b9;
  for (const [at, { kind, text }] of tokens.entries()) {
    const hash = hashOf(text);
    seen(wordPlace(hash), at);
    seen(wordPlace(Math.imul(before, 31) ^ hash ^ 0x5bd1e995), at);
    before = mixed(hash);
    if (kind === 'word') walkRuns(text, at, seen);
  }
}

/** Runs of 2–5 letters of one word, its two ends being letters too. */
function walkRuns(word: string, token: number, seen: Seen): void {
  const length = word.length + 2;
  for (let start = 0; start < length - 1; start += 1) {
    let hash = 0x2545f491;
    for (let at = start; at < length && at < start + 5; at += 1) {
      const letter = at === 0 || at === length - 1 ? 32 : word.charCodeAt(at - 1);
      hash = Math.imul(hash ^ letter, prime);
      if (at > start) seen(runPlace(hash), token);
    }
  }
}
