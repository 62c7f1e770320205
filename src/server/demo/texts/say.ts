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

type Compiled = Readonly<Record<TextKind, readonly (readonly Part[])[]>>;

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
  const entries = (kind: TextKind): readonly (readonly Part[])[] => book[kind].map(compile);
  const out: Partial<Record<TextKind, readonly (readonly Part[])[]>> = {};
  for (const kind of textKinds) out[kind] = entries(kind);
  return { ...emptyBook(), ...out };
}

function emptyBook(): Compiled {
  const nothing: readonly (readonly Part[])[] = [];
  const pairs = textKinds.map((kind) => [kind, nothing] as const);
  return fromPairs(pairs);
}
