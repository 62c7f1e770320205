import { describe, expect, test } from 'vitest';
import type { TimelineEvent } from '../../shared/memory.ts';
import { minorMoney } from '../parts/minor-money.ts';
import { dayEnd, dayStart, instantAt } from '../platform/wall-time.ts';
import { justAfter, piecesOf, plainOf } from './excerpt.ts';
import { spanOfMonths } from './month-rules.ts';
import { countEntries, daysOf, joined } from './story-rules.ts';

function event(id: string, at: string, more: Partial<TimelineEvent> = {}): TimelineEvent {
  return {
    event_id: id,
    customer_id: 'c',
    happened_at: at,
    heard_at: at,
    source_id: 's',
    kind: 'track',
    name: 'Call Ended',
    channel: 'phone',
    direction: 'in',
    touchpoint: null,
    staff: null,
    agreement_id: null,
    conversation_id: null,
    corrects_id: null,
    corrected_by: null,
    language: 'es',
    words: null,
    payload: {},
    attachments: [],
    ...more,
  };
}

const dayOf = (instant: string) => instant.slice(0, 10);

describe('a story', () => {
  test('is grouped by day and conversation, page views that follow each other are one', () => {
    const days = daysOf(
      [
        event('5', '2026-11-03T12:00:00Z', { kind: 'page', name: 'Home' }),
        event('4', '2026-11-03T11:59:00Z', { kind: 'page', name: 'Help' }),
        event('3', '2026-11-03T10:00:00Z', { conversation_id: 't', words: 'the same' }),
        event('2', '2026-11-03T09:59:00Z', { conversation_id: 't', words: 'the same' }),
        event('1', '2026-11-02T10:00:00Z'),
      ],
      dayOf,
    );
    expect(days.map((day) => day.talks.map((talk) => talk.entries.map((entry) => entry.events.length)))).toEqual([
      [[2], [1, 1]],
      [[1]],
    ]);
    expect(countEntries(days)).toBe(4);
    expect(days[0]?.talks[1]?.entries.map((entry) => entry.repeats)).toEqual([true, false]);
  });

  test('is joined from pieces that overlap, newest first, each event once', () => {
    const [a, b, c] = [event('a', '2026-01-03'), event('b', '2026-01-02'), event('c', '2026-01-01')];
    expect(joined([b, a], [c, b]).map((one) => one.event_id)).toEqual(['a', 'b', 'c']);
  });
});

describe('what was found', () => {
  test('is marked and nothing else', () => {
    expect(piecesOf('la \u0001factura\u0002 de').map((piece) => [piece.text, piece.found])).toEqual([
      ['la ', false],
      ['factura', true],
      [' de', false],
    ]);
    expect(plainOf('\u0001a\u0002b')).toBe('ab');
  });

  test('stands in its story when the story is shown until just after it', () => {
    expect(justAfter('2026-11-13T20:07:00.274+00:00')).toBe('2026-11-13T20:07:00.999+00:00');
    expect(justAfter('2026-11-13T20:07:00Z')).toBe('2026-11-13T20:07:00.999Z');
  });
});

describe('time and money', () => {
  test.each([
    ['2026-11-22T10:30', 'Europe/Madrid', '2026-11-22T10:30:00+01:00'],
    ['2026-07-22T10:30', 'Europe/Madrid', '2026-07-22T10:30:00+02:00'],
    ['2026-11-22T10:30', 'UTC', '2026-11-22T10:30:00+00:00'],
    ['soon', 'UTC', undefined],
  ])('%s in %s is %s', (wall, zone, instant) => {
    expect(instantAt(wall, zone)).toBe(instant);
  });

  test('a day begins and ends in the zone of its reader, also when the clock changes', () => {
    expect(dayStart('2026-10-25', 'Europe/Madrid')).toBe('2026-10-25T00:00:00+02:00');
    expect(dayEnd('2026-10-25', 'Europe/Madrid')).toBe('2026-10-25T23:59:59.999+01:00');
  });

  test('minor units are exact in every currency', () => {
    expect(minorMoney(-6210, 'EUR').amount).toBe('-62.10');
    expect(minorMoney(5, 'EUR').amount).toBe('0.05');
    expect(minorMoney(1200, 'JPY').amount).toBe('1200');
  });

  test('months have no holes, and become years past two years', () => {
    expect(spanOfMonths(['2026-02', '2025-12']).steps).toEqual(['2025-12', '2026-01', '2026-02']);
    expect(spanOfMonths(['2023-11', '2026-10'])).toEqual({ by: 'year', steps: ['2023', '2024', '2025', '2026'] });
  });
});
