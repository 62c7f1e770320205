import { describe, expect, it } from 'vitest';
import { loadHolidays } from './holidays.ts';

const holidays = await loadHolidays();
const dates = (country: string, region: string | undefined, year: number) =>
  holidays.holidaysIn({ country, region }, year, 'en').map((one) => one.date.slice(5));

// The days are those that the states published for these years.
describe('holidays by country and region', () => {
  it.each([
    ['ES', 'MD', 2026, '01-01 01-06 04-02 04-03 05-01 05-02 08-15 10-12 11-01 11-02 12-06 12-07 12-08 12-25'],
    [
      'US',
      undefined,
      2027,
      '01-01 01-18 02-15 05-31 06-18 06-19 07-04 07-05 09-06 10-11 11-11 11-25 12-24 12-25 12-31',
    ],
    [
      'CO',
      undefined,
      2027,
      '01-01 01-11 03-22 03-25 03-26 03-28 05-01 05-10 05-31 06-07 07-05 07-12 07-20 08-07 08-16 10-18 11-01 11-15 12-08 12-25',
    ],
  ] as const)('%s %s %s', (country, region, year, expected) => {
    expect(dates(country, region, year).join(' ')).toBe(expected);
  });

  it('a region has its own days', () => {
    expect(holidays.isHoliday({ country: 'ES', region: 'CT' }, '2027-09-11')).toBe(true);
    expect(holidays.isHoliday({ country: 'ES', region: 'MD' }, '2027-09-11')).toBe(false);
    expect(holidays.isHoliday({ country: 'ES', region: undefined }, '2027-09-11')).toBe(false);
    expect(holidays.regionsOf('ES', 'es')).toContainEqual({ code: 'MD', name: 'Comunidad de Madrid' });
    expect(holidays.regionsOf('CO', 'es')).toEqual([]);
  });

  it('a holiday that falls on a Saturday frees the Friday before it, even in the year before', () => {
    expect(holidays.isHoliday({ country: 'US', region: undefined }, '2027-12-31')).toBe(true);
    expect(holidays.isHoliday({ country: 'US', region: undefined }, '2026-12-31')).toBe(false);
  });

  it('holidays of several days free each of them, those by the moon from the day after the sunset', () => {
    const russia = dates('RU', undefined, 2026).filter((one) => one.startsWith('01-'));
    expect(russia).toEqual(['01-01', '01-02', '01-03', '01-04', '01-05', '01-06', '01-07', '01-08']);
    expect(dates('EG', undefined, 2026).filter((one) => one.startsWith('03-'))).toEqual(['03-20', '03-21', '03-22']);
    // One that began in December 2006.
    expect(dates('EG', undefined, 2007).slice(0, 3)).toEqual(['01-01', '01-02', '01-03']);
    // One of 23 hours.
    expect(dates('SE', undefined, 2027)).toContain('03-28');
    // The afternoon before the feast is a half day, and free nobody.
    expect(dates('TR', undefined, 2026).filter((one) => one.startsWith('03-'))).toEqual(['03-20', '03-21', '03-22']);
    expect(dates('CN', undefined, 2026)).not.toContain('05-04');
  });

  it('bank, optional and observed days free nobody', () => {
    expect(holidays.isHoliday({ country: 'ES', region: 'MD' }, '2027-03-19')).toBe(false);
    expect(holidays.isHoliday({ country: 'US', region: undefined }, '2027-02-14')).toBe(false);
    expect(holidays.isHoliday({ country: 'DE', region: undefined }, '2027-12-24')).toBe(false);
  });

  it('are named in the language asked for', () => {
    const first = (language: string) => holidays.holidaysIn({ country: 'RU', region: undefined }, 2027, language)[0];
    expect(first('ru')).toEqual({ date: '2027-01-01', names: ['Новый год'] });
    expect(first('en')?.names).toEqual(["New Year's Day"]);
    // Two on one day are both named, a substitute on the day of its holiday is not.
    const may = holidays
      .holidaysIn({ country: 'ES', region: 'MD' }, 2027, 'es')
      .find((one) => one.date === '2027-05-03');
    expect(may?.names).toEqual(['Día de la Comunidad de Madrid']);
  });

  it('of a country of which nothing is known there are none', () => {
    expect(holidays.isKnown('ES')).toBe(true);
    expect(holidays.isKnown('XX')).toBe(false);
    expect(holidays.holidaysIn({ country: 'XX', region: undefined }, 2027, 'en')).toEqual([]);
    expect(holidays.isHoliday({ country: 'XX', region: 'YY' }, '2027-01-01')).toBe(false);
    expect(holidays.isHoliday({ country: 'ES', region: 'no-such' }, '2027-01-01')).toBe(true);
  });
});
