import type { InputOf, ReplyOf } from '../../shared/contract.ts';
import { houseId } from '../../shared/staff.ts';
import * as today from '../../shared/today.ts';
import type { Call } from '../platform/area.ts';
import { instantOf } from '../platform/clock.ts';
import { openCursor, sealCursor } from '../platform/cursor.ts';
import { refuse } from '../platform/refuse.ts';
import { secretOf } from '../platform/secret.ts';
import { requireOrganisation } from '../staff/house-service.ts';
import { findScope, findZone, type Scope } from './hearer-store.ts';
import { leads } from './lead-store.ts';
import { type LineKey, listSettled, lockLine, type OpenLine, saveHold } from './line-store.ts';
import { type After, type Asked, countLines, type LineRow, listLines, listTaken, type Whose } from './list-store.ts';
import { nameSlots } from './name-service.ts';
import { sees } from './scope-rules.ts';

type Nothing = Record<string, never>;
/** More lines than these are not counted. */
const mostCounted = 2_000;
/** So long a page is told who has just taken what it shows, in milliseconds; and of so many lines. */
const takenMs = 15 * 60_000;
const mostTaken = 50;
/** A line can be put off for so many days. */
const snoozeDays = 60;

/** Who asks, being a person who works here; refuses `access.not-allowed` for keys. */
export function requirePerson(call: Call): string {
  if (call.actor.kind !== 'person' || call.actor.id === undefined) {
    return refuse('access.not-allowed', { slots: { right: 'signed-in' } });
  }
  return call.actor.id;
}

/** Whose lines the caller sees; refuses `access.not-allowed` for who does not work here. */
export async function requireScope(call: Call, me: string): Promise<Scope> {
  return (await findScope(call.tx, me)) ?? refuse('access.not-allowed', { slots: { right: 'signed-in' } });
}

/** What awaits me; or, as a lead, what awaits another. */
export async function lines(call: Call, input: InputOf<typeof today.lines>): Promise<ReplyOf<typeof today.lines>> {
  const me = requirePerson(call);
  const list = ['today.lines', input.filter, input.person_id ?? '', input.department_id ?? ''].join('.');
  const secret = secretOf(call.house.config);
  const [as, ...place] = input.cursor === undefined ? [] : openCursor(list, input.cursor, secret);
  // What is late is so as of the first page, so that no line is shown twice or passed over.
  const now = as === undefined ? call.now : instantOf(as);
  const scope = await requireScope(call, me);
  const whose = await whoseLines(call, me, input);
  const asked = { me, scope, filter: input.filter, now, whose };
  const rows = await listLines(call.tx, asked, as === undefined ? undefined : afterOf(place), input.limit + 1);
  const shown = rows.slice(0, input.limit);
  call.use(shown.flatMap((row) => (row.customer_id === houseId ? [] : [row.customer_id])));
  const slots = await nameSlots(call.tx, shown);
  const last = shown.at(-1);
  const isFirst = as === undefined;
  const counts = isFirst ? await countLines(call.tx, asked, mostCounted) : undefined;
  return {
    lines: shown.map((row, at) => shownLine(row, slots[at] ?? {})),
    next: last !== undefined && rows.length > shown.length ? sealCursor(list, placeOf(now, last), secret) : null,
    counts: counts === undefined ? null : { ...counts, more: counts.lines === mostCounted },
    taken: isFirst ? await takenOf(call, asked) : null,
    leads: scope.house,
  };
}

/** Whose lines are asked for instead of one's own; refuses `access.not-allowed` where the caller does not lead him or it. */
async function whoseLines(call: Call, me: string, input: InputOf<typeof today.lines>): Promise<Whose | undefined> {
  const { person_id: personId, department_id: departmentId } = input;
  if (personId === undefined && departmentId === undefined) return undefined;
  if (!(await leads(call.tx, me, { personId, departmentId })))
    refuse('access.not-allowed', { slots: { right: 'today' } });
  return personId === undefined ? { departmentId: departmentId ?? '' } : { personId };
}

async function takenOf(call: Call, asked: Asked): Promise<NonNullable<ReplyOf<typeof today.lines>['taken']>> {
  if (asked.whose !== undefined) return [];
  const rows = await listTaken(call.tx, asked, instantOf(asked.now.getTime() - takenMs), mostTaken);
  return rows.map(({ claimed_by, claimer_name, ...key }) => ({
    ...key,
    by: { person_id: claimed_by, name: claimer_name },
  }));
}

function placeOf(now: Date, row: LineRow): string[] {
  const { lead, lead_due, face_id, hurt, until, customer_id, room, key } = row;
  return [
    now.toISOString(),
    String(lead),
    lead_due?.toISOString() ?? '',
    face_id,
    String(hurt),
    until?.toISOString() ?? '',
    ...[customer_id, room, key],
  ];
}

function afterOf(place: readonly string[]): After {
  const [lead, leadDue = '', faceId = '', hurt, until = '', customerId = '', room = '', key = ''] = place;
  return { lead: Number(lead), leadDue, faceId, hurt: Number(hurt), until, customerId, room, key };
}

function shownLine(row: LineRow, slots: today.TodayLine['slots']): today.TodayLine {
  const { customer_id, room, key, face_id, customer, customer_key, kind, word, path, weight, late, via } = row;
  const { name_en, name_es, name_ru, owed, lost, hurt, handed } = row;
  const named = name_en !== null && name_es !== null && name_ru !== null;
  return {
    ...{ customer_id, room, key, face_id, customer, customer_key, kind, word, slots, path, weight, late, via },
    ...{ owed, lost, hurt },
    act: row.act === null ? null : today.act.parse(row.act),
    hand_over: row.hand_over === null ? null : today.handOverWay.parse(row.hand_over),
    handed:
      handed === null
        ? null
        : { by: { person_id: handed.by, name: row.handed_name ?? '…' }, at: handed.at, note: handed.note },
    until: row.until?.toISOString() ?? null,
    since: row.since.toISOString(),
    instead_of:
      via === 'stand-in' && row.person_id !== null ? { person_id: row.person_id, name: row.person_name ?? '…' } : null,
    department:
      row.department_id !== null && named
        ? { department_id: row.department_id, name: { en: name_en, es: name_es, ru: name_ru } }
        : null,
    claimed_by: row.claimed_by === null ? null : { person_id: row.claimed_by, name: row.claimer_name ?? '…' },
    snoozed_until: row.snoozed_until?.toISOString() ?? null,
  };
}

/** An open line that the caller sees, locked; refuses `record.not-found`. */
async function requireLine(call: Call, me: string, key: LineKey): Promise<OpenLine> {
  const line = await lockLine(call.tx, key);
  if (line === undefined || !sees(me, await requireScope(call, me), line)) return refuse('record.not-found');
  return line;
}

/** Says that a colleague has taken a line, and who. */
export function refuseTaken(line: Pick<OpenLine, 'claimer_name'>): never {
  const who = { name: line.claimer_name ?? '…' };
  return refuse('line.taken', { slots: who, current: who });
}

/** A line that no colleague has taken; refuses `line.taken`. */
async function requireFree(call: Call, me: string, key: LineKey): Promise<OpenLine> {
  const line = await requireLine(call, me, key);
  if (line.claimed_by !== null && line.claimed_by !== me && line.claimer_active) {
    refuseTaken(line);
  }
  return line;
}

/** Takes a line upon oneself. */
export async function claim(call: Call, input: InputOf<typeof today.claim>): Promise<Nothing> {
  const me = requirePerson(call);
  const key = keyOf(input);
  await requireFree(call, me, key);
  return hold(call, key, { claimedBy: me, snoozedUntil: null });
}

/** Gives a line back; refuses `line.taken` for another's. */
export async function release(call: Call, input: InputOf<typeof today.release>): Promise<Nothing> {
  const me = requirePerson(call);
  const key = keyOf(input);
  await requireFree(call, me, key);
  return hold(call, key, { claimedBy: null, snoozedUntil: null });
}

/** Puts a line off; a department's is taken by that, so that nobody believes it another's. */
export async function snooze(call: Call, input: InputOf<typeof today.snooze>): Promise<ReplyOf<typeof today.snooze>> {
  const me = requirePerson(call);
  const key = keyOf(input);
  const line = await requireFree(call, me, key);
  const until = input.until === null ? null : instantOf(input.until);
  const days = until === null ? 1 : (until.getTime() - call.now.getTime()) / 86_400_000;
  if (days <= 0 || days > snoozeDays) {
    refuse('request.invalid', { errors: [{ path: 'until', code: 'instant.out-of-range' }] });
  }
  const claimed = until !== null && line.person_id === null && line.claimed_by !== me;
  await hold(call, key, { claimedBy: claimed ? me : line.claimed_by, snoozedUntil: until });
  return { claimed };
}

function keyOf(input: InputOf<typeof today.claim>): LineKey {
  return { customerId: input.customer_id, room: input.room, key: input.key };
}

async function hold(
  call: Call,
  key: LineKey,
  to: { claimedBy: string | null; snoozedUntil: Date | null },
): Promise<Nothing> {
  await saveHold(call.tx, key, { ...to, at: call.now });
  call.append(today.changed, houseId, { room: key.room, lines: 1 });
  return {};
}

/** What I settled yesterday and today. */
export async function settled(call: Call): Promise<ReplyOf<typeof today.settled>> {
  const me = requirePerson(call);
  const zone = (await findZone(call.tx, me)) ?? (await requireOrganisation(call.tx)).zone;
  const rows = await listSettled(call.tx, me, { zone, now: call.now });
  const of = (day: 'yesterday' | 'today') =>
    rows.filter((row) => row[day] > 0).map((row) => ({ kind: row.kind, count: row[day] }));
  return { yesterday: of('yesterday'), today: of('today') };
}
