import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { Term } from '../../../shared/calendar.ts';
import { instantOf } from '../clock.ts';
import { alarmsBetween } from './alarm-rules.ts';
import { calendars } from './cases/calendars.ts';
import { termOf } from './cases/read-case.ts';
import { atLocal, boundsOf, dateOf, localOf } from './local-rules.ts';
import { type Pause, pausesFrom } from './pause-rules.ts';
import { nextOf } from './recurrence-rules.ts';
import { dueAfter } from './term-rules.ts';
import { addWorkingMinutes, workingMinutesBetween } from './working-rules.ts';

const zones = [
  'Europe/Madrid',
  'Europe/Moscow',
  'America/Bogota',
  'America/New_York',
  'America/Havana',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Pacific/Apia',
  'Australia/Lord_Howe',
  'America/St_Johns',
  'UTC',
];
const zone = fc.constantFrom(...zones);
const begin = Date.parse('1990-01-01T00:00Z');
const end = Date.parse('2040-01-01T00:00Z');
const minute = (from = begin, to = end) =>
  fc.integer({ min: from / 60_000, max: to / 60_000 }).map((at) => instantOf(at * 60_000));
const year = () => minute(Date.parse('2026-12-01T00:00Z'), Date.parse('2028-01-01T00:00Z'));
const working = fc.constantFrom(
  ...Object.entries(calendars)
    .filter(([name]) => name !== 'never')
    .map(([, calendar]) => calendar),
);
const dense = fc.constantFrom(
  ...Object.entries(calendars).flatMap(([name, one]) => (/never|edge|sunday/.test(name) ? [] : [one])),
);
const term: fc.Arbitrary<Term> = fc.constantFrom(
  ...['exact 600', 'exact 1', 'calendar 0d', 'calendar 1mo 2d', 'calendar 0d @02:30', 'calendar 3d @17:00'].map(termOf),
  ...[
    'same-time 1d',
    'same-time 1mo',
    'working-time 90',
    'working-time 3000',
    'working-days 0',
    'working-days 0 @12:00',
  ].map(termOf),
  ...['working-days 1', 'working-days 4 @09:00', 'calendar 1y @24:00'].map(termOf),
);
const pauses: fc.Arbitrary<Pause[]> = fc.array(
  fc.tuple(year(), fc.integer({ min: 0, max: 6_000 })).map(([from, minutes]) => ({
    from,
    until: instantOf(from.getTime() + minutes * 60_000),
  })),
  { maxLength: 4 },
);
const ms = (at: Date | undefined) => at?.getTime() ?? Number.POSITIVE_INFINITY;

describe('local times', () => {
  it('an instant written on the wall is the same instant, but for the second of two equal readings', () => {
    fc.assert(
      fc.property(minute(), zone, (at, where) => {
        const read = atLocal(localOf(at, where), where);
        if (read?.note === 'overlap') expect(ms(read.at)).toBeLessThanOrEqual(at.getTime());
        else expect(read).toEqual({ at, note: undefined });
        expect(localOf(read?.at ?? at, where)).toBe(localOf(at, where));
      }),
      { numRuns: 2_000 },
    );
  });

  it('are read as Temporal reads them', () => {
    fc.assert(
      fc.property(minute(), zone, (at, where) => {
        const local = at.toISOString().slice(0, 16);
        const theirs = Temporal.PlainDateTime.from(local).toZonedDateTime(where).epochMilliseconds;
        expect(atLocal(local, where)?.at.getTime()).toBe(theirs);
      }),
      { numRuns: 2_000 },
    );
  });

  it('a date holds its instants: dates follow each other without a hole', () => {
    fc.assert(
      fc.property(minute(), zone, (at, where) => {
        const date = dateOf(at, where);
        const bounds = boundsOf(date, where);
        expect(at.getTime()).toBeLessThan(ms(bounds?.until));
        expect(bounds?.until.getTime()).toBe(ms(atLocal(date, where)?.at));
        const next = Temporal.PlainDate.from(date).add({ days: 1 }).toString();
        expect(boundsOf(next, where)?.from).toEqual(bounds?.until);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('working time', () => {
  it('adds up', () => {
    fc.assert(
      fc.property(fc.array(year(), { minLength: 3, maxLength: 3 }), working, (some, calendar) => {
        const [a, b, c] = some.toSorted((x, y) => x.getTime() - y.getTime());
        if (a === undefined || b === undefined || c === undefined) return;
        const [first, second] = [workingMinutesBetween(a, b, calendar), workingMinutesBetween(b, c, calendar)];
        expect(workingMinutesBetween(a, c, calendar)).toBe(first + second);
        expect(first).toBeGreaterThanOrEqual(0);
        expect(first).toBeLessThanOrEqual((b.getTime() - a.getTime()) / 60_000);
      }),
    );
  });

  it('what is added can be counted, and nothing earlier has as much', () => {
    fc.assert(
      fc.property(year(), fc.integer({ min: 1, max: 5_000 }), working, (from, minutes, calendar) => {
        const at = addWorkingMinutes(from, minutes, calendar);
        expect(at).toBeDefined();
        if (at === undefined) return;
        expect(workingMinutesBetween(from, at, calendar)).toBe(minutes);
        expect(workingMinutesBetween(from, instantOf(at.getTime() - 1), calendar)).toBeLessThan(minutes);
      }),
    );
  });
});

describe('terms', () => {
  it('are due after their beginning', () => {
    fc.assert(
      fc.property(year(), term, working, pauses, (start, one, calendar, some) => {
        expect(ms(dueAfter(start, one, calendar, some).at)).toBeGreaterThan(start.getTime());
      }),
      { numRuns: 1_000 },
    );
  });

  it('that begin later are due no earlier', () => {
    // The second of two equal readings is later, and shows an earlier time: there the same time tomorrow is earlier too.
    fc.assert(
      fc.property(year(), year(), term, working, (one, other, what, calendar) => {
        const [a, b] = one < other ? [one, other] : [other, one];
        fc.pre(what.kind !== 'same-time' || localOf(a, calendar.zone) <= localOf(b, calendar.zone));
        expect(ms(dueAfter(a, what, calendar).at)).toBeLessThanOrEqual(ms(dueAfter(b, what, calendar).at));
      }),
      { numRuns: 1_000 },
    );
  });

  it('are what was stored of them', () => {
    fc.assert(
      fc.property(year(), term, dense, (start, one, calendar) => {
        const due = dueAfter(start, one, calendar);
        expect(due.local === undefined).toBe(one.kind === 'exact');
        if (due.at === undefined || due.local === undefined) return;
        const read = atLocal(due.local, calendar.zone);
        if (read?.note !== 'overlap') expect(read?.at).toEqual(due.at);
      }),
    );
  });
});

describe('pauses', () => {
  it('without length change nothing', () => {
    fc.assert(
      fc.property(year(), year(), term, working, pauses, (start, at, one, calendar, some) => {
        const more = [...some, { from: at, until: at }];
        expect(dueAfter(start, one, calendar, more)).toEqual(dueAfter(start, one, calendar, some));
      }),
    );
  });

  it('cut in two that touch are the same, in whatever order they are told', () => {
    fc.assert(
      fc.property(
        year(),
        term,
        working,
        pauses,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (start, one, calendar, some, share) => {
          const cut = some.flatMap(({ from, until = from }) => {
            const middle = instantOf(from.getTime() + Math.round((until.getTime() - from.getTime()) * share));
            return [
              { from: middle, until },
              { from, until: middle },
            ];
          });
          expect(dueAfter(start, one, calendar, cut)).toEqual(dueAfter(start, one, calendar, some));
        },
      ),
    );
  });

  it('of a term by days cost the midnights in them, however they are cut apart', () => {
    fc.assert(
      fc.property(
        year(),
        fc.integer({ min: 0, max: 3_000 }),
        fc.integer({ min: 2, max: 3_000 }),
        (from, first, second) => {
          const calendar = calendars['madrid'];
          if (calendar === undefined) return;
          const at = (minutes: number) => instantOf(from.getTime() + minutes * 60_000);
          const [apart, whole] = [
            [
              { from, until: at(first) },
              // A minute lies between them: too short for a midnight but on the minute, which the cut avoids.
              { from: at(first + 1), until: at(first + second) },
            ],
            [{ from, until: at(first + second) }],
          ];
          fc.pre(dateOf(at(first), calendar.zone) === dateOf(at(first + 1), calendar.zone));
          const due = (some: Pause[]) => dueAfter(from, termOf('calendar 1mo'), calendar, some).at;
          expect(due(apart)).toEqual(due(whole));
        },
      ),
    );
  });

  it('never bring the end nearer', () => {
    fc.assert(
      fc.property(year(), term, working, pauses, (start, one, calendar, some) => {
        expect(ms(dueAfter(start, one, calendar, some).at)).toBeGreaterThanOrEqual(
          ms(dueAfter(start, one, calendar).at),
        );
      }),
    );
  });

  it('keep what has elapsed: exact and working time without them are what was asked', () => {
    fc.assert(
      fc.property(year(), fc.integer({ min: 1, max: 3_000 }), dense, pauses, (start, minutes, calendar, some) => {
        const due = dueAfter(start, { kind: 'working-time', minutes }, calendar, some);
        if (due.at === undefined) throw new Error('nothing is due');
        expect(workingMinutesBetween(start, due.at, calendar, some)).toBe(minutes);
        const exact = dueAfter(start, { kind: 'exact', minutes }, calendar, some).at;
        const lost = pausesFrom(start.getTime(), some)
          .filter((one) => one.from < ms(exact))
          .reduce((sum, one) => sum + one.until - one.from, 0);
        expect(ms(exact) - start.getTime() - lost).toBe(minutes * 60_000);
      }),
    );
  });
});

it('alarms ascend strictly between the ends', () => {
  const shares = fc.array(fc.double({ min: -0.5, max: 1.5, noNaN: true }), { maxLength: 6 });
  fc.assert(
    fc.property(year(), year(), shares, fc.option(working, { nil: undefined }), (from, due, some, calendar) => {
      const all = alarmsBetween(from, due, some, calendar);
      expect(all).toEqual([...new Set(all.map(ms))].toSorted((a, b) => a - b).map((at) => instantOf(at)));
      expect(all.every((at) => at > from && at < due)).toBe(true);
    }),
  );
});

it('what comes every day comes once between two midnights of every date there is', () => {
  const clock = fc.constantFrom('00:00', '00:30', '01:45', '02:30', '12:00', '23:30');
  fc.assert(
    fc.property(minute(), zone, clock, (after, where, at) => {
      const daily = { kind: 'daily', every: 1, from: '1980-01-01', at } as const;
      const first = nextOf(daily, where, after);
      const second = first === undefined ? undefined : nextOf(daily, where, first.at);
      const apart = (ms(second?.at) - ms(first?.at)) / 3_600_000;
      expect(apart).toBeGreaterThanOrEqual(22);
      expect(apart).toBeLessThanOrEqual(26);
      expect(ms(first?.at) - after.getTime()).toBeLessThanOrEqual(26 * 3_600_000);
    }),
    { numRuns: 1_000 },
  );
});
