import type { Language } from '../../shared/scalars.ts';
import { promisesOutside as en } from '../../shared/words/en/promises-outside.ts';
import { promisesOutside as es } from '../../shared/words/es/promises-outside.ts';
import { promisesOutside as ru } from '../../shared/words/ru/promises-outside.ts';
import { instantOf } from '../platform/clock.ts';
import type { DueLetter } from './letter-store.ts';

const words = { en: en.letter, es: es.letter, ru: ru.letter };
const locales: Readonly<Record<Language, string>> = { en: 'en-GB', es: 'es-ES', ru: 'ru-RU' };

/** A letter's subject and text. */
export interface WrittenLetter {
  readonly subject: string;
  readonly text: string;
}

type About = Pick<DueLetter, 'kind' | 'language' | 'entry'>;

/** A letter to an outside keeper in his language: what he is asked, until when, where he answers. */
export function partnerLetter(
  { kind, language, entry }: About,
  about: { readonly house: string; readonly link: string; readonly until: Date; readonly zone: string },
): WrittenLetter {
  const own = words[language];
  const isLink = kind === 'link';
  const due = isLink ? '' : dueIn(entry, language);
  const slots = { house: about.house, due, subject: entry?.subject ?? '' };
  const until = new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: about.zone }).format(
    about.until,
  );
  const said = !isLink && entry.words !== null ? `${own.open}${line(entry.words)}${own.close}` : '';
  const number = !isLink && entry.subject !== null ? fill(own.number, slots) : '';
  const when = due === '' ? '' : fill(own.due, slots);
  const text = [
    fill(own[kind].text, slots),
    [said, number, when].filter((part) => part !== '').join('\n'),
    `${own[kind].act}\n${about.link}`,
    `-- \n${fill(own.foot, { ...slots, until })}`,
  ];
  return { subject: fill(own[kind].subject, slots), text: text.filter((part) => part !== '').join('\n\n') };
}

function dueIn(entry: DueLetter['entry'], language: Language): string {
  if (entry.due_at === null) return '';
  const day = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
  if (entry.due_local?.length === 10) {
    const whole = new Intl.DateTimeFormat(locales[language], { ...day, timeZone: 'UTC' });
    return whole.format(instantOf(`${entry.due_local}T00:00:00Z`));
  }
  const minute = { hour: '2-digit', minute: '2-digit', timeZone: entry.zone, timeZoneName: 'short' } as const;
  return new Intl.DateTimeFormat(locales[language], { ...day, ...minute }).format(instantOf(entry.due_at));
}

/** No name or word breaks out of its line, least of all in a subject. */
function line(text: string): string {
  return text.replaceAll(/[\r\n\u2028\u2029]+/g, ' ');
}

function fill(text: string, slots: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (_whole, name: string) => line(slots[name] ?? ''));
}
