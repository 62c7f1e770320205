import type { Language } from '../../../shared/scalars.ts';
import type { Random } from '../random.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import type { CommentBook, Tone, Topic } from './kinds.ts';
import { ru } from './ru.ts';

const books: Readonly<Record<Language, CommentBook>> = { en, es, ru };

/** Who writes, about what and how he feels. */
export interface Writing {
  readonly language: Language;
  readonly gender: 'm' | 'f';
  readonly topic: Topic;
  readonly tone: Tone;
  readonly street: string;
}

/** One in so many says the opposite of his mark: irony, or the wrong end of the scale. */
const contrary = 0.035;

/** A comment as people write them: long or short, mixed, hedged, with slips of the pen; a few say the opposite of the mark. */
export function writeComment(random: Random, about: Writing): string {
  const book = books[about.language];
  const tone = random.chance(contrary) ? opposite(random, about.tone) : about.tone;
  const text = filled(random, about, shaped(random, book, about.topic, tone));
  return slipped(random, capital(random, text));
}

function opposite(random: Random, tone: Tone): Tone {
  if (tone === 'middling') return random.pick(['bad', 'good']);
  return tone === 'bad' ? 'good' : 'bad';
}

function shaped(random: Random, book: CommentBook, topic: Topic, tone: Tone): string {
  const felt = () => random.pick(book.felt[tone]);
  const what = () => (tone === 'middling' ? mixed(random, book, topic) : random.pick(book[tone][topic]));
  const about = () => (random.chance(0.4) ? random.pick(book.about[topic]) : '');
  const close = () => (random.chance(0.4) ? ended(random.pick(book.closers[tone])) : '.');
  const shape = random.next();
  if (shape < 0.14) return random.pick(book.short[tone]);
  if (shape < 0.32) return `${about()}${felt()}${close()}`;
  if (shape < 0.5) return `${about()}${what()}${close()}`;
  if (shape < 0.72) return `${about()}${what()}. ${capital(random, felt())}${close()}`;
  if (shape < 0.86) return turned(random, book, topic, tone) + close();
  return `${random.pick(book.openers)}${about()}${what()}, ${felt()}. ${capital(random, what())}${close()}`;
}

/** A sentence of its own after another one. */
function ended(closer: string): string {
  return /^ \p{Lu}/u.test(closer) ? `.${closer}` : closer;
}

/** Good and bad in one breath. */
function mixed(random: Random, book: CommentBook, topic: Topic): string {
  const [good, bad] = [random.pick(book.good[topic]), random.pick(book.bad[topic])];
  return random.chance(0.5) ? `${good}${random.pick(book.but)}${bad}` : `${bad}${random.pick(book.but)}${good}`;
}

/** The other side first, then what weighs more. */
function turned(random: Random, book: CommentBook, topic: Topic, tone: Tone): string {
  if (tone === 'middling') return `${mixed(random, book, topic)}. ${capital(random, random.pick(book.felt.middling))}`;
  const other = tone === 'good' ? book.bad[topic] : book.good[topic];
  return `${random.pick(other)}${random.pick(book.but)}${random.pick(book.felt[tone])}`;
}

function filled(random: Random, { gender, street }: Writing, text: string): string {
  return text
    .replaceAll(/\[([^|\]]*)\|([^\]]*)\]/g, (_all, m: string, f: string) => (gender === 'm' ? m : f))
    .replaceAll('{days}', () => String(random.int(2, 4)))
    .replaceAll('{hours}', () => String(random.int(2, 4)))
    .replaceAll('{street}', street);
}

function capital(random: Random, text: string): string {
  return random.chance(0.12) ? text : text.charAt(0).toUpperCase() + text.slice(1);
}

/** Letters that change places, double or are left out, accents that nobody types, capitals throughout. */
function slipped(random: Random, text: string): string {
  const kind = random.next();
  if (kind < 0.75 || text.length < 12) return text;
  if (kind < 0.77) return text.toUpperCase();
  if (kind < 0.81)
    return text
      .normalize('NFD')
      .replaceAll(/(?<=[a-zA-Z])\p{M}/gu, '')
      .normalize('NFC');
  if (kind < 0.84) return text.replaceAll(/[.,;]/g, '').toLowerCase();
  let out = text;
  for (let left = Math.ceil(text.length / 60); left > 0; left -= 1) out = slip(random, out);
  return out;
}

function slip(random: Random, text: string): string {
  const at = random.int(1, Math.max(1, text.length - 3));
  const [a = '', b = ''] = [text[at], text[at + 1]];
  if (!/\p{L}/u.test(a) || !/\p{L}/u.test(b)) return text;
  const way = random.int(0, 2);
  const middle = way === 0 ? b + a : way === 1 ? a + a + b : b;
  return text.slice(0, at) + middle + text.slice(at + 2);
}
