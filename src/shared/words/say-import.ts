import type { Language } from '../scalars.ts';
import { imports as en } from './en/imports.ts';
import { imports as es } from './es/imports.ts';
import { imports as ru } from './ru/imports.ts';

const words = { en, es, ru };

/** Why a row was not taken, in words; codes without words of their own get the general ones. */
export function sayImportReason(language: Language, code: string): string {
  const reasons: Readonly<Record<string, string>> = words[language].reasons;
  return reasons[code.replaceAll('.', '-')] ?? words[language].reasons.other;
}

/** Headings that the error file puts before the columns of the original. */
export function sayImportHeadings(language: Language): string[] {
  const { line, code, reason, detail } = words[language].file;
  return [line, code, reason, detail];
}
