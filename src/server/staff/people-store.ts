import { sql } from 'kysely';
import type { Language } from '../../shared/scalars.ts';
import type { Role } from '../../shared/staff.ts';
import type { Tx } from '../platform/database/open.ts';

/** A person as the list shows him. */
export interface PersonRow {
  readonly person_id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly department_id: string | null;
  readonly language: Language;
  readonly zone: string | null;
  readonly state: 'invited' | 'active' | 'left';
  readonly successor_id: string | null;
  readonly invited_at: Date;
  readonly joined_at: Date | null;
  readonly left_at: Date | null;
  readonly last_seen_at: Date | null;
  readonly version: number;
}

const columns = sql`
  person_id, name, email, role, department_id, language, zone, state, successor_id, invited_at, joined_at, left_at, version,
  (select max(seen_at) from staff.session s where s.person_id = p.person_id) as last_seen_at`;

/** Everybody, or the people of one department, by name. */
export async function listPeople(tx: Tx, departmentId: string | undefined): Promise<PersonRow[]> {
  const { rows } = await sql<PersonRow>`
    select ${columns} from staff.person p
    where ${departmentId ?? null}::uuid is null or department_id = ${departmentId ?? null}::uuid
    order by state, name, person_id limit 5000`.execute(tx);
  return rows;
}

/** Who works here now, by name. */
export async function listColleagues(
  tx: Tx,
): Promise<{ person_id: string; name: string; role: Role; department_id: string | null }[]> {
  const { rows } = await sql<{ person_id: string; name: string; role: Role; department_id: string | null }>`
    select person_id, name, role, department_id from staff.person
    where state = 'active' order by name, person_id limit 5000`.execute(tx);
  return rows;
}

/** One person. */
export async function findPerson(tx: Tx, personId: string): Promise<PersonRow | undefined> {
  const { rows } = await sql<PersonRow>`
    select ${columns} from staff.person p where person_id = ${personId}`.execute(tx);
  return rows[0];
}

/** One person, locked until this transaction ends. */
export async function lockPerson(tx: Tx, personId: string): Promise<PersonRow | undefined> {
  const { rows } = await sql<PersonRow>`
    select ${columns} from staff.person p where person_id = ${personId} for update of p`.execute(tx);
  return rows[0];
}

/** The person of an address, whatever his state. */
export async function findPersonByEmail(tx: Tx, email: string): Promise<PersonRow | undefined> {
  const { rows } = await sql<PersonRow>`select ${columns} from staff.person p where email = ${email}`.execute(tx);
  return rows[0];
}

/** Locks the administrators who work here, in order, and says who they are: so that one remains. */
export async function lockAdministrators(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ person_id: string }>`
    select person_id from staff.person where role = 'administrator' and state = 'active'
    order by person_id for update`.execute(tx);
  return rows.map((row) => row.person_id);
}

/** Writes a new person; false when the address is taken. */
export async function insertPerson(
  tx: Tx,
  person: {
    personId: string;
    email: string;
    name: string;
    role: Role;
    departmentId: string | null;
    language: Language;
    state: 'invited' | 'active';
    at: Date;
  },
): Promise<boolean> {
  const done = await sql`
    insert into staff.person (person_id, email, name, role, department_id, language, state, invited_at, joined_at)
    values (${person.personId}, ${person.email}, ${person.name}, ${person.role}, ${person.departmentId},
      ${person.language}, ${person.state}, ${person.at}, ${person.state === 'active' ? person.at : null})
    on conflict (email) do nothing`.execute(tx);
  return Number(done.numAffectedRows ?? 0) === 1;
}

/** Writes what may change of a person who is locked; gives the new version. */
export async function savePerson(
  tx: Tx,
  person: Pick<PersonRow, 'person_id' | 'name' | 'role' | 'department_id' | 'language' | 'zone'>,
): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    update staff.person set name = ${person.name}, role = ${person.role}, department_id = ${person.department_id},
      language = ${person.language}, zone = ${person.zone}, version = version + 1
    where person_id = ${person.person_id} returning version`.execute(tx);
  return rows[0]?.version ?? 0;
}

/** Somebody who was invited works here from now on. */
export async function saveJoined(tx: Tx, personId: string, at: Date): Promise<void> {
  await sql`
    update staff.person set state = 'active', joined_at = ${at}, version = version + 1
    where person_id = ${personId}`.execute(tx);
}

/** Somebody has left; his keys end with him. */
export async function saveLeft(tx: Tx, personId: string, successorId: string | null, at: Date): Promise<void> {
  await sql`
    update staff.person set state = 'left', left_at = ${at}, successor_id = ${successorId}, version = version + 1
    where person_id = ${personId}`.execute(tx);
  await sql`
    update staff.api_key set revoked_at = ${at} where made_by = ${personId} and revoked_at is null`.execute(tx);
  await sql`
    update staff.department set head_id = ${successorId}, version = version + 1
    where head_id = ${personId}`.execute(tx);
  await sql`delete from staff.link where person_id = ${personId} and used_at is null`.execute(tx);
}

/** Something that was changed here. */
export interface ChangeRow {
  readonly change_id: string;
  readonly at: Date;
  readonly actor: string;
  readonly actor_name: string | null;
  readonly what: string;
  readonly subject: string;
  readonly subject_name: string | null;
  readonly before: Record<string, unknown> | null;
  readonly after: Record<string, unknown> | null;
}

/** Writes down a change. */
export async function insertChange(
  tx: Tx,
  change: {
    id: string;
    at: Date;
    actor: string;
    what: string;
    subject: string;
    before: object | null;
    after: object | null;
  },
): Promise<void> {
  const text = (value: object | null) => (value === null ? null : JSON.stringify(value));
  await sql`
    insert into staff.change (change_id, at, actor, what, subject, before, after)
    values (${change.id}, ${change.at}, ${change.actor}, ${change.what}, ${change.subject},
      ${text(change.before)}::jsonb, ${text(change.after)}::jsonb)`.execute(tx);
}

/** Changes newest first, of one subject or of all, after a place. */
export async function listChanges(
  tx: Tx,
  from: { subject: string | undefined; after: string | undefined; limit: number },
): Promise<ChangeRow[]> {
  const { rows } = await sql<ChangeRow>`
    select c.change_id, c.at, c.actor, a.name as actor_name, c.what, c.subject, s.name as subject_name, c.before, c.after
    from staff.change c
      left join staff.person a on c.actor = 'person:' || a.person_id
      left join staff.person s on c.subject = 'person:' || s.person_id
    where (${from.subject ?? null}::text is null or c.subject = ${from.subject ?? null})
      and (${from.after ?? null}::uuid is null or c.change_id < ${from.after ?? null}::uuid)
    order by c.change_id desc limit ${from.limit}`.execute(tx);
  return rows;
}
