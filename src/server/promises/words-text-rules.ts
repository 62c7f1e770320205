/** A word, a number or a sign of a text, in the form in which the rules read it. */
export interface Token {
  /** Lower case, contractions undone; empty never. */
  readonly text: string;
  readonly from: number;
  readonly until: number;
  readonly isCapital: boolean;
  /** It stands between quotation marks, or in a line that an answer quotes with `>`. */
  readonly quoted: boolean;
}

/** A sentence: its words apart by single spaces, one before the first and one after the last, so that a space is a word's edge. */
export interface Sentence {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Where each token begins in `text`. */
  readonly starts: readonly number[];
}

/** How a language writes words together or short: the words that a written one stands for; `undefined` for itself. */
export type Spelling = (word: string, next: string) => readonly string[] | undefined;

interface Raw {
  readonly text: string;
  readonly from: number;
  readonly until: number;
}

const piece = /\d+(?:[.:/,]\d+)*|[\p{L}\p{M}]+(?:['’][\p{L}]+)*|\n|[^\s]/gu;
const closers: Readonly<Record<string, string>> = { '"': '"', '“': '”', '«': '»', '„': '“' };
const quoteReach = 400;
const shortLine = 60;
/** Words after which a sentence is taken to end, so that no text is slow to read. */
const longestSentence = 150;
/** Words that a full stop shortens; with it no sentence ends. */
const shortened =
  /^(?:mr|mrs|ms|dr|prof|st|no|nos|approx|tel|ref|ext|inc|ltd|dept|vs|sr|sra|srta|dña|núm|avda|ud|uds|art|pág|aprox|dpto|г|ул|д|кв|руб|коп|тел|стр|корп|им|п|пп|т|гр|ст|обл|мин|ч|тыс|рис|см|напр)$/;

/** The sentences of a text, in order. */
export function sentencesOf(text: string, spelling: Spelling): readonly Sentence[] {
  const raws: Raw[] = [...text.matchAll(piece)].map((one) => ({
    text: one[0],
    from: one.index,
    until: one.index + one[0].length,
  }));
  const quoted = quotedOf(text, raws);
  const sentences: Sentence[] = [];
  let tokens: Token[] = [];
  const close = () => {
    if (tokens.length > 0) sentences.push(sentenceOf(tokens));
    tokens = [];
  };
  for (const [index, raw] of raws.entries()) {
    if (raw.text === '\n') {
      if (endsLine(text, raws, index)) close();
      continue;
    }
    tokens.push(...tokensOf(raw, raws[index + 1]?.text ?? '', quoted.has(index), spelling));
    if (tokens.length >= longestSentence || endsSentence(text, raws, index)) close();
  }
  close();
  return sentences;
}

function sentenceOf(tokens: readonly Token[]): Sentence {
  const starts: number[] = [];
  let text = ' ';
  for (const token of tokens) {
    starts.push(text.length);
    text += `${token.text} `;
  }
  return { text, tokens, starts };
}

function tokensOf(raw: Raw, next: string, quoted: boolean, spelling: Spelling): Token[] {
  const lower = raw.text.toLowerCase().replaceAll('’', "'").replaceAll('ё', 'е');
  const isCapital = lower[0] !== raw.text[0] && raw.text[0] !== 'ё';
  const words = spelling(lower, next.toLowerCase()) ?? [lower];
  return words.map((text) => ({ text, from: raw.from, until: raw.until, isCapital, quoted }));
}

/** Which pieces stand in quotation marks (both of them in one paragraph), or in a line that begins with `>`. */
function quotedOf(text: string, raws: readonly Raw[]): ReadonlySet<number> {
  const quoted = new Set<number>();
  const closingAt = nearestClosers(text, raws);
  let index = 0;
  while (index < raws.length) {
    const until = closingAt(index);
    for (let at = index; until !== undefined && at <= until; at += 1) quoted.add(at);
    index = (until ?? index) + 1;
  }
  return quoted;
}

/** Where a quotation that opens at an index closes: read from the end, so that a text of quotation marks alone is read once. */
function nearestClosers(text: string, raws: readonly Raw[]): (index: number) => number | undefined {
  const closing: (number | undefined)[] = new Array(raws.length).fill(undefined);
  const next = new Map<string, number>();
  for (let index = raws.length - 1; index >= 0; index -= 1) {
    const raw = raws[index];
    if (raw === undefined) continue;
    const isLine = raw.text === '>' && (raw.from === 0 || text[raw.from - 1] === '\n');
    const closer = isLine ? '\n' : closers[raw.text];
    const at = closer === undefined ? undefined : next.get(closer);
    if (at !== undefined && at - index < quoteReach) closing[index] = at;
    else if (isLine) closing[index] = Math.min(raws.length, index + quoteReach) - 1;
    // A quotation ends with its paragraph.
    if (raw.text === '\n' && raws[index + 1]?.text === '\n') next.clear();
    next.set(raw.text, index);
  }
  return (index) => closing[index];
}

/** A line's end ends a sentence, unless a line was only broken where it was full. */
function endsLine(text: string, raws: readonly Raw[], index: number): boolean {
  const next = raws[index + 1];
  const at = raws[index]?.from ?? 0;
  if (next === undefined || next.text === '\n') return true;
  const length = at - (text.lastIndexOf('\n', at - 1) + 1);
  return (
    !(/^[\p{Ll}\d]/u.test(next.text) && length >= shortLine / 2) && (length < shortLine || !/^\p{L}/u.test(next.text))
  );
}

function endsSentence(text: string, raws: readonly Raw[], index: number): boolean {
  const raw = raws[index];
  if (raw === undefined) return false;
  if (raw.text === '!' || raw.text === '?' || raw.text === '…') return !/^[!?…]$/.test(raws[index + 1]?.text ?? '');
  if (raw.text !== '.') return false;
  const after = text[raw.until];
  if (after !== undefined && !/[\s"”»)'’]/.test(after)) return false;
  return !isShortening(raws, index);
}

/** A full stop after `Mr`, an initial, `a. m.`: the sentence goes on, unless a capital follows `p. m.`. */
function isShortening(raws: readonly Raw[], index: number): boolean {
  const [before, next] = [raws[index - 1]?.text ?? '', raws[index + 1]?.text ?? ''];
  const isLower = /^[\p{Ll}\d,;:)]/u.test(next);
  if (next === '') return false;
  if (/^[ap]$/i.test(before)) return /^m$/i.test(next);
  if (/^m$/i.test(before) && raws[index - 2]?.text === '.') return isLower;
  if (/^\p{L}$/u.test(before)) return isLower || /^\p{Lu}$/u.test(before);
  if (/^(?:am|pm|hrs?|h|min|mins)$/i.test(before)) return isLower;
  return shortened.test(before.toLowerCase()) && (isLower || !/^(?:руб|г|т|п|мин|ч|тыс|no|коп)$/i.test(before));
}

/** The index of the token that holds a place of the sentence's text (or follows it). */
export function tokenAt(sentence: Sentence, place: number): number {
  let [low, high] = [0, sentence.starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = sentence.starts[middle] ?? 0;
    if (start + (sentence.tokens[middle]?.text.length ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The sentence's text from one token up to another, spaces around. */
export function textBetween(sentence: Sentence, from: number, until: number): string {
  if (until <= from) return ' ';
  const start = sentence.starts[from];
  const last = sentence.starts[until - 1];
  if (start === undefined || last === undefined) return ' ';
  return sentence.text.slice(start - 1, last + (sentence.tokens[until - 1]?.text.length ?? 0) + 1);
}

/** A time of day, `09:05`, of its minutes since midnight. */
export function clockText(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
