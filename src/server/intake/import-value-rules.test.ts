import { describe, expect, it } from 'vitest';
import { booleanOf, dateReader, decimalOf, isDateFormat, lostDigits } from './import-value-rules.ts';

describe('values', () => {
  const numbers: [string, '.' | ',', string | undefined][] = [
    ['1,234.50', '.', '1234.50'],
    ['1.234,50', ',', '1234.50'],
    ['1 234,5 €', ',', '1234.5'],
    ['(12.00)', '.', '-12.00'],
    ['GBP 3.20', '.', '3.20'],
    ['1,23', '.', undefined],
    ['12.5', ',', undefined],
    ['-.5', '.', '-0.5'],
    ['abc', '.', undefined],
  ];
  it.each(numbers)('%s with %s', (text, mark, expected) => expect(decimalOf(text, mark)).toBe(expected));

  const dates: [string, string, string, string | undefined][] = [
    ['2011-03-27 01:30:00', 'yyyy-MM-dd HH:mm:ss', 'Europe/London', '2011-03-27T01:30:00.000Z'],
    ['2027-03-28 02:30', 'yyyy-MM-dd HH:mm', 'Europe/Madrid', '2027-03-28T01:30:00.000Z'],
    ['2027-10-31 02:30', 'yyyy-MM-dd HH:mm', 'Europe/Madrid', '2027-10-31T00:30:00.000Z'],
    ['29-02-1900', 'dd-MM-yyyy', 'UTC', undefined],
    ['29-02-2000', 'dd-MM-yyyy', 'UTC', '2000-02-29T00:00:00.000Z'],
    ['3/4/24 9:05', 'd/M/yy H:mm', 'UTC', '2024-04-03T09:05:00.000Z'],
    ['07/01/2011 12:32:33 AM', 'MM/dd/yyyy hh:mm:ss a', 'America/New_York', '2011-07-01T04:32:33.000Z'],
    ['7/1/2011 12:05 p.m.', 'M/d/yyyy h:mm a', 'UTC', '2011-07-01T12:05:00.000Z'],
    ['07/01/2011 11:32:33 PM', 'MM/dd/yyyy hh:mm:ss a', 'UTC', '2011-07-01T23:32:33.000Z'],
    ['07/01/2011 13:32:33 PM', 'MM/dd/yyyy hh:mm:ss a', 'UTC', undefined],
    ['2024-01-01T10:00:00+03:00', 'iso', 'Europe/Madrid', '2024-01-01T07:00:00.000Z'],
  ];
  it.each(dates)('%s as %s in %s', (text, format, zone, expected) => {
    const ms = dateReader([format], zone)(text);
    expect(ms === undefined ? undefined : new Date(ms).toISOString()).toBe(expected);
  });

  it('a number that a spreadsheet shortened has lost its digits', () => {
    expect(['3.46001E+10', '3,46E+10', '34600111222', '1e5'].map(lostDigits)).toEqual([true, true, false, true]);
  });
  it('yes and no in three languages', () => {
    expect(['Sí', 'да', 'NO', 'нет', 'quizá'].map(booleanOf)).toEqual([true, true, false, false, undefined]);
  });
  it('a date format names year, month and day once', () => {
    expect(
      ['dd/MM/yyyy', 'HH:mm', 'dd/dd/yyyy', 'iso', 'DD.MM.YYYY', 'd/M/yyyy h:mm a', 'd/M/yyyy h:mm'].map(isDateFormat),
    ).toEqual([true, false, false, true, false, true, false]);
  });
});
