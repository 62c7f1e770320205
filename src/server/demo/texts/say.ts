import type { Language } from '../../../shared/scalars.ts';
import type { Random } from '../random.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { type TextBook, type TextKind, textKinds } from './kinds.ts';
import { ru } from './ru.ts';

/** What fills a template: `{amount}` and the like. */
export type Slots = Readonly<Record<string, string>>;

type Part =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'slot'; readonly name: string }
  | { readonly is: 'gender'; readonly m: string; readonly f: string };

type Compiled = ReadonlyMap<TextKind, readonly (readonly Part[])[]>;

const pattern = /\{(\w+)\}|\[([^|\]]*)\|([^\]]*)\]/g;

function compile(template: string): readonly Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const match of template.matchAll(pattern)) {
    if (match.index > from) parts.push({ is: 'text', text: template.slice(from, match.index) });
    const [whole, slot, m = '', f = ''] = match;
    parts.push(slot === undefined ? { is: 'gender', m, f } : { is: 'slot', name: slot });
    from = match.index + whole.length;
  }
  if (from < template.length) parts.push({ is: 'text', text: template.slice(from) });
  return parts;
}

function compileBook(book: TextBook): Compiled {
  return new Map(textKinds.map((kind) => [kind, book[kind].map(compile)] as const));
}

const books: Readonly<Record<Language, Compiled>> = { en: compileBook(en), es: compileBook(es), ru: compileBook(ru) };

/** One of the templates of a kind, filled; throws where the story did not give a slot that it uses. */
export function say(random: Random, language: Language, gender: 'm' | 'f', kind: TextKind, slots: Slots): string {
  const parts = random.pick(books[language].get(kind) ?? []);
  let out = '';
  for (const part of parts) {
    if (part.is === 'text') out += part.text;
    else if (part.is === 'gender') out += gender === 'm' ? part.m : part.f;
    else out += filled(slots, part.name, kind);
  }
  return out;
}

function filled(slots: Slots, name: string, kind: TextKind): string {
  const value = slots[name];
  if (value === undefined) throw new Error(`demo text ${kind}: no value for {${name}}`);
  return value;
}

const months = {
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
  ru: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' '),
  ruAlone: 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'.split(' '),
} as const;

/** A month's name, 1 to 12, standing alone. */
export function monthWord(language: Language, month: number): string {
  return (language === 'ru' ? months.ruAlone : months[language])[month - 1] ?? '';
}

/** A day as people say it: «12 de marzo», "12 March", «12 марта». */
export function dayWords(language: Language, month: number, day: number): string {
  const word = months[language][month - 1] ?? '';
  return language === 'es' ? `${day} de ${word}` : `${day} ${word}`;
}

/** Cents as people write them. */
export function moneyWords(language: Language, cents: number): string {
  const whole = Math.floor(cents / 100);
  const rest = String(cents - whole * 100).padStart(2, '0');
  return language === 'en' ? `€${whole}.${rest}` : `${whole},${rest} €`;
}
