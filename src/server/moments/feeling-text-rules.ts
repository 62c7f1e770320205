/*
 * How a text is read before its feeling is judged: one way for training and for judging, whatever the language.
 */

const link = /\b(?:https?:\/\/|www\.)\S+/gi;
const mention = /(?<![\p{L}\p{N}])@[\p{L}\p{N}_.]+/gu;
const entity = /&(amp|lt|gt|quot|apos|nbsp|#39);/g;
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  '#39': "'",
};

/** The end of what is read of a text, in characters: feelings are said before that, and nobody may stop the judge. */
export const longestText = 5_000;

/** What a place in a text is: a word, a picture (emoji, emoticon), or marks that end a thought. */
export type TokenKind = 'word' | 'picture' | 'mark';

/** A piece of a text, in lower case, with letters said at length cut to two (`soooo` → `soo`). */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  /** Written at length (`soooo`) or in capitals among words that are not. */
  readonly loud: boolean;
}

/** In this order: a word, a number, an emoticon, an emoji, a mark. Words first, since nearly all pieces are. */
const piece =
  /([\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*)|(\p{N}+)|([:;=]['’]?-?[)(\][DPp3/|*]+|<3+|\^_+\^|\){2,}|\({2,})|(\p{Extended_Pictographic})|([!?…]+|\.{2,}|[.,;:])/gu;

/** Cuts a text into its tokens. Links, names of people (`@who`) and numbers are no words: of each only that it is there. */
export function tokensOf(text: string): Token[] {
  const clean = cleaned(text.slice(0, longestText));
  const shouted = clean === clean.toUpperCase();
  const tokens: Token[] = [];
  for (const [, word, number, emoticon, emoji, mark] of clean.matchAll(piece)) {
    if (word !== undefined) tokens.push(wordOf(word, shouted));
    else if (mark !== undefined) tokens.push({ kind: 'mark', text: markOf(mark), loud: mark.length > 1 });
    else if (number !== undefined) tokens.push({ kind: 'word', text: '0', loud: false });
    else tokens.push({ kind: 'picture', text: pictureOf(emoticon ?? emoji ?? ''), loud: false });
  }
  return tokens;
}

/** Without links, names and HTML's way to write marks; each is looked for only where it can be. */
function cleaned(text: string): string {
  let clean = text.normalize('NFC');
  if (clean.includes('&')) clean = clean.replaceAll(entity, (all, name: string) => entities[name] ?? all);
  if (clean.includes('://') || /www\./i.test(clean)) clean = clean.replaceAll(link, ' ');
  return clean.includes('@') ? clean.replaceAll(mention, ' ') : clean;
}

/** A text all in capitals shouts no single word. */
function wordOf(word: string, shouted: boolean): Token {
  const low = word.toLowerCase();
  const plain = low.includes('’') ? low.replaceAll('’', "'") : low;
  const cut = isAtLength(plain) ? plain.replaceAll(/(\p{L})\1{2,}/gu, '$1$1') : plain;
  const inCapitals = !shouted && word.length > 2 && low !== word && word === word.toUpperCase();
  return { kind: 'word', text: cut, loud: inCapitals || cut !== plain };
}

/** Whether a letter stands three times in a row. */
function isAtLength(word: string): boolean {
  let row = 1;
  for (let at = 1; at < word.length && row < 3; at += 1) {
    row = word.charCodeAt(at) === word.charCodeAt(at - 1) ? row + 1 : 1;
  }
  return row === 3;
}

function markOf(mark: string): string {
  if (mark.length === 1) return mark === '…' ? '..' : mark;
  if (/^[.…]/.test(mark)) return '..';
  if (mark.includes('!') && mark.includes('?')) return '!?';
  return mark.slice(0, 1).repeat(2);
}

/** Many ways to draw a smile are one. */
function pictureOf(drawn: string): string {
  if (/^(?:[:;=]['’]?-?[)\]DPp3*]+|<3+|\^_*\^|\)+)$/.test(drawn)) return drawn.startsWith('<') ? '<3' : ':)';
  if (/^(?:[:;=]['’]?-?[([/|]+|\(+)$/.test(drawn)) return ':(';
  return drawn;
}
