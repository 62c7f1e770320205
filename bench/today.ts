import type pg from 'pg';
import { pathOf } from '../src/shared/contract.ts';
import { accept } from '../src/shared/staff.ts';
import { invite } from '../src/shared/staff-people.ts';
import { lines } from '../src/shared/today.ts';
import { team } from '../src/shared/today-team.ts';
import { load } from './load.ts';
import type { Bench, Row } from './rows.ts';

/** What awaits the one who asks, and what awaits all the others. */
const own = 200;
const others = 100_000;
const colleagues = 60;
const limitMs = 100;
/** The lead's page counts all open lines of the house. */
const teamMs = 300;

/** Today of a clerk with 200 lines, in a house where 100 000 await others; rights and use log on. */
export async function today(bench: Bench): Promise<Row[]> {
  const { client, server } = bench;
  await client.query(`insert into staff.department (department_id, name_en, name_es, name_ru)
    select gen_random_uuid(), 'Bench ' || n, 'Bench ' || n, 'Bench ' || n from generate_series(1, 12) n`);
  const { rows } = await client.query(
    `select department_id as id from staff.department where name_en = 'Bench 1' limit 1`,
  );
  const billing = String(rows[0]?.id);
  const clerk = await signUp(bench, 'clerk', billing);
  await fillLines(client, clerk.personId, billing);
  const path = pathOf(lines);
  const first = await read(bench, `${path}?limit=50`, clerk.cookie);
  const next = /"next":"([^"]+)"/.exec(first)?.[1] ?? '';
  const counted = Number(/"counts":\{"lines":(\d+)/.exec(first)?.[1]);
  if (counted !== own) throw new Error(`the clerk sees ${counted} lines, not ${own}`);
  await client.query(`update staff.department set head_id = $1 where department_id = $2`, [clerk.personId, billing]);
  const asked: readonly (readonly [string, string, number?])[] = [
    ['the first 50 with counts', `${path}?limit=50`],
    ['the second 50', `${path}?limit=50&cursor=${encodeURIComponent(next)}`],
    ['all 200', `${path}?limit=200`],
    ['the department', `${path}?limit=50&filter=department`],
    ['the team', `${pathOf(team)}?`, teamMs],
  ];
  const found: Row[] = [];
  for (const [what, address, most = limitMs] of asked) {
    const requests = Array.from({ length: 200 }, () => ({ path: address }));
    const { p50, p95 } = await load(server.origin, requests, { connections: 1, cookie: clerk.cookie });
    found.push({
      what: `today of ${own} lines beside ${others} of others: ${what}`,
      measured: `p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`,
      against: `≤ ${most} ms`,
      ratio: (p95 / most).toFixed(2),
      reached: p95 <= most,
    });
  }
  return found;
}

/** Invites somebody over HTTP, who accepts. */
async function signUp({ server }: Bench, name: string, department: string) {
  const input = { email: `${name}-${Math.random()}@example.org`, name, role: 'employee', language: 'en' };
  const post = (path: string, body: object, headers: Record<string, string>) =>
    fetch(server.origin + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  const invited = await post(
    pathOf(invite),
    { ...input, department_id: department },
    { authorization: `Bearer ${server.token}` },
  );
  if (invited.status !== 200) throw new Error(`not invited: ${await invited.text()}`);
  const { link, person_id: personId } = invite.reply.parse(await invited.json());
  const accepted = await post(pathOf(accept), { token: link?.split('#')[1], password: 'correct horse battery' }, {});
  const cookie = accepted.headers.get('set-cookie')?.split(';', 1)[0] ?? '';
  if (cookie === '') throw new Error(`nobody was signed in: ${await accepted.text()}`);
  return { personId, cookie };
}

async function read({ server }: Bench, path: string, cookie: string): Promise<string> {
  const came = await fetch(server.origin + path, { headers: { cookie } });
  return came.text();
}

/** Lines of the clerk, his own and his department's, late and not; and of colleagues in the other departments. */
async function fillLines(client: pg.Client, clerk: string, billing: string): Promise<void> {
  await client.query('truncate today.line, today.stake');
  await client.query(
    `insert into staff.person (person_id, email, name, role, department_id, language, state, invited_at)
     select gen_random_uuid(), 'bench-' || gen_random_uuid() || '@example.org', 'Colleague ' || n, 'employee', d.department_id, 'en', 'active', now()
     from generate_series(1, $1) n cross join lateral (
       select department_id from staff.department where department_id <> $2 and n > 0 order by random() limit 1) d`,
    [colleagues, billing],
  );
  const line = `insert into today.line (customer_id, room, key, kind, person_id, department_id, weight, until, word, slots,
      path, act, hand_over, since)
    select c.customer_id, 'promises', 'bench:' || n, 'promises.late', p.person_id, p.department_id, n % 6,
      case when n % 3 > 0 then now() + (n % 40 - 20) * interval '1 hour' end, 'promisesToday.line.late',
      jsonb_build_object('due', jsonb_build_object('at', now())), '/promises/' || c.customer_id || '/' || n,
      jsonb_build_object('word', 'promisesToday.step.accept', 'endpoint', 'promises.accept', 'input', '{}'::jsonb),
      jsonb_build_object('endpoint', 'promises.reassign', 'as', 'keeper', 'input', '{}'::jsonb),
      now() - n % 90 * interval '1 day'`;
  await client.query(`create temp table numbered as
    select customer_id, (row_number() over (order by customer_id))::int as no from customers.customer`);
  await client.query('create index on numbered (no); analyze numbered');
  const { rows } = await client.query('select count(*)::int as n from numbered');
  const customers = Number(rows[0]?.n);
  const { rows: staff } = await client.query(
    `select count(*)::int as n from staff.person where name like 'Colleague %'`,
  );
  await client.query(
    `${line} from generate_series(1, $1) n
       join (select person_id, department_id, row_number() over () - 1 as no from staff.person where name like 'Colleague %') p
         on p.no = n % ${Number(staff[0]?.n)}
       join numbered c on c.no = n % ${customers} + 1`,
    [others],
  );
  await client.query(
    `${line} from generate_series(1, $1) n
       cross join lateral (select case when n % 5 < 3 then $2::uuid end as person_id,
         case when n % 5 < 3 then null else $3::uuid end as department_id) p
       join numbered c on c.no = (n * 7) % ${customers} + 1
     on conflict (customer_id, room, key) do update set
       person_id = excluded.person_id, department_id = excluded.department_id`,
    [own, clerk, billing],
  );
  await client.query(`insert into today.stake (customer_id, owed, lost)
    select face_id, 1 + (random() * 9)::int, random() < 0.1 from customers.customer where random() < 0.2
    on conflict do nothing`);
  await client.query('analyze today.line');
  await client.query('analyze today.stake');
}
