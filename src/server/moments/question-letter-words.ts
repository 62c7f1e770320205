import type { Language } from '../../shared/scalars.ts';
import { momentsOutside as en } from '../../shared/words/en/moments-outside.ts';
import { momentsOutside as es } from '../../shared/words/es/moments-outside.ts';
import { momentsOutside as ru } from '../../shared/words/ru/moments-outside.ts';
import type { Question } from './question.ts';

const words = { en: en.letter, es: es.letter, ru: ru.letter };
const locales: Readonly<Record<Language, string>> = { en: 'en-GB', es: 'es-ES', ru: 'ru-RU' };

/** A letter to a customer in his language: what is asked, about which day, and where one tap answers it. */
export function questionLetter(
  question: Pick<Question, 'kind' | 'stage' | 'language'>,
  about: {
    readonly house: string;
    readonly zone: string;
    readonly at: Date;
    readonly until: Date;
    readonly link: string;
  },
): { readonly subject: string; readonly text: string } {
  const own = words[question.language];
  const said = question.kind === 'recovery' ? own.recovery : question.stage === 'remembrance' ? own.later : own.contact;
  const day = (at: Date, style: 'long' | 'full') =>
    new Intl.DateTimeFormat(locales[question.language], { dateStyle: style, timeZone: about.zone }).format(at);
  const slots = { house: line(about.house), day: day(about.at, 'full'), until: day(about.until, 'long') };
  const text = [fill(said.text, slots), `${own.act}\n${about.link}`, `-- \n${fill(own.foot, slots)}`];
  return { subject: fill(said.subject, slots), text: text.join('\n\n') };
}

/** No name breaks out of its line, least of all in a subject. */
function line(text: string): string {
  return text.replaceAll(/[\r\n\u2028\u2029]+/g, ' ');
}

function fill(text: string, slots: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (_whole, name: string) => slots[name] ?? '');
}
