import type { InputOf, ReplyOf } from '../../shared/contract.ts';
import type * as contract from '../../shared/promises-rates.ts';
import type { Keeper } from '../../shared/promises-shown.ts';
import type { Call } from '../platform/area.ts';
import { dayNumber } from '../platform/calendar/date-rules.ts';
import { isWorkingDay, type WorkCalendar } from '../platform/calendar/working-rules.ts';
import { calendarsFor } from './calendar-service.ts';
import { dayAfter, daysBetween, medianOf } from './rate-rules.ts';
import { endedOf, languageOf, namesOf, todayOf } from './rate-service.ts';
import { countDueOn, countLate, listKeepers, listTally } from './rate-store.ts';

/** What a keeper keeps on a day is told by the last so many days, where he kept any on at least so many. */
const sampleDays = 60;
const leastDays = 5;
const mostDays = 62;

/** The median number of promises that each keeper kept on the days of the sample on which he kept any. */
async function paces(
  call: Call,
  dimension: 'keeper' | 'keeper-person',
  today: string,
): Promise<Map<string, { readonly pace: number | null; readonly days: number }>> {
  const period = { since: dayAfter(today, -sampleDays), until: dayAfter(today, -1) };
  const rows = await listTally(call.tx, 'settled', dimension, period, { byDay: true });
  const kept = rows.filter((row) => row.state === 'kept' || row.state === 'exceeded');
  return new Map(
    [...Map.groupBy(kept, (row) => row.value)].map(([value, own]) => {
      const days = [...Map.groupBy(own, (row) => row.day).values()].map((day) =>
        day.reduce((sum, row) => sum + row.promises, 0),
      );
      return [value, { pace: medianOf(days, leastDays), days: days.length }];
    }),
  );
}

/** The calendar of the company's word. */
export async function days(call: Call, input: InputOf<typeof contract.days>): Promise<ReplyOf<typeof contract.days>> {
  const today = await todayOf(call);
  const since = input.since ?? today;
  const asked = input.until ?? dayAfter(since, 13);
  const length = Math.min(mostDays, Math.max(1, daysBetween(since, asked) + 1));
  const list = Array.from({ length }, (_day, at) => dayAfter(since, at));
  const period = { since, until: dayAfter(since, length - 1) };
  const rows = await listTally(call.tx, 'due', 'keeper', period, { byDay: true });
  const late = new Map(
    (await countLate(call.tx, call.now, dayAfter(today, -1))).map((row) => [row.value, row.promises]),
  );
  const pace = await paces(call, 'keeper', today);
  const open = rows.filter((row) => row.state === 'open');
  const values = [...new Set([...open.map((row) => row.value), ...late.keys()])];
  const names = await namesOf(call, values);
  const keepers = values.map((value) => {
    const own = new Map(open.filter((row) => row.value === value).map((row) => [row.day, row.promises]));
    const party = names(value);
    return {
      value,
      party,
      name: party?.name ?? '',
      keeps_a_day: pace.get(value)?.pace ?? null,
      late: late.get(value) ?? 0,
      open: list.map((day) => own.get(day) ?? 0),
    };
  });
  return {
    today,
    days: list.map((day) => ({ day, ...endedOf(rows.filter((row) => row.day === day)) })),
    keepers: keepers.toSorted((a, b) => b.late - a.late || a.name.localeCompare(b.name)),
  };
}

/** What a keeper has to keep on a day already. */
export async function load(call: Call, input: InputOf<typeof contract.load>): Promise<ReplyOf<typeof contract.load>> {
  const today = await todayOf(call);
  const day = input.due.slice(0, 10);
  const keeper = { person: input.person_id, department: input.department_id, partner: input.partner_id };
  const value = keeper.person ?? keeper.partner ?? keeper.department ?? '';
  const pace = (await paces(call, keeper.person === undefined ? 'keeper' : 'keeper-person', today)).get(value);
  const late = keeper.person === undefined ? await countLate(call.tx, call.now, dayAfter(today, -1)) : [];
  const asked = { keeper_department: input.department_id ?? null };
  const calendar = (await calendarsFor(call, [asked]))(asked);
  return {
    day,
    open: await countDueOn(call.tx, keeper, day),
    late: late.find((row) => row.value === value)?.promises ?? 0,
    keeps_a_day: pace?.pace ?? null,
    days: pace?.days ?? 0,
    free: calendar !== undefined && !worksOn(calendar, day),
  };
}

function worksOn(calendar: WorkCalendar, day: string): boolean {
  const number = dayNumber(day);
  return number !== undefined && isWorkingDay(calendar, number);
}

/** Everybody who may be asked to keep a promise. */
export async function keepers(call: Call): Promise<ReplyOf<typeof contract.keepers>> {
  const rows = await listKeepers(call.tx, languageOf(call));
  return {
    keepers: rows.map(({ kind, id, name, department }) => ({
      keeper: keeperOf(kind, id),
      party: { kind, id, name },
      department,
    })),
  };
}

function keeperOf(kind: 'person' | 'department' | 'partner', id: string): Keeper {
  if (kind === 'person') return { person_id: id };
  return kind === 'department' ? { department_id: id } : { partner_id: id };
}
