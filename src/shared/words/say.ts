import type { RefusalCode } from '../refusals.ts';
import type { Language } from '../scalars.ts';
import { refusals as en } from './en/refusals.ts';
import { refusals as es } from './es/refusals.ts';
import { refusals as ru } from './ru/refusals.ts';
import type { RefusalWords } from './shape.ts';

const words: Record<Language, Record<RefusalCode, RefusalWords>> = { en, es, ru };

/** A refusal in words: what happened, and what to do, with `{{slots}}` filled. */
export function sayRefusal(
  language: Language,
  code: RefusalCode,
  slots: Readonly<Record<string, string | number>>,
): { title: string; detail: string } {
  const { title, act } = words[language][code];
  return { title: fill(title, slots), detail: fill(act, slots) };
}

function fill(text: string, slots: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (_whole, name: string) => String(slots[name] ?? ''));
}
