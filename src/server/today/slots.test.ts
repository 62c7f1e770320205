import { describe, expect, it } from 'vitest';
import { kinds } from '../../shared/today.ts';
import { type Reader, sayInstant, saySlot, saySpan } from '../../shared/today-slots.ts';
import { en } from '../../shared/words/en.ts';
import { isTodayStep, isTodayWord } from '../../shared/words/today-words.ts';

const reader = (language: Reader['language'], zone = 'Europe/Madrid'): Reader => ({
  language,
  zone,
  now: Date.parse('2027-03-03T22:30:00Z'),
});

describe('an instant is said by the reader’s own clock', () => {
  it.each([
    ['en', 'Europe/Madrid', '2027-03-03T23:30:00Z', 'tomorrow, 00:30'],
    ['es', 'Europe/Madrid', '2027-03-03T16:00:00Z', 'hoy, 17:00'],
    ['ru', 'Europe/Moscow', '2027-03-03T20:59:00Z', 'вчера, 23:59'],
    ['es', 'America/Bogota', '2027-03-04T22:00:00Z', 'mañana, 17:00'],
    ['en', 'Europe/Madrid', '2027-03-08T16:00:00Z', 'Mon 8 Mar, 17:00'],
    ['ru', 'Europe/Madrid', '2027-05-08T15:00:00Z', '8 мая, 17:00'],
    ['es', 'Europe/Madrid', '2028-01-08T16:00:00Z', '8 ene 2028, 17:00'],
  ] as const)('%s, %s: %s is %s', (language, zone, at, said) => {
    expect(sayInstant(Date.parse(at), reader(language, zone)).replaceAll('Mon, ', 'Mon ')).toBe(said);
  });
});

it('a date is the same day in every zone; ids are said by their names; spans by their largest whole unit', () => {
  for (const zone of ['Pacific/Apia', 'America/Bogota']) {
    expect(saySlot({ on: '2027-03-20' }, reader('en', zone))).toBe('20 Mar');
  }
  const department = {
    department: '00000000-0000-4000-8000-000000000000',
    name: { en: 'Billing', es: 'Facturación', ru: 'Счета' },
  };
  expect(saySlot(department, reader('es'))).toBe('Facturación');
  expect([59, 3_600, 7_200, 172_800].map((seconds) => saySpan(seconds, 'en'))).toEqual([
    '1 minute',
    '60 minutes',
    '2 hours',
    '2 days',
  ]);
});

it('every kind has a name, and every line its four words', () => {
  const said = { promises: en.promisesToday, moments: en.momentsToday, today: en.teamToday };
  const named = Object.entries(said).flatMap(([room, words]) =>
    Object.keys(words.kind).map((kind) => `${room}.${kind}`),
  );
  expect(named.toSorted()).toEqual(Object.keys(kinds).toSorted());
  for (const part of ['promisesToday', 'momentsToday', 'teamToday'] as const) {
    for (const [name, words] of Object.entries(en[part].line)) {
      expect(Object.keys(words).toSorted(), name).toEqual(['open', 'tell', 'what', 'why']);
      expect(isTodayWord(`${part}.line.${name}`)).toBe(true);
    }
  }
  expect([
    isTodayStep('promisesToday.step.accept'),
    isTodayWord('promisesToday.line.nothing'),
    isTodayWord('x'),
  ]).toEqual([true, false, false]);
});
