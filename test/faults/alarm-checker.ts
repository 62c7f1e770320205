import { z } from 'zod';
import type { Taken } from '../support/mail-server.ts';
import type { Look, Made, Staff } from './alarm-scene.ts';

/** What the database and the mail server hold against what was promised. */
export interface AlarmVerdict {
  readonly promises: number;
  readonly alarms: number;
  readonly tellings: number;
  readonly letters: number;
  /** Letters that came more than once, under the same id. */
  readonly doubled: number;
  /** From when it was to ring until it rang, by the database's clock, in milliseconds. */
  readonly delayMs: { readonly p50: number; readonly p99: number; readonly most: number };
  /** What breaks a rule, each rule once with how often and one example. */
  readonly faults: readonly string[];
}

/** So many letters at most are in a server's hands when it is killed: each of them may come once more. */
export const inHands = 5;

const foundRow = z.object({
  ref: z.string(),
  path: z.string(),
  state: z.string(),
  due_ms: z.number(),
  alarms: z.array(z.object({ kind: z.string(), ring: z.number(), rang: z.number() })),
  lines: z.array(z.string()),
  tellings: z.array(
    z.object({
      id: z.string(),
      person: z.string(),
      late: z.number(),
      word: z.string(),
      mail: z.string().nullable(),
      message: z.string().nullable(),
    }),
  ),
});
type Found = z.infer<typeof foundRow>;

/**
 * Looks by plain SQL and into the letters that came, knowing nothing of Kept's own code: each promise of these rang its
 * breach once and not early, each who is to hear was told once, each telling was mailed under one id of its own.
 */
export async function checkAlarms(
  look: Look,
  about: { made: readonly Made[]; staff: Staff; name: string; taken: readonly Taken[]; kills: number },
): Promise<AlarmVerdict> {
  const found = new Map((await listFound(look, about.name)).map((one) => [one.ref, one]));
  const faults = openFaults();
  const delays: number[] = [];
  const messages = new Set<string>();
  let [alarms, tellings] = [0, 0];
  for (const made of about.made) {
    const one = found.get(made.ref);
    if (one === undefined) {
      faults.add('a promise that was acknowledged is not there', made.ref);
      continue;
    }
    alarms += one.alarms.length;
    tellings += one.tellings.length;
    delays.push(...one.alarms.map((alarm) => alarm.rang - alarm.ring));
    for (const { message } of one.tellings) if (message !== null) messages.add(`<${message}>`);
    judge(one, made, about.staff, faults);
  }
  if (found.size !== about.made.length) faults.add('promises that nobody made', String(found.size - about.made.length));
  const known = await look.rows(`select '<' || message_id || '>' as id from today.delivery`);
  const doubled = judgeLetters({ wanted: messages, known: new Set(known.map((row) => row['id'])) }, about, faults);
  await judgeHouse(look, faults);
  delays.sort((a, b) => a - b);
  const at = (share: number) => Math.round(delays[Math.min(delays.length - 1, Math.floor(delays.length * share))] ?? 0);
  return {
    promises: about.made.length,
    alarms,
    tellings,
    letters: about.taken.length,
    doubled,
    delayMs: { p50: at(0.5), p99: at(0.99), most: at(1) },
    faults: faults.list(),
  };
}

function judge(one: Found, made: Made, staff: Staff, faults: Faults): void {
  const wanted = made.inTime ? 1 : 0;
  const [alarm] = one.alarms;
  if (one.alarms.length < wanted) faults.add('an alarm is missing', one.ref);
  if (one.alarms.length > 1 || (alarm !== undefined && alarm.kind !== 'breach'))
    faults.add('an alarm too many', `${one.ref} ${JSON.stringify(one.alarms)}`);
  if (alarm === undefined) return;
  if (alarm.rang < alarm.ring) faults.add('an alarm rang early', `${one.ref} ${JSON.stringify(alarm)}`);
  if (alarm.ring !== made.dueMs || one.due_ms !== made.dueMs)
    faults.add('an alarm is not that of its due', `${one.ref} ${JSON.stringify(alarm)} ${made.dueMs}`);
  if (!one.lines.includes('late')) faults.add('no line of Today', `${made.sort} ${one.ref} ${one.lines.join()}`);
  const told = one.tellings.map((telling) => telling.person);
  const hear = staff.hearers[made.sort];
  if (told.length !== hear.size || told.some((person) => !hear.has(person)))
    faults.add('not told to those who hear, once each', `${made.sort} ${one.ref} ${told.length} of ${hear.size}`);
  for (const telling of one.tellings) judgeTelling(telling, alarm, faults);
}

function judgeTelling(telling: Found['tellings'][number], alarm: Found['alarms'][number], faults: Faults): void {
  const { id, mail, message, late } = telling;
  if (mail !== 'sent' || message !== `${id}@kept`) faults.add('a telling was not mailed', JSON.stringify(telling));
  const delay = (alarm.rang - alarm.ring) / 1_000;
  // Told below a minute as on time.
  const right = late === 0 ? delay < 63 : Math.abs(late - delay) < 3;
  if (!right) faults.add('late by another time than told', `${JSON.stringify(telling)} ${delay} s`);
}

function judgeLetters(
  messages: { readonly wanted: ReadonlySet<string>; readonly known: ReadonlySet<unknown> },
  about: { taken: readonly Taken[]; kills: number },
  faults: Faults,
): number {
  const came = Map.groupBy(about.taken, (letter) => letter.messageId);
  for (const message of messages.wanted) if (!came.has(message)) faults.add('a letter never came', message);
  for (const [message, letters] of came) {
    if (!messages.known.has(message)) faults.add('a letter of no telling', message);
    if (new Set(letters.map((letter) => letter.to)).size > 1) faults.add('one id, two readers', message);
  }
  const doubled = about.taken.length - came.size;
  if (doubled > inHands * about.kills) faults.add('more letters twice than were in hands', String(doubled));
  return doubled;
}

/** Each statement counts what breaks a rule; the rule is its name. */
const rules: Readonly<Record<string, string>> = {
  'no timer is overdue': 'select count(*) from platform.timer where ring_at <= clock_timestamp()',
  'no timer is left of a promise that rang': `select count(*) from platform.timer t join promises.alarm a
    on a.customer_id = t.customer_id and a.promise_id = t.record_id and a.kind = 'breach'`,
  'nobody waits parked': 'select count(*) from platform.parked',
  'no letter waits or failed': `select count(*) from today.delivery where state <> 'sent'`,
  'each open line is of an open promise': `select count(*) from today.line l where l.settled_at is null
    and l.room = 'promises' and not exists (select from promises.promise p where p.customer_id = l.customer_id
      and l.key like '%:' || p.promise_id and p.state = 'open')`,
  'alarms ring not before their time': 'select count(*) from promises.alarm where rang_at < ring_at',
  'the database saw no deadlock': 'select deadlocks from pg_stat_database where datname = current_database()',
};

async function judgeHouse(look: Look, faults: Faults): Promise<void> {
  for (const [rule, statement] of Object.entries(rules)) {
    const broken = await look.count(statement);
    if (broken !== 0) faults.add(`broken: ${rule}`, String(broken));
  }
}

async function listFound(look: Look, name: string): Promise<Found[]> {
  const rows = await look.rows(
    `with mine as (
       select customer_id, promise_id, ref, state, due_at, '/promises/' || customer_id || '/' || promise_id as path
       from promises.promise where ref like $1 || '-%'),
     rang as (
       select a.customer_id, a.promise_id, json_agg(json_build_object('kind', a.kind,
         'ring', extract(epoch from a.ring_at) * 1000, 'rang', extract(epoch from a.rang_at) * 1000)) as alarms
       from promises.alarm a group by 1, 2),
     told as (
       select t.path, json_agg(json_build_object('id', t.telling_id, 'person', t.person_id, 'late', t.late_seconds,
         'word', t.word, 'mail', d.state, 'message', d.message_id)) as tellings
       from today.telling t left join today.delivery d using (telling_id) group by 1),
     awaited as (
       select customer_id, split_part(key, ':', 2)::uuid as promise_id, array_agg(split_part(key, ':', 1)) as lines
       from today.line where settled_at is null and room = 'promises' group by 1, 2)
     select m.ref, m.path, m.state, (extract(epoch from m.due_at) * 1000)::float8 as due_ms,
       coalesce(alarms, '[]') as alarms, coalesce(tellings, '[]') as tellings, coalesce(lines, '{}') as lines
     from mine m left join rang using (customer_id, promise_id) left join told using (path)
       left join awaited using (customer_id, promise_id)`,
    [name],
  );
  return rows.map((row) => foundRow.parse(row));
}

interface Faults {
  add(rule: string, example: string): void;
  list(): string[];
}

/** Counts what breaks a rule, keeping one example of each. */
export function openFaults(): Faults {
  const seen = new Map<string, { times: number; example: string }>();
  return {
    add(rule, example) {
      seen.set(rule, { times: (seen.get(rule)?.times ?? 0) + 1, example: seen.get(rule)?.example ?? example });
    },
    list: () => [...seen].map(([rule, { times, example }]) => `${rule} ×${times}, as ${example}`),
  };
}
