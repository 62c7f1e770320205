import { describe, expect, it, test } from 'vitest';
import type { WorkCalendar } from '../platform/calendar/working-rules.ts';
import { alarmsOf, breach, ringing, unacceptedOf } from './alarm-rules.ts';
import type { Entry } from './entry.ts';
import { emptyEntry } from './ledger-rules.ts';

const at = (text: string) => new Date(`${text}Z`);
const blank = emptyEntry(
  {
    customerId: 'c',
    eventId: 'e',
    at: at('2027-03-01T00:00'),
    heardAt: at('2027-03-01T00:00'),
    sourceId: 's',
    ref: 'P',
    by: '',
    what: 'released',
  },
  'p',
);

/** Promised on 1 March, due ten days later. */
const open: Entry = {
  ...blank,
  state: 'open',
  made_at: at('2027-03-01T00:00'),
  due_at: at('2027-03-11T00:00'),
  acceptance: 'accepted',
};
const shown = (entry: Entry, shares: readonly number[] = [50, 80], calendar?: WorkCalendar) =>
  alarmsOf(entry, shares, calendar).map((alarm) => `${alarm.kind} ${alarm.at.toISOString().slice(0, 16)}`);

describe('a promise warns before it is broken', () => {
  it('at shares of its time and when it is due', () => {
    expect(shown(open)).toEqual(['share-50 2027-03-06T00:00', 'share-80 2027-03-09T00:00', 'breach 2027-03-11T00:00']);
    expect(shown(open, [])).toEqual(['breach 2027-03-11T00:00']);
  });

  it('at shares of the hours in which its keeper works, where they are known', () => {
    const calendar: WorkCalendar = {
      zone: 'UTC',
      week: [1, 2, 3, 4, 5].map((day) => ({ day, from: '09:00', to: '17:00' })),
      isFree: () => false,
    };
    // Eight working days of eight hours; half of them are over on Thursday evening.
    expect(shown(open, [50], calendar)).toEqual(['share-50 2027-03-04T17:00', 'breach 2027-03-11T00:00']);
  });

  it('where nobody accepted it in time, once for each time that somebody was asked', () => {
    const asked: Entry = {
      ...open,
      acceptance: 'asked',
      asked_at: at('2027-03-01T08:00'),
      accept_by: at('2027-03-02T08:00'),
    };
    expect(shown(asked, [])).toEqual([
      'unaccepted@2027-03-01T08:00:00.000Z 2027-03-02T08:00',
      'breach 2027-03-11T00:00',
    ]);
    const again = { ...asked, asked_at: at('2027-03-03T08:00'), accept_by: at('2027-03-04T08:00') };
    expect(unacceptedOf(again)).not.toBe(unacceptedOf(asked));
    expect(ringing(again, [], [unacceptedOf(asked)], at('2027-03-05T00:00')).due.map((one) => one.kind)).toEqual([
      unacceptedOf(again),
    ]);
  });

  const silent: readonly (readonly [string, Partial<Entry>])[] = [
    ['what is kept', { state: 'kept' }],
    ['what is broken', { state: 'broken' }],
    ['what the customer released', { state: 'released' }],
    ['what was found in words alone', { state: 'found' }],
    ['what has no date', { due_at: null }],
    ['a result without a promise', { state: 'unexpected', made_at: null }],
    ['what was over before we heard of it', { heard_at: at('2027-03-12T00:00') }],
  ];
  test.each(silent)('%s is silent', (_title, more) => {
    expect(shown({ ...open, ...more })).toEqual([]);
  });

  it('heard of late, it warns only of what is still to come', () => {
    expect(shown({ ...open, heard_at: at('2027-03-08T00:00') })).toEqual([
      'share-80 2027-03-09T00:00',
      'breach 2027-03-11T00:00',
    ]);
  });

  it('of what a customer owes us, and of what nobody promised, only the end rings', () => {
    expect(shown({ ...open, owed_by: 'customer' })).toEqual(['breach 2027-03-11T00:00']);
    expect(shown({ ...open, origin: 'expectation' })).toEqual(['breach 2027-03-11T00:00']);
  });
});

describe('an alarm rings once', () => {
  it('all that is due rings together, the rest has its next time', () => {
    const { due, next } = ringing(open, [50, 80], [], at('2027-03-09T00:00'));
    expect(due.map((one) => one.kind)).toEqual(['share-50', 'share-80']);
    expect(next).toEqual(at('2027-03-11T00:00'));
  });
  it('what rang does not ring again, and after the breach there is nothing to come', () => {
    const { due, next } = ringing(open, [50], ['share-50'], at('2027-03-20T00:00'));
    expect([due.map((one) => one.kind), next]).toEqual([[breach], undefined]);
    expect(ringing(open, [50], ['share-50', breach], at('2027-03-20T00:00'))).toEqual({ due: [], next: undefined });
  });
  it('not a moment early', () => {
    expect(ringing(open, [], [], new Date(at('2027-03-11T00:00').getTime() - 1)).due).toEqual([]);
  });
});
