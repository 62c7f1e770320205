import * as chronoEn from 'chrono-node/en';
import * as chronoEs from 'chrono-node/es';
import * as chronoRu from 'chrono-node/ru';
import { dateText } from '../platform/calendar/date-rules.ts';
import { atLocal } from '../platform/calendar/local-rules.ts';
import type { WorkCalendar } from '../platform/calendar/working-rules.ts';
import {
  type Clause,
  clausesOf,
  type Found,
  type Grammar,
  hitsOf,
  type Segment,
  segmentsOf,
} from './words-clause-rules.ts';
import { english } from './words-en-rules.ts';
import { spanish } from './words-es-rules.ts';
import { russian } from './words-ru-rules.ts';
import {
  dayBefore,
  isUnread,
  merged,
  piecesIn,
  type Span,
  spanOf,
  timeBefore,
  trimmedSpan,
  type Work,
} from './words-span-rules.ts';
import { clockText, type Sentence, sentencesOf, textBetween } from './words-text-rules.ts';
import { dueOf, type Now, nowOf, type Piece, piecesOf } from './words-time-rules.ts';

/** The languages in which promises are found. */
export type FoundLanguage = 'en' | 'es' | 'ru';

/** A promise that words seem to make; somebody must still say that it is one. */
export interface FoundPromise {
  /** As it stands in the text, from `from` up to `until`. */
  readonly quote: string;
  readonly from: number;
  readonly until: number;
  /** On the wall of the zone: `2027-03-05T17:00`, a date where no time was said; `undefined` where nothing countable was. */
  readonly due: string | undefined;
  readonly dueAt: Date | undefined;
}

/** What a text is read with. */
export interface Reading {
  /** Of the text; where it is not known it is told from its words. */
  readonly language: FoundLanguage | undefined;
  readonly saidAt: Date;
  readonly zone: string;
  /** Counts working days; without it Monday to Friday are. */
  readonly calendar?: WorkCalendar;
}

const longestText = 20_000;
const mostPromises = 20;
const grammars: Readonly<Record<FoundLanguage, Grammar>> = { en: english, es: spanish, ru: russian };
const chronos = { en: chronoEn.GB, es: chronoEs.strict, ru: chronoRu.strict };

/** The promises that somebody of the company makes in a text (its first 20 000 characters, 20 promises at most), in order. */
export function findPromises(text: string, reading: Reading): readonly FoundPromise[] {
  const read = text.slice(0, longestText);
  const language = reading.language ?? languageOf(read);
  const grammar = grammars[language];
  const now = nowOf(reading.saidAt, reading.zone, reading.calendar);
  const found: FoundPromise[] = [];
  for (const sentence of sentencesOf(read, grammar.spelling)) {
    for (const one of promisesOf(sentence, read, { grammar, language, now })) {
      found.push(one);
      if (found.length >= mostPromises) return found;
    }
  }
  return found;
}

/** Russian by its letters, Spanish by its small words and signs, else English. */
export function languageOf(text: string): FoundLanguage {
  const cyrillic = text.match(/[а-яё]/gi)?.length ?? 0;
  const latin = text.match(/[a-z]/gi)?.length ?? 0;
  if (cyrillic > latin) return 'ru';
  const small = (words: RegExp) => text.match(words)?.length ?? 0;
  const spanishWords = small(
    /(?<![\p{L}])(?:el|la|los|las|de|del|que|en|por|para|con|le|les|su|sus|mañana|una?|se|y|lo|te|hoy|usted|al|antes)(?![\p{L}])|[ñ¿¡áéíóú]/giu,
  );
  const englishWords = small(
    /(?<![\p{L}])(?:the|we|will|you|your|to|by|and|of|a|on|at|for|it|is|be|in|i|our|with|tomorrow|this)(?![\p{L}])|['’]ll\b/giu,
  );
  return spanishWords > englishWords ? 'es' : 'en';
}

interface Means {
  readonly grammar: Grammar;
  readonly language: FoundLanguage;
  readonly now: Now;
}

function promisesOf(sentence: Sentence, text: string, means: Means): readonly FoundPromise[] {
  const { grammar, now } = means;
  const verbs = hitsOf(sentence, grammar.cores);
  if (verbs.length === 0) return [];
  const pieces = resolved(piecesOf(sentence.text, grammar.times, now));
  const segments = segmentsOf(sentence, pieces);
  // "La semana que viene": its verb is a time's.
  const hits = verbs.filter((hit) => !pieces.some((one) => isWithin(sentence, hit, one)));
  const clauses = clausesOf(sentence, segments, hits, grammar.joint);
  const work: Work = { grammar, sentence, segments, pieces, clauses };
  const kept = clauses.map((clause, index) => isPromise(work, clause, index));
  // A verb that needs a time to promise, and has none, parts no clauses.
  const parting = hits.filter((hit, index) => kept[index] === true || hit.core.timed !== true);
  const parted = clausesOf(sentence, segments, parting, grammar.joint);
  const promising = {
    ...work,
    clauses: parted.filter((clause) => kept[hits.findIndex((hit) => hit.from === clause.coreFrom)] === true),
  };
  const spans = promising.clauses.map((one) => spanOf(promising, one));
  return merged(promising, spans).map((span) => shown(promising, span, text, means));
}

function isWithin(sentence: Sentence, hit: { readonly from: number; readonly until: number }, piece: Piece): boolean {
  const [start = 0, last = 0] = [sentence.starts[hit.from], sentence.starts[hit.until - 1]];
  return piece.from <= start && last < piece.until;
}

/** "The evening before" is counted from the day that was named before it. */
function resolved(pieces: readonly Piece[]): readonly Piece[] {
  let named: number | undefined;
  return pieces.flatMap((one) => {
    const { beside, ...rest } = one;
    if (beside === undefined) {
      named = one.day ?? named;
      return [one];
    }
    return named === undefined ? [] : [{ ...rest, day: named + beside }];
  });
}

function isPromise(work: Work, clause: Clause, index: number): boolean {
  const { sentence, segments, grammar } = work;
  const segment = segments[clause.segment];
  if (segment === undefined || isQuestion(work, segment) || isForeign(work, clause)) return false;
  const span = spanOf(work, clause);
  const isTimed = piecesIn(work, span.from, span.until).length > 0 || timeBefore(work, span).length > 0;
  if (clause.core.timed === true && !isTimed) return false;
  const inBlock = segments.filter((one) => one.block === segment.block);
  const [first, last] = [inBlock[0] ?? segment, inBlock.at(-1) ?? segment];
  const before = sentence.tokens.slice(clause.from, clause.coreFrom);
  const found: Found = {
    kind: clause.core.kind,
    match: textBetween(sentence, clause.coreFrom, clause.coreUntil),
    before: textBetween(sentence, clause.from, clause.coreFrom),
    after: textBetween(sentence, clause.coreUntil, clause.until),
    block: textBetween(sentence, first.from, last.until),
    lead: leadOf(work, clause, segment),
    earlier: textBetween(sentence, 0, clause.from),
    sentence: sentence.text,
    isTimed,
    isNamed: before.some((one, at) => one.isCapital && (at > 0 || clause.from > 0)),
    isFirst: index === 0,
  };
  return grammar.judge(found);
}

/** What stands before the clause's comma, if it is but a few words. */
function leadOf({ sentence, segments }: Work, clause: Clause, own: Segment): string {
  const before = segments[clause.segment - 1];
  if (before === undefined || before.block !== own.block || clause.from !== own.from) return ' ';
  return before.until - before.from > 4 ? ' ' : textBetween(sentence, before.from, before.until);
}

/** Asked, not promised: up to a question mark, from the stronger sign before it; unless only "all right?" is asked. */
function isQuestion({ sentence, segments, grammar }: Work, segment: Segment): boolean {
  if (sentence.tokens.at(-1)?.text !== '?') return false;
  const last = segments.at(-1);
  if (last === undefined || last.block !== segment.block) return false;
  return last === segment || !grammar.tag.test(textBetween(sentence, last.from, last.until - 1));
}

/** Somebody else's words, in quotation marks. */
function isForeign({ sentence, grammar }: Work, clause: Clause): boolean {
  if (sentence.tokens[clause.coreFrom]?.quoted !== true) return false;
  let opens = clause.coreFrom;
  while (sentence.tokens[opens - 1]?.quoted === true) opens -= 1;
  if (sentence.tokens[opens]?.text === '>') return true;
  return !grammar.ownSpeech.test(textBetween(sentence, 0, opens));
}

function shown(work: Work, span: Span, text: string, means: Means): FoundPromise {
  const { sentence, grammar } = work;
  const { now } = means;
  const trimmed = trimmedSpan(sentence, span);
  const [from, until] = [sentence.tokens[trimmed.from]?.from ?? 0, sentence.tokens[trimmed.until - 1]?.until ?? 0];
  const quote = text.slice(from, until);
  const own = piecesIn(work, trimmed.from, trimmed.until);
  const pieces = own.length > 0 ? [...dayBefore(work, span, own), ...own] : timeBefore(work, span);
  const opens = grammar.opens.test(textBetween(sentence, trimmed.from, trimmed.until));
  const due =
    dueOf(pieces, sentence.text, grammar.times, now, opens) ??
    (isUnread(work, trimmed) ? chronoDue(quote, means) : undefined);
  const local = due === undefined || due === 'none' ? undefined : due.text;
  return { quote, from, until, due: local, dueAt: local === undefined ? undefined : atLocal(local, now.zone)?.at };
}

/** What the date library reads where these rules read no time; the wall is handed over as if it were UTC. */
function chronoDue(quote: string, { language, now }: Means): { readonly text: string } | undefined {
  if (!/\d/.test(quote)) return undefined;
  const instant = atLocal(`${dateText(now.today)}T${clockText(now.minute)}`, 'UTC')?.at;
  if (instant === undefined) return undefined;
  const [read] = chronos[language].parse(quote, { instant, timezone: 0 }, { forwardDate: true });
  const start = read?.end ?? read?.start;
  if (read === undefined || start === undefined || !(start.isCertain('day') && start.isCertain('month')))
    return undefined;
  const date = start.date().toISOString();
  return { text: start.isCertain('hour') ? date.slice(0, 16) : date.slice(0, 10) };
}
