import { type Sentence, type Spelling, textBetween, tokenAt } from './words-text-rules.ts';
import type { Piece, TimeGrammar } from './words-time-rules.ts';

/** What may be the verb of a promise; a `timed` one is none unless a time stands beside it. */
export interface CoreRule {
  readonly pattern: RegExp;
  readonly timed?: boolean;
  /** It has a subject of its own, so that it may be a promise apart from the one before it. */
  readonly subject?: boolean;
  readonly kind: string;
  /** Looks at what the pattern found (spaces around). */
  readonly accept?: (match: string) => boolean;
}

/** A verb that may be a promise's, with the words around it, each text with its spaces. */
export interface Found {
  readonly kind: string;
  readonly match: string;
  /** The clause before and after the verb. */
  readonly before: string;
  readonly after: string;
  /** The clause with those that a comma joins to it. */
  readonly block: string;
  /** A short clause right before it ("perhaps, …"). */
  readonly lead: string;
  /** The sentence up to the clause. */
  readonly earlier: string;
  readonly sentence: string;
  readonly isTimed: boolean;
  /** The first word before the verb is written with a capital though no sentence begins there. */
  readonly isNamed: boolean;
  readonly isFirst: boolean;
}

/** How promises are worded in a language. */
export interface Grammar {
  readonly spelling: Spelling;
  readonly cores: readonly CoreRule[];
  /** True where the verb promises something. */
  readonly judge: (found: Found) => boolean;
  /** Joins clauses within a comma's reach. */
  readonly joint: RegExp;
  /** What leads to a promise and is no part of it, at a clause's beginning. */
  readonly leading: RegExp;
  /** Where the promise is over though the clause goes on. */
  readonly tail: RegExp;
  /** A clause that belongs to the promise after it ("once he is back, …"), or to the one before it. */
  readonly keepLeft: RegExp;
  readonly keepRight: RegExp;
  /** Says inside a clause that the deed waits for something. */
  readonly upon: RegExp;
  /** Words that may stand beside the times of a clause that says nothing else. */
  readonly filler: RegExp;
  /** Something may be had from a time on. */
  readonly opens: RegExp;
  /** "…, all right?" */
  readonly tag: RegExp;
  /** Own words follow in quotation marks. */
  readonly ownSpeech: RegExp;
  readonly times: TimeGrammar;
}

/** A stretch of a sentence between commas and the like; `block` counts the stronger signs. */
export interface Segment {
  readonly from: number;
  readonly until: number;
  readonly block: number;
}

/** A clause that promises; places are tokens. */
export interface Clause {
  readonly core: CoreRule;
  readonly coreFrom: number;
  readonly coreUntil: number;
  readonly from: number;
  readonly until: number;
  readonly segment: number;
}

const strong = /^(?:[;:()—–¿[\]]|\p{Extended_Pictographic})$/u;

/** The segments of a sentence; a comma within a time ("Friday, 5 March") parts nothing. */
export function segmentsOf(sentence: Sentence, pieces: readonly Piece[]): readonly Segment[] {
  const segments: Segment[] = [];
  let [from, block] = [0, 0];
  for (const [index, token] of sentence.tokens.entries()) {
    const isStrong = isStrongAt(sentence, index);
    const start = sentence.starts[index] ?? 0;
    if ((token.text !== ',' && !isStrong) || pieces.some((one) => one.from < start && start < one.until)) continue;
    if (index > from) segments.push({ from, until: index, block });
    if (isStrong) block += 1;
    from = index + 1;
  }
  if (from < sentence.tokens.length) segments.push({ from, until: sentence.tokens.length, block });
  return segments;
}

/** A dash between words parts them; one between numbers or within a word does not. */
function isStrongAt(sentence: Sentence, index: number): boolean {
  const [before, token, after] = [sentence.tokens[index - 1], sentence.tokens[index], sentence.tokens[index + 1]];
  if (token === undefined) return false;
  if (/^[-–—]$/.test(token.text)) {
    const isApart = (before?.until ?? -1) < token.from && (after?.from ?? Number.MAX_SAFE_INTEGER) > token.until;
    return isApart && !(/^\d/.test(before?.text ?? '') && /^\d/.test(after?.text ?? ''));
  }
  return strong.test(token.text);
}

interface Hit {
  readonly core: CoreRule;
  readonly from: number;
  readonly until: number;
}

/** Where the language's verbs of promises stand in a sentence: of two at one place the one listed first. */
export function hitsOf(sentence: Sentence, cores: readonly CoreRule[]): readonly Hit[] {
  const hits: Hit[] = [];
  for (const core of cores) {
    for (const match of sentence.text.matchAll(core.pattern)) {
      if (core.accept !== undefined && !core.accept(match[0])) continue;
      const from = tokenAt(sentence, match.index + 1);
      const until = tokenAt(sentence, match.index + match[0].length - 1) + 1;
      if (!hits.some((one) => one.from < until && from < one.until)) hits.push({ core, from, until });
      if (hits.length >= hitsKept) break;
    }
  }
  return hits.toSorted((a, b) => a.from - b.from);
}

const hitsKept = 60;

/** The clause of every hit: from its segment's beginning, or from the word that joins it to the hit before, up to the next. */
export function clausesOf(
  sentence: Sentence,
  segments: readonly Segment[],
  hits: readonly Hit[],
  joint: RegExp,
): readonly Clause[] {
  const starts: number[] = [];
  const joined: boolean[] = [];
  for (const [index, hit] of hits.entries()) {
    const from = segments.find((one) => one.from <= hit.from && hit.from < one.until)?.from ?? hit.from;
    const before = hits[index - 1];
    const isFirst = before === undefined || before.until <= from;
    let at = hit.from;
    while (!isFirst && at > before.until && !joint.test(` ${sentence.tokens[at - 1]?.text ?? ''} `)) at -= 1;
    joined.push(!isFirst && at > before.until);
    starts.push(isFirst ? from : at > before.until ? at : (starts[index - 1] ?? from));
  }
  return hits.map((hit, index) => {
    const segment = segments.findIndex((one) => one.from <= hit.from && hit.from < one.until);
    const end = segments[segment]?.until ?? sentence.tokens.length;
    const next = hits[index + 1]?.from;
    const nextStart = joined[index + 1] === true ? (starts[index + 1] ?? end) - 1 : next;
    const until = next === undefined || nextStart === undefined || next >= end ? end : nextStart;
    return {
      core: hit.core,
      coreFrom: hit.from,
      coreUntil: Math.min(hit.until, until),
      from: starts[index] ?? hit.from,
      until,
      segment,
    };
  });
}

/** True for a segment that says nothing but when. */
export function isTimeOnly(sentence: Sentence, segment: Segment, pieces: readonly Piece[], filler: RegExp): boolean {
  const start = sentence.starts[segment.from] ?? 0;
  const end = start + textBetween(sentence, segment.from, segment.until).length - 2;
  const inside = pieces.filter((one) => one.from >= start && one.until <= end);
  if (inside.length === 0) return false;
  let rest = '';
  let at = start;
  for (const one of inside) {
    rest += ` ${sentence.text.slice(at, one.from)} `;
    at = one.until;
  }
  rest += ` ${sentence.text.slice(at, end)} `;
  return rest.split(' ').every((word) => !/[\p{L}\d]/u.test(word) || filler.test(word));
}
