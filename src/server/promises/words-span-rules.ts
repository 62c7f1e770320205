import { type Clause, type Grammar, isTimeOnly, type Segment } from './words-clause-rules.ts';
import { type Sentence, textBetween } from './words-text-rules.ts';
import type { Piece } from './words-time-rules.ts';

/** A sentence under work. */
export interface Work {
  readonly grammar: Grammar;
  readonly sentence: Sentence;
  readonly segments: readonly Segment[];
  readonly pieces: readonly Piece[];
  readonly clauses: readonly Clause[];
}

/** The stretch of a promise, in tokens, and its clauses. */
export interface Span {
  readonly from: number;
  readonly until: number;
  readonly clauses: readonly Clause[];
}

/** A clause with the times and subordinate clauses beside it, without what leads to it and what follows from it. */
export function spanOf(work: Work, clause: Clause): Span {
  const { sentence, segments, pieces, clauses, grammar } = work;
  const own = segments[clause.segment];
  const isFree = (one: Segment | undefined): one is Segment =>
    one !== undefined && one.block === own?.block && !clauses.some((other) => segments[other.segment] === one);
  const textOf = (one: Segment) => textBetween(sentence, one.from, one.until);
  let { from, until } = clause;
  for (let at = clause.segment - 1; clause.from === own?.from && at >= 0; at -= 1) {
    const left = segments[at];
    if (!isFree(left) || !(isTimeOnly(sentence, left, pieces, grammar.filler) || grammar.keepLeft.test(textOf(left))))
      break;
    from = left.from;
  }
  const cut = cutAfter(work, clause.coreUntil, until);
  if (cut !== undefined) return { from: withoutLeading(work, from, clause), until: cut, clauses: [clause] };
  if (clause.until === own?.until) until = rightOf(work, clause, isFree);
  return { from: withoutLeading(work, from, clause), until, clauses: [clause] };
}

/** How far the times and subordinate clauses behind a clause reach. */
function rightOf(work: Work, clause: Clause, isFree: (one: Segment | undefined) => one is Segment): number {
  const { sentence, segments, pieces, grammar } = work;
  let { until } = clause;
  for (let at = clause.segment + 1; at < segments.length; at += 1) {
    const right = segments[at];
    if (!isFree(right)) return until;
    if (
      !isTimeOnly(sentence, right, pieces, grammar.filler) &&
      !grammar.keepRight.test(textBetween(sentence, right.from, right.until))
    ) {
      const end = cutAfter(work, right.from, right.until);
      const isTime = end !== undefined && isTimeOnly(sentence, { ...right, until: end }, pieces, grammar.filler);
      return isTime ? end : until;
    }
    until = right.until;
  }
  return until;
}

function cutAfter({ sentence, grammar }: Work, from: number, until: number): number | undefined {
  const match = grammar.tail.exec(textBetween(sentence, from, until));
  if (match === null) return undefined;
  const words = textBetween(sentence, from, until)
    .slice(1, match.index + 1)
    .split(' ')
    .filter((word) => word !== '');
  return words.length === 0 ? undefined : from + words.length;
}

function withoutLeading(work: Work, from: number, clause: Clause): number {
  const { sentence, grammar } = work;
  const match = grammar.leading.exec(textBetween(sentence, from, clause.coreUntil));
  const count = match === null ? 0 : match[0].split(' ').filter((word) => word !== '').length;
  const start = Math.min(from + count, clause.coreFrom);
  // "Give me an hour and I'll ring": what would be left out says when.
  return piecesIn(work, from, start).length > 0 && piecesIn(work, start, clause.until).length === 0 ? from : start;
}

/** Two deeds of one time are one promise; two times, or one deed with a time and another with its own subject, are two. */
export function merged(work: Work, spans: readonly Span[]): readonly Span[] {
  const kept: Span[] = [];
  for (const span of spans) {
    const last = kept.at(-1);
    if (last !== undefined && isOneWith(work, last, span)) {
      kept.splice(-1, 1, { from: last.from, until: span.until, clauses: [...last.clauses, ...span.clauses] });
    } else kept.push(span);
  }
  return kept;
}

function isOneWith(work: Work, first: Span, second: Span): boolean {
  const [a, b] = [first.clauses.at(-1), second.clauses[0]];
  if (a === undefined || b === undefined) return false;
  if (second.from < first.until) return true;
  const between = textBetween(work.sentence, first.until, second.from);
  if (work.segments[a.segment]?.block !== work.segments[b.segment]?.block || between.length > 12) return false;
  if (work.grammar.upon.test(textBetween(work.sentence, second.from, second.until))) return false;
  const [timed, timedToo] = [piecesIn(work, first.from, first.until), piecesIn(work, second.from, second.until)];
  if (timed.length > 0 && timedToo.length > 0) return false;
  if (timed.length > 0) return b.core.subject !== true && !/, \p{L}/u.test(between);
  const fronted = (timedToo[0]?.from ?? Number.MAX_SAFE_INTEGER) < (work.sentence.starts[b.coreFrom] ?? 0);
  return !fronted && b.core.subject !== true;
}

/** The times between two tokens; those of things do not count. */
export function piecesIn({ sentence, pieces }: Work, from: number, until: number): readonly Piece[] {
  const start = sentence.starts[from] ?? 0;
  const end = (sentence.starts[until - 1] ?? 0) + (sentence.tokens[until - 1]?.text.length ?? 0);
  return pieces.filter((one) => one.isTopic !== true && one.from < end && one.until > start);
}

/** The rules read no time there, not even one that belongs to a thing. */
export function isUnread(
  { sentence, pieces }: Work,
  { from, until }: { readonly from: number; readonly until: number },
): boolean {
  const [start = 0, last = 0] = [sentence.starts[from], sentence.starts[until - 1]];
  return !pieces.some((one) => one.from <= last && one.until > start);
}

/** The time of an earlier clause that promises nothing itself, where the promise says none. */
export function timeBefore(work: Work, span: Span): readonly Piece[] {
  const { sentence, segments, grammar } = work;
  const own = segments.findIndex((one) => one.from <= span.from && span.from < one.until);
  const left = segments[own - 1];
  if (left === undefined || work.clauses.some((one) => one.segment === own - 1)) return [];
  if (!isTimeOnly(sentence, left, work.pieces, grammar.filler)) return [];
  return piecesIn(work, left.from, left.until);
}

/** The day of the clause before ("come tomorrow, it will be ready by noon"), where the promise says a time of day alone. */
export function dayBefore(work: Work, span: Span, own: readonly Piece[]): readonly Piece[] {
  if (own.some((one) => one.clock === undefined || one.day !== undefined)) return [];
  const at = work.segments.findIndex((one) => one.from <= span.from && span.from < one.until);
  const [here, left] = [work.segments[at], work.segments[at - 1]];
  if (left === undefined || left.block !== here?.block) return [];
  const days = piecesIn(work, left.from, left.until).filter((one) => one.day !== undefined);
  return days.slice(-1).map(({ clock: _, ...day }) => day);
}

/** Without the signs at its ends. */
export function trimmedSpan(sentence: Sentence, span: Span): { readonly from: number; readonly until: number } {
  const isWord = (at: number) => /[\p{L}\d]/u.test(sentence.tokens[at]?.text ?? '');
  let { from, until } = span;
  while (until > from + 1 && !isWord(until - 1) && !isAbbreviated(sentence, until - 1)) until -= 1;
  while (from < until - 1 && !isWord(from)) from += 1;
  return { from, until };
}

/** The full stop of `p. m.` is its own. */
function isAbbreviated(sentence: Sentence, at: number): boolean {
  return / [ap] \. m \. $/.test(textBetween(sentence, Math.max(0, at - 3), at + 1));
}
