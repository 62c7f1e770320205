import type { Language } from '../../shared/scalars.ts';
import type { ShownSlot } from '../../shared/today.ts';
import { type Reader, saySlots, saySpan } from '../../shared/today-slots.ts';
import { momentsToday as momentsEn } from '../../shared/words/en/moments-today.ts';
import { promisesToday as promisesEn } from '../../shared/words/en/promises-today.ts';
import { today as en } from '../../shared/words/en/today.ts';
import { teamToday as teamEn } from '../../shared/words/en/today-team.ts';
import { momentsToday as momentsEs } from '../../shared/words/es/moments-today.ts';
import { promisesToday as promisesEs } from '../../shared/words/es/promises-today.ts';
import { today as es } from '../../shared/words/es/today.ts';
import { teamToday as teamEs } from '../../shared/words/es/today-team.ts';
import { momentsToday as momentsRu } from '../../shared/words/ru/moments-today.ts';
import { promisesToday as promisesRu } from '../../shared/words/ru/promises-today.ts';
import { today as ru } from '../../shared/words/ru/today.ts';
import { teamToday as teamRu } from '../../shared/words/ru/today-team.ts';
import { isTodayWord } from '../../shared/words/today-words.ts';

const own = { en: en.mail, es: es.mail, ru: ru.mail };
/** What rooms say, by room, as their lines' words name it. */
const rooms: Readonly<Record<Language, Readonly<Record<string, { readonly line: object }>>>> = {
  en: { promisesToday: promisesEn, momentsToday: momentsEn, teamToday: teamEn },
  es: { promisesToday: promisesEs, momentsToday: momentsEs, teamToday: teamEs },
  ru: { promisesToday: promisesRu, momentsToday: momentsRu, teamToday: teamRu },
};

/** What is said of one line or telling. */
export interface Said {
  readonly word: string;
  readonly slots: Readonly<Record<string, ShownSlot>>;
  readonly customer: string | null;
  readonly customer_key: string | null;
}

/** A letter's subject and text. */
export interface Written {
  readonly subject: string;
  readonly text: string;
}

/** A telling as a letter; `undefined` where its word is not ours any more. */
export function tellingLetter(
  telling: Said & { readonly late_seconds: number },
  links: { readonly open: string; readonly settings: string },
  reader: Reader,
): Written | undefined {
  const said = say(telling, 'tell', reader);
  if (said === undefined) return undefined;
  const words = own[reader.language];
  const late =
    telling.late_seconds < 60 ? '' : fill(words.late, { span: saySpan(telling.late_seconds, reader.language) });
  const open = `${say(telling, 'open', reader) ?? ''}:\n${links.open}`;
  const why = fill(words.why, { link: links.settings });
  return { subject: said, text: [`${said}.`, open, late, `-- \n${why}`].filter((part) => part !== '').join('\n\n') };
}

/** A line of the digest, with what its reason is made of. */
export interface DigestLine extends Said {
  readonly until: Date | null;
  readonly late: boolean;
  readonly owed: number;
  readonly lost: boolean;
}

/** The morning's digest: how much there is, its first lines in their order with their reasons, what was settled yesterday. */
export function digestLetter(
  lines: readonly DigestLine[],
  counts: { readonly lines: number; readonly late: number; readonly settled: number },
  links: { readonly open: string; readonly settings: string },
  reader: Reader,
): Written {
  const words = own[reader.language];
  const subject = counted(words, 'digest', counts.lines, reader.language);
  const late = counts.late === 0 ? '' : counted(words, 'digestLate', counts.late, reader.language);
  const listed = lines.flatMap((line) => {
    const what = say(line, 'what', reader);
    if (what === undefined) return [];
    const mark = line.late ? `${words.lateMark} · ` : '';
    const row = `• ${mark}${[customerOf(line), what].filter((part) => part !== '').join(' · ')}`;
    const reasons = reasonsOf(line, reader);
    return [reasons === '' ? row : `${row}\n  ${reasons}`];
  });
  const rest = counts.lines - listed.length;
  if (rest > 0) listed.push(counted(words, 'digestMore', rest, reader.language));
  const parts = [`${[subject, late].filter((part) => part !== '').join('; ')}.`, listed.join('\n')];
  const done = counts.settled === 0 ? [] : [counted(words, 'digestSettled', counts.settled, reader.language)];
  const why = fill(words.why, { link: links.settings });
  return { subject, text: [...parts, ...done, `${words.openToday}:\n${links.open}`, `-- \n${why}`].join('\n\n') };
}

/** Why a line stands where it does: how late it is, what we owe, that he may be going. */
function reasonsOf(line: DigestLine, reader: Reader): string {
  const words = own[reader.language];
  const lateSeconds = line.until === null ? 0 : (reader.now - line.until.getTime()) / 1_000;
  return [
    line.late ? fill(words.digestLateBy, { span: saySpan(lateSeconds, reader.language) }) : '',
    line.owed > 0 ? counted(words, 'digestOwed', line.owed, reader.language) : '',
    line.lost ? words.digestGoing : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

function customerOf(said: Said): string {
  return said.customer ?? said.customer_key ?? '';
}

function say(said: Said, part: 'what' | 'tell' | 'open', reader: Reader): string | undefined {
  if (!isTodayWord(said.word)) return undefined;
  const [room = '', , name = ''] = said.word.split('.');
  const text = textAt(rooms[reader.language][room]?.line, name, part);
  const customer = customerOf(said);
  const slots = { ...saySlots(said.slots, reader), customer: customer === '' ? own[reader.language].noName : customer };
  return text === undefined ? undefined : fill(text, slots);
}

function textAt(words: unknown, ...path: readonly string[]): string | undefined {
  let place = words;
  for (const piece of path) {
    place =
      typeof place === 'object' && place !== null
        ? Object.entries(place).find(([key]) => key === piece)?.[1]
        : undefined;
  }
  return typeof place === 'string' ? place : undefined;
}

function counted(words: object, name: string, count: number, language: Language): string {
  const form = new Intl.PluralRules(language).select(count);
  const text = textAt(words, `${name}_${form}`) ?? textAt(words, `${name}_other`) ?? '';
  return fill(text.replaceAll('{{count, number}}', '{{count}}'), {
    count: new Intl.NumberFormat(language).format(count),
  });
}

/** No name breaks out of its line, least of all in a subject. */
function fill(text: string, slots: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (_whole, name: string) =>
    (slots[name] ?? '').replaceAll(/[\r\n\u2028\u2029]+/g, ' '),
  );
}
