import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { z } from 'zod';
import { openPoster } from './ask.ts';
import type { ServerProcess } from './server-process.ts';

/** Asks a database by plain SQL. */
export interface Look {
  rows(statement: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
  /** The first column of the only row, as a number. */
  count(statement: string, values?: unknown[]): Promise<number>;
  close(): Promise<void>;
}

/** Opens connections of the drill's own; one that was lost with the database is replaced. */
export async function openLook(url: string): Promise<Look> {
  const pool = new pg.Pool({ connectionString: url, application_name: 'drill-checker', max: 2 });
  pool.on('error', () => undefined);
  const rows: Look['rows'] = async (statement, values) => (await pool.query(statement, values)).rows;
  await rows('select 1');
  return {
    rows,
    async count(statement, values) {
      const [row] = await rows(statement, values);
      return Number(Object.values(row ?? {})[0]);
    },
    close: () => pool.end(),
  };
}

/** Who keeps a promise of the drill, and so who is to be told when it is late. */
export const sorts = ['own', 'asked', 'left', 'succeeded', 'closed', 'unknown', 'nobody'] as const;
export type Sort = (typeof sorts)[number];

/** The people of the drill by their ids, and who hears of what. */
export interface Staff {
  readonly hearers: Readonly<Record<Sort, ReadonlySet<string>>>;
  /** What each sort of promise says of its maker and keeper. */
  readonly sides: Readonly<Record<Sort, object>>;
}

/** Seats a keeper in one department, a head in another, two who left and a department that was closed; no alarm before the breach. */
export async function seatStaff(look: Look): Promise<Staff> {
  const [kira, sam, gone, followed, closed] = [1, 2, 3, 4, 5].map(() => randomUUID());
  const department = async (key: string) =>
    (await look.rows(`select department_id as id from staff.department where key = $1`, [key]))[0]?.['id'];
  const [logistics, sales] = [await department('logistics'), await department('marketing-sales')];
  const seat = (id: unknown, name: string, role: string, where: unknown, state: string, after: unknown) =>
    look.rows(
      `insert into staff.person (person_id, email, name, role, department_id, language, state, successor_id, invited_at,
         left_at)
       values ($1, $2, $3, $4, $5, 'en', $6, $7, now(), case when $6 = 'left' then now() end)`,
      [id, `${name.toLowerCase()}-${id}@example.org`, name, role, where, state, after],
    );
  await seat(kira, 'Kira', 'employee', logistics, 'active', null);
  await seat(sam, 'Sam', 'lead', sales, 'active', null);
  await seat(gone, 'Gus', 'employee', logistics, 'left', null);
  await seat(followed, 'Fay', 'employee', logistics, 'left', sam);
  await look.rows('update staff.department set head_id = $1 where department_id = $2', [sam, sales]);
  await look.rows(
    `insert into staff.department (department_id, key, name_en, name_es, name_ru, closed_at)
     values ($1, $2, 'Closed', 'Cerrado', 'Закрыт', now())`,
    [closed, `closed-${closed}`],
  );
  await look.rows(
    `insert into promises.setting (accept_minutes, alarm_shares, public_page, public_rate) values (240, '{}', false, false)
     on conflict (only_one) do update set alarm_shares = '{}'`,
  );
  const [administrator] = await look.rows(`select person_id as id from staff.person where role = 'administrator'`);
  const set = (...ids: unknown[]) => new Set(ids.map(String));
  return {
    hearers: {
      own: set(kira),
      asked: set(kira, sam),
      left: set(kira),
      succeeded: set(kira, sam),
      closed: set(administrator?.['id']),
      unknown: set(administrator?.['id']),
      nobody: set(administrator?.['id']),
    },
    sides: {
      own: { maker_department: 'logistics' },
      asked: { maker_department: 'marketing-sales', keeper_department: 'logistics' },
      left: { maker_department: 'logistics', keeper_person: gone },
      succeeded: { maker_department: 'logistics', keeper_person: followed },
      closed: { maker_department: `closed-${closed}` },
      unknown: { maker_department: 'The team that never was' },
      nobody: {},
    },
  };
}

/** A promise that the drill makes. */
export interface Made {
  readonly ref: string;
  readonly sort: Sort;
  readonly dueMs: number;
  /** Whether it was acknowledged before it was due: else no alarm rings of it. */
  inTime: boolean;
}

const answer = z.object({ remembered: z.number(), duplicate: z.number(), quarantined: z.number() });
const atOnce = 100;

/**
 * Makes promises through the Segment door, in batches to one server after another, each repeated until it is taken.
 * `dueIn` says in how many milliseconds from its first sending each falls due.
 */
export async function makePromises(
  servers: readonly ServerProcess[],
  about: {
    writeKey: string;
    name: string;
    promises: number;
    sides: Staff['sides'];
    sortOf(at: number): Sort;
    dueIn(at: number): number;
  },
): Promise<Made[]> {
  const posters = servers.map((server) => openPoster(server.origin, 20_000));
  const authorization = `Basic ${Buffer.from(`${about.writeKey}:`).toString('base64')}`;
  const headers = { 'content-type': 'application/json', authorization };
  const all: Made[] = [];
  for (let from = 0; from < about.promises; from += atOnce) {
    const made = Array.from({ length: Math.min(atOnce, about.promises - from) }, (_one, place): Made => {
      const at = from + place;
      return { ref: `${about.name}-${at}`, sort: about.sortOf(at), dueMs: Date.now() + about.dueIn(at), inTime: false };
    });
    const body = JSON.stringify({ batch: made.map((one, place) => eventOf(one, from + place, about)) });
    for (let tries = 0; ; tries += 1) {
      const came = await posters[(from / atOnce + tries) % posters.length]?.post('/v1/batch', body, headers);
      if (came?.status === 200) {
        const read = answer.parse(JSON.parse(came.body));
        if (read.remembered + read.duplicate !== made.length) throw new Error(`not taken: ${came.body}`);
        break;
      }
      if (tries > 2_000) throw new Error(`no server takes promises: ${JSON.stringify(came)}`);
      await pause(50);
    }
    for (const one of made) one.inTime = Date.now() < one.dueMs;
    all.push(...made);
  }
  for (const poster of posters) poster.close();
  return all;
}

function eventOf(one: Made, at: number, about: { name: string; sides: Staff['sides'] }): object {
  return {
    type: 'track',
    event: 'Promise Made',
    messageId: one.ref,
    userId: `${about.name}-buyer-${at % 997}`,
    timestamp: new Date().toISOString(),
    properties: {
      promise_id: one.ref,
      kind: 'delivery',
      words: `It will be there, number ${at}.`,
      due: new Date(one.dueMs).toISOString(),
      ...about.sides[one.sort],
    },
  };
}

/** Looks again until something holds; false where it does not in so many milliseconds. */
export async function until(holds: () => Promise<boolean>, withinMs: number): Promise<boolean> {
  const deadline = performance.now() + withinMs;
  while (performance.now() < deadline) {
    if (await holds().catch(() => false)) return true;
    await pause(150);
  }
  return false;
}
