import { describe, expect, it } from 'vitest';
import { term } from '../../../shared/calendar.ts';
import { instantOf } from '../clock.ts';
import { alarmsBetween } from './alarm-rules.ts';
import { calendars } from './cases/calendars.ts';
import { pauseCases } from './cases/pause-cases.ts';
import { instantText, pausesOf, termOf } from './cases/read-case.ts';
import { rowsOf } from './cases/table.ts';
import { termCases } from './cases/term-cases.ts';
import { workingCases } from './cases/working-cases.ts';
import { elapsedBetween } from './pause-rules.ts';
import { dueAfter } from './term-rules.ts';
import { addWorkingMinutes, type WorkCalendar, workingMinutesBetween } from './working-rules.ts';

function calendarOf(name = ''): WorkCalendar {
  const calendar = calendars[name];
  if (calendar === undefined) throw new Error(`No calendar ${name}.`);
  return calendar;
}

function due(name = '', start = '', text = '', pauses = ''): (string | undefined)[] {
  const found = dueAfter(instantOf(start), termOf(text), calendarOf(name), pausesOf(pauses));
  return [instantText(found.at), found.local ?? '', found.note ?? ''];
}

describe('a term is due', () => {
  it.each(rowsOf(termCases))('%s %s + %s → %s %s %s: %s', (calendar, start, text, ...expected) => {
    expect(due(calendar, start, text)).toEqual(expected.slice(0, 3));
  });
});

describe('a pause keeps what has elapsed', () => {
  it.each(rowsOf(pauseCases))('%s %s + %s, paused %s → %s %s %s: %s', (calendar, start, text, pauses, ...expected) => {
    expect(due(calendar, start, text, pauses)).toEqual(expected.slice(0, 3));
  });
});

describe('working time is counted', () => {
  it.each(rowsOf(workingCases))('%s %s – %s, paused %s → %s: %s', (calendar, from = '', to = '', pauses, minutes) => {
    const counted = workingMinutesBetween(instantOf(from), instantOf(to), calendarOf(calendar), pausesOf(pauses ?? ''));
    expect(counted).toBe(Number(minutes));
  });

  it('elapsed time is without its pauses', () => {
    const [from, to] = [instantOf('2027-03-10T10:00Z'), instantOf('2027-03-10T12:00Z')];
    expect(elapsedBetween(from, to)).toBe(120);
    expect(elapsedBetween(from, to, pausesOf('2027-03-10T11:00Z..2027-03-10T11:30Z'))).toBe(90);
    expect(elapsedBetween(from, to, pausesOf('2027-03-10T09:00Z..2027-03-10T11:00:30Z'))).toBe(59.5);
    expect(elapsedBetween(from, to, pausesOf('2027-03-10T11:00Z..'))).toBe(60);
    expect(elapsedBetween(to, from)).toBe(0);
  });
});

describe('P8: at the bounds', () => {
  it('past the year 9999 nothing is due', () => {
    expect(due('madrid', '9999-12-31T10:00Z', 'exact 1440')).toEqual(['', '', 'too-far']);
    expect(due('madrid', '9999-12-31T10:00Z', 'calendar 1d')).toEqual(['', '', 'too-far']);
    expect(due('madrid', '9999-06-01T10:00Z', 'calendar 100y')).toEqual(['', '', 'too-far']);
    expect(due('bogota', '9999-12-31T10:00Z', 'calendar 0d')).toEqual(['', '', 'too-far']);
    expect(due('madrid', '9999-12-31T10:00Z', 'working-days 1')).toEqual(['', '', 'no-hours']);
    expect(due('madrid', '9999-12-31T10:00Z', 'calendar 0d')).toEqual(['9999-12-31T23:00Z', '9999-12-31', '']);
  });

  it('a term that began long ago was due long ago', () => {
    expect(due('madrid', '1950-03-10T10:00Z', 'calendar 1mo')[0]).toBe('1950-04-10T23:00Z');
    expect(due('madrid', '1000-03-10T10:00Z', 'exact 1440')[0]).toBe('1000-03-11T10:00Z');
  });

  it('ten years are searched, no more', () => {
    const week = calendarOf('sunday');
    const begin = instantOf('2027-01-01T00:00Z');
    expect(addWorkingMinutes(begin, 500 * 120, week)?.toISOString()).toBe('2036-07-27T10:00:00.000Z');
    expect(addWorkingMinutes(begin, 600 * 120, week)).toBeUndefined();
    expect(due('sunday', '2027-01-01T00:00Z', 'working-days 600')).toEqual(['', '', 'no-hours']);
    expect(addWorkingMinutes(begin, 60, calendarOf('never'))).toBeUndefined();
    expect(workingMinutesBetween(begin, instantOf('9999-01-01T00:00Z'), week)).toBe(523 * 120);
  });

  it('a term has bounds, and says something', () => {
    const wrong = [
      { kind: 'exact', minutes: 0 },
      { kind: 'exact', minutes: 1.5 },
      { kind: 'exact', minutes: 5_270_401 },
      { kind: 'same-time' },
      { kind: 'same-time', days: 0 },
      { kind: 'calendar', days: -1 },
      { kind: 'calendar', days: 1, at: '25:00' },
      { kind: 'calendar', days: 1, minutes: 3 },
      { kind: 'working-days', days: 2_001 },
      { kind: 'working-days' },
      { kind: 'soon' },
    ];
    expect(wrong.filter((one) => term.safeParse(one).success)).toEqual([]);
    expect(term.safeParse({ kind: 'calendar' }).success).toBe(true);
  });
});

describe('alarms stand at shares of the time', () => {
  const [from, to] = [instantOf('2027-03-12T08:00Z'), instantOf('2027-03-16T08:00Z')];
  const texts = (alarms: readonly Date[]) => alarms.map(instantText);

  it('on any clock', () => {
    expect(texts(alarmsBetween(from, to, [0.75, 0.5]))).toEqual(['2027-03-14T08:00Z', '2027-03-15T08:00Z']);
  });

  it('within working hours, where there are any', () => {
    // Friday, Monday: 18 hours; half of them are over when Friday closes, three quarters on Monday at half past one.
    expect(texts(alarmsBetween(from, to, [0.5, 0.75], calendarOf('madrid')))).toEqual([
      '2027-03-12T17:00Z',
      '2027-03-15T12:30Z',
    ]);
    expect(texts(alarmsBetween(from, to, [0.5], calendarOf('never')))).toEqual(['2027-03-14T08:00Z']);
  });

  it('each once, never at or outside the ends', () => {
    expect(texts(alarmsBetween(from, to, [0.5, 0.5, 0, 1, 1.5, -1]))).toEqual(['2027-03-14T08:00Z']);
    expect(alarmsBetween(to, from, [0.5])).toEqual([]);
    expect(alarmsBetween(from, from, [0.5])).toEqual([]);
    expect(alarmsBetween(from, instantOf(from.getTime() + 1), [0.5, 0.25])).toEqual([]);
  });
});
