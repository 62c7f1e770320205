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

const piece =
  /(?<emoticon>[:;=]['’]?-?[)(\][DPpOo3/|*]+|<3+|\^_+\^|[xX]D+(?![\p{L}])|(?<![\p{L}\p{N})])\){2,}|(?<![(\p{L}\p{N}])\({2,})|(?<emoji>\p{Extended_Pictographic}|[☺-☻])|(?<word>[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*)|(?<number>\p{N}+)|(?<mark>[!?…]+|\.{2,}|[.,;:])/gu;

/** Cuts a text into its tokens. Links, names of people (`@who`) and numbers are no words: of each only that it is there. */
export function tokensOf(text: string): Token[] {
  const clean = text
    .slice(0, longestText)
    .normalize('NFC')
    .replaceAll(entity, (all, name: string) => entities[name] ?? all)
    .replaceAll(link, ' ')
    .replaceAll(mention, ' ');
  const shouted = isShouted(clean);
  const tokens: Token[] = [];
  for (const { groups } of clean.matchAll(piece)) {
    if (groups === undefined) continue;
    const { emoticon, emoji, word, number, mark } = groups;
    if (word !== undefined) tokens.push(wordOf(word, shouted));
    else if (number !== undefined) tokens.push({ kind: 'word', text: '0', loud: false });
    else if (mark !== undefined) tokens.push({ kind: 'mark', text: markOf(mark), loud: mark.length > 1 });
    else tokens.push({ kind: 'picture', text: pictureOf(emoticon ?? emoji ?? ''), loud: false });
  }
  return tokens;
}

/** A text all in capitals shouts no single word. */
function isShouted(text: string): boolean {
  return text === text.toUpperCase();
}

function wordOf(word: string, shouted: boolean): Token {
  const low = word.toLowerCase().replaceAll('’', "'");
  const cut = low.replaceAll(/(\p{L})\1{2,}/gu, '$1$1');
  const loud = cut !== low || (!shouted && word.length > 2 && word === word.toUpperCase() && word !== low);
  return { kind: 'word', text: cut, loud };
}

function markOf(mark: string): string {
  const first = mark.slice(0, 1);
  if (/^[.…]/.test(mark) && (mark.length > 1 || first === '…')) return '..';
  if (mark.includes('!') && mark.includes('?')) return '!?';
  return mark.length > 1 ? first + first : first;
}

/** Many ways to draw a smile are one. */
function pictureOf(drawn: string): string {
  if (/^(?:[:;=]['’]?-?[)\]DPp3*]+|<3+|\^_*\^|[xX]D+|\)+)$/.test(drawn)) return drawn.startsWith('<') ? '<3' : ':)';
  if (/^(?:[:;=]['’]?-?[([/|]+|\(+)$/.test(drawn)) return ':(';
  return drawn;
}
