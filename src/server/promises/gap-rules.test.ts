import { describe, expect, it, test } from 'vitest';
import type { PromiseState } from '../../shared/promises-shown.ts';
import type { Entry, Telling } from './entry.ts';
import { isLate, marginsOf, settledAtOf, stateOf } from './gap-rules.ts';
import { emptyEntry } from './ledger-rules.ts';
import { momentOf } from './said-rules.ts';

const zone = 'Europe/Madrid';
const at = (text: string) => new Date(text);
const told: Telling = {
  customerId: 'c',
  eventId: 'e',
  at: at('2027-03-01T09:00:00Z'),
  heardAt: at('2027-03-01T09:00:01Z'),
  sourceId: 's',
  ref: 'P-1',
  by: 'crm',
  what: 'released',
};

/** A promise by a date: `2027-03-10`, `2027-03-10T17:00` or an instant; each as told. */
function dated(due: string, result?: string, desired?: string, more: Partial<Entry> = {}): Entry {
  const read = (text: string | undefined) => {
    const moment = momentOf(text, zone);
    if (moment === 'bad') throw new Error(`not a date: ${text}`);
    return { at: moment?.at ?? null, local: moment?.local ?? null };
  };
  const [level, better, got] = [read(due), read(desired), read(result)];
  return {
    ...emptyEntry(told, 'p'),
    made_at: told.at,
    zone,
    adequate_at: level.at,
    adequate_local: level.local,
    due_at: level.at,
    due_local: level.local,
    desired_at: better.at,
    desired_local: better.local,
    result_at: got.at,
    result_local: got.local,
    settled_at: got.at,
    ...more,
  };
}

/** A promise of an amount or a rating, due on 10 March. */
function valued(adequate: string, result: string, desired: string | null, more: Partial<Entry> = {}): Entry {
  return { ...dated('2027-03-10', '2027-03-09'), unit: 'amount', better: 'more', adequate, result, desired, ...more };
}

describe('to keep a promise is to give what was expected by when it was expected', () => {
  const dates: readonly (readonly [string, string, string | undefined, PromiseState])[] = [
    ['2027-03-10', '2027-03-10', undefined, 'kept'],
    ['2027-03-10', '2027-03-11', undefined, 'broken'],
    ['2027-03-10', '2027-03-09', undefined, 'kept'],
    ['2027-03-10', '2027-03-08', '2027-03-08', 'kept'],
    ['2027-03-10', '2027-03-07', '2027-03-08', 'exceeded'],
    ['2027-03-10', '2027-03-09', '2027-03-08', 'kept'],
    ['2027-03-10', '2027-03-11', '2027-03-08', 'broken'],
    // A day ends at 24:00 where it was promised, not in Greenwich.
    ['2027-03-10', '2027-03-10T22:59:59.000Z', undefined, 'kept'],
    ['2027-03-10', '2027-03-10T23:00:00.000Z', undefined, 'broken'],
    ['2027-03-10T17:00', '2027-03-10T17:00', undefined, 'kept'],
    ['2027-03-10T17:00', '2027-03-10T17:01', undefined, 'broken'],
    ['2027-03-10T17:00', '2027-03-10T16:00:00.001Z', undefined, 'broken'],
    ['2027-03-10T17:00', '2027-03-10T15:30', '2027-03-10T16:00', 'exceeded'],
    // Where one of both is a day alone, days are compared.
    ['2027-03-10T17:00', '2027-03-10', undefined, 'kept'],
    ['2027-03-10T17:00', '2027-03-11', undefined, 'broken'],
    // Over the change of the clocks a day is a day.
    ['2027-03-28', '2027-03-28T21:59:59.000Z', undefined, 'kept'],
    ['2027-03-28', '2027-03-28T22:00:00.000Z', undefined, 'broken'],
  ];
  test.each(dates)('promised by %s, given %s, desired %s: %s', (due, result, desired, state) => {
    expect(stateOf(dated(due, result, desired))).toBe(state);
  });

  const values: readonly (readonly [string, string, string | null, Entry['better'], PromiseState])[] = [
    ['100.00', '100', null, 'more', 'kept'],
    ['100.00', '99.99', null, 'more', 'broken'],
    ['100.00', '120', '110', 'more', 'exceeded'],
    ['100.00', '110', '110', 'more', 'kept'],
    ['0.3', '0.30', '0.3', 'more', 'kept'],
    ['30', '31', null, 'less', 'broken'],
    ['30', '30', '25', 'less', 'kept'],
    ['30', '20', '25', 'less', 'exceeded'],
    ['-5', '-4', null, 'more', 'kept'],
  ];
  test.each(values)(
    'promised %s, given %s, desired %s, %s is better: %s',
    (adequate, result, desired, better, state) => {
      expect(stateOf(valued(adequate, result, desired, { better }))).toBe(state);
    },
  );

  it('what came after its date is broken, however much it is', () => {
    const late = valued('100', '500', '100', { result_at: at('2027-03-11T12:00:00Z'), result_local: '2027-03-11' });
    expect(stateOf(late)).toBe('broken');
    expect(stateOf({ ...late, due_at: null, due_local: null })).toBe('exceeded');
  });

  it('in time is not enough: one missing tick breaks it, one of which nothing is known does not', () => {
    const ticks = (complete: boolean | null, inSpec: boolean | null) =>
      stateOf(dated('2027-03-10', '2027-03-01', '2027-03-05', { ticks: { complete, in_spec: inSpec } }));
    expect([ticks(true, true), ticks(true, false), ticks(false, null), ticks(null, null)]).toEqual([
      'exceeded',
      'broken',
      'broken',
      'exceeded',
    ]);
  });
});

describe('a result against an expectation is a gap', () => {
  it('in days of dates, in minutes of instants, in the unit of an amount; better is positive', () => {
    expect(marginsOf(dated('2027-03-10', '2027-03-07', '2027-03-08'))).toEqual({
      adequate: { value: 3, in: 'days' },
      desired: { value: 1, in: 'days' },
    });
    expect(marginsOf(dated('2027-03-10T17:00', '2027-03-10T18:30'))).toEqual({
      adequate: { value: -90, in: 'minutes' },
      desired: undefined,
    });
    expect(marginsOf(valued('0.1', '0.3', '0.2'))).toEqual({
      adequate: { value: 0.2, in: 'measure' },
      desired: { value: 0.1, in: 'measure' },
    });
    expect(marginsOf(valued('5', '4', null, { unit: 'rating' })).adequate).toEqual({ value: -1, in: 'points' });
    expect(marginsOf(dated('2027-03-10'))).toEqual({ adequate: undefined, desired: undefined });
  });
});

describe('a change agreed before it was due replaces a promise, a later one breaks it', () => {
  const changed = at('2027-03-05T10:00:00Z');
  const cases: readonly (readonly [string, Partial<Entry>, PromiseState])[] = [
    ['agreed in time', { renegotiated_at: changed }, 'renegotiated'],
    ['agreed when its day was over', { renegotiated_at: at('2027-03-10T23:00:00Z') }, 'broken'],
    ['agreed in the last moment of its day', { renegotiated_at: at('2027-03-10T22:59:59Z') }, 'renegotiated'],
    ['released by the customer', { released_at: changed }, 'released'],
    [
      'released after it was replaced',
      { renegotiated_at: changed, released_at: at('2027-03-06T10:00:00Z') },
      'renegotiated',
    ],
    [
      'released before it was replaced',
      { released_at: changed, renegotiated_at: at('2027-03-06T10:00:00Z') },
      'released',
    ],
    [
      'changed too late, and then released',
      { renegotiated_at: at('2027-03-12T10:00:00Z'), released_at: at('2027-03-13T10:00:00Z') },
      'broken',
    ],
  ];
  test.each(cases)('%s', (_title, more, state) => {
    const entry = dated('2027-03-10', undefined, undefined, more);
    expect(stateOf(entry)).toBe(state);
    expect(settledAtOf(entry, state)).toEqual(state === 'released' ? more.released_at : more.renegotiated_at);
  });

  it('what ended a promise first, ended it: a result after its release or its replacement counts nowhere', () => {
    const wasAfter = (more: Partial<Entry>) => stateOf(dated('2027-03-10', '2027-03-11', undefined, more));
    expect([wasAfter({}), wasAfter({ released_at: changed }), wasAfter({ renegotiated_at: changed })]).toEqual([
      'broken',
      'released',
      'renegotiated',
    ]);
    const wasBefore = (more: Partial<Entry>) => stateOf(dated('2027-03-10', '2027-03-05', undefined, more));
    expect([wasBefore({ released_at: changed }), wasBefore({ renegotiated_at: at('2027-03-20T10:00:00Z') })]).toEqual([
      'kept',
      'kept',
    ]);
  });
});

describe('neither a promise without result nor a result without expectation passes silently', () => {
  it('a result alone is unexpected, a promise alone is open, and late once its date has passed', () => {
    const alone = dated('2027-03-10', '2027-03-09', undefined, { made_at: null });
    expect(stateOf(alone)).toBe('unexpected');
    const open = { ...dated('2027-03-10'), state: stateOf(dated('2027-03-10')) };
    expect(open.state).toBe('open');
    expect(isLate(open, at('2027-03-10T22:59:59Z'))).toBe(false);
    expect(isLate(open, at('2027-03-10T23:00:00Z'))).toBe(true);
    expect(isLate({ ...open, state: 'kept' }, at('2028-01-01T00:00:00Z'))).toBe(false);
    expect(settledAtOf(open, 'open')).toBeNull();
  });

  it('what was only found in words stays so, whatever was told of it', () => {
    expect(stateOf(dated('2027-03-10', '2027-03-09', undefined, { state: 'found' }))).toBe('found');
    expect(stateOf(dated('2027-03-10', '2027-03-09', undefined, { state: 'dismissed' }))).toBe('dismissed');
  });
});
