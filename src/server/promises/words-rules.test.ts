import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atLocal } from '../platform/calendar/local-rules.ts';
import { stopwatch } from '../platform/clock.ts';
import { type FoundLanguage, findPromises, languageOf } from './words-rules.ts';

const zone = 'Europe/London';
const saidAt = atLocal('2027-06-09T11:00', zone)?.at ?? expect.fail();
const find = (text: string, language?: FoundLanguage) => findPromises(text, { language, saidAt, zone });
const quotes = (text: string, language?: FoundLanguage) => find(text, language).map((one) => one.quote);

describe('what is quoted', () => {
  it.each([
    ['en', 'Dear Ms Ray, thanks for writing. We will send the form on Friday.', ['We will send the form on Friday']],
    ['en', "told Mr Hay we'd ring him on Friday", ["we'd ring him on Friday"]],
    ['en', "No stock today, but I'll ring you tomorrow.", ["I'll ring you tomorrow"]],
    ['en', "We'll post the key so that you can get in.", ["We'll post the key"]],
    ['en', 'Once the part is here, we will ring you.', ['Once the part is here, we will ring you']],
    ['es', 'Hola, Ana: mañana le paso la factura.', ['mañana le paso la factura']],
    ['es', 'le dije que le llamamos el viernes', ['le llamamos el viernes']],
    ['ru', 'Добрый день! Завтра пришлём счёт.', ['Завтра пришлём счёт']],
    ['ru', 'сказала клиенту, что перезвоним в пятницу', ['перезвоним в пятницу']],
  ] as const)('%s: %s', (language, text, expected) => {
    expect(quotes(text, language)).toEqual(expected);
  });

  it('the words of the customer and the lines of his letter are not ours', () => {
    expect(find('Customer wrote: "We will pay on Friday. I will call you."')).toEqual([]);
    expect(find('> We will call you on Friday.\n> Regards\n\nThank you for your letter.')).toEqual([]);
    expect(quotes('I told her: "We will call you on Friday."', 'en')).toHaveLength(1);
  });
});

describe('one promise or two', () => {
  it.each([
    ["I'll check with the depot and ring you back tomorrow.", 1],
    ["I'll post it today and the fitter will call on Friday.", 2],
    ['Mañana le envío el contrato y el viernes pasa el técnico.', 2],
    ['Завтра подъедем и заберём прибор.', 1],
  ] as const)('%s', (text, count) => {
    expect(find(text)).toHaveLength(count);
  });
});

describe('when it is due', () => {
  it('is an instant in the zone, whatever the machine’s is', () => {
    const [one] = findPromises('Le llamaremos mañana a las 9:00.', {
      language: 'es',
      saidAt: new Date('2027-06-10T03:30:00Z'),
      zone: 'America/Bogota',
    });
    expect(one).toMatchObject({ due: '2027-06-10T09:00', dueAt: new Date('2027-06-10T14:00:00Z') });
  });

  it('a date ends with its day', () => {
    expect(find('We will ring you tomorrow.')[0]?.dueAt).toEqual(new Date('2027-06-10T23:00:00Z'));
  });

  it('hours are exact over a change of the clocks', () => {
    const said = atLocal('2027-03-27T12:00', zone)?.at ?? expect.fail();
    const [one] = findPromises('We will fix it within 24 hours.', { language: 'en', saidAt: said, zone });
    expect(one?.due).toBe('2027-03-28T13:00');
  });

  it('working days are those of the calendar that is given', () => {
    const calendar = {
      zone,
      week: [1, 2, 3, 4, 5, 6].map((day) => ({ day, from: '09:00', to: '17:00' })),
      isFree: (date: string) => date === '2027-06-11',
    };
    const [one] = findPromises('We will fix it within two working days.', { language: 'en', saidAt, zone, calendar });
    expect(one?.due).toBe('2027-06-12');
  });
});

describe('the language of a text', () => {
  it.each([
    ['We will call you tomorrow', 'en'],
    ['Le llamamos el jueves por la tarde', 'es'],
    ['Перезвоним вам завтра', 'ru'],
    ['Заказ iPhone 15 Pro будет завтра', 'ru'],
    ['', 'en'],
  ] as const)('%s', (text, language) => {
    expect(languageOf(text)).toBe(language);
  });
});

const words = [
  ...[
    "we'll",
    'will',
    'you',
    'call',
    'tomorrow',
    'by',
    'five',
    'on',
    'friday',
    'within',
    '3',
    'working',
    'days',
    'let me',
  ],
  ...[
    'le',
    'llamaremos',
    'mañana',
    'a las',
    'el',
    'viernes',
    'antes',
    'de',
    'que',
    'si',
    'no',
    'prometí',
    '31/12',
    '25',
  ],
  ...[
    'перезвоним',
    'вам',
    'завтра',
    'до',
    'пяти',
    'в',
    'течение',
    'обещал',
    'если',
    'не',
    'февраля',
    '29',
    '24:00',
    '99',
  ],
  ...['.', ',', ';', '?', '!', '"', '«', '»', '(', ')', '—', '-', '\n', '\n\n', '>', "'", '😊', '\u0301', '9999-12-31'],
];

describe('whatever the text', () => {
  it('nothing is thrown, and a quote stands where it is said to stand', () => {
    const text = fc.oneof(
      fc.array(fc.constantFrom(...words), { maxLength: 60 }).map((some) => some.join(' ')),
      fc.string({ unit: 'grapheme', maxLength: 200 }),
    );
    const language = fc.constantFrom('en' as const, 'es' as const, 'ru' as const, undefined);
    fc.assert(
      fc.property(text, language, (some, spoken) => {
        let last = 0;
        for (const one of find(some, spoken)) {
          expect(some.slice(one.from, one.until)).toBe(one.quote);
          expect(one.from).toBeGreaterThanOrEqual(last);
          expect(one.quote.trim()).not.toBe('');
          expect(one.due === undefined).toBe(one.dueAt === undefined);
          if (one.due !== undefined) expect(one.due).toMatch(/^\d{4}-\d\d-\d\d(T\d\d:\d\d)?$/);
          last = one.until;
        }
      }),
      { numRuns: 300 },
    );
  });

  it('at most twenty promises are found, in the first 20 000 characters', () => {
    expect(find("We'll call you tomorrow. ".repeat(100))).toHaveLength(20);
    expect(find(`${'Thank you. '.repeat(2_000)}We will call you tomorrow.`)).toEqual([]);
  });

  it('a long text costs no more than its length', () => {
    for (const word of [
      'we will, ',
      'let me ',
      '"',
      '( ',
      '5 ',
      'le llamamos ',
      'перезвоним ',
      'a b ',
      'if ',
      'told ',
      'in ',
      '\n',
    ]) {
      for (const language of ['en', 'es', 'ru'] as const) {
        const took = stopwatch();
        find(word.repeat(20_000 / word.length), language);
        // Some 50 ms of work; what grows faster than its length would take minutes.
        expect(took(), `${language} ${word}`).toBeLessThan(5_000);
      }
    }
  }, 60_000);
});
