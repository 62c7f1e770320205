import type { InputOf, ReplyOf } from '../../shared/contract.ts';
import { houseId, personLeft } from '../../shared/staff.ts';
import type * as people from '../../shared/staff-people.ts';
import type { Call } from '../platform/area.ts';
import { newId } from '../platform/ids.ts';
import { refuse } from '../platform/refuse.ts';
import { note } from './change-service.ts';
import { forgetActors } from './house-memory.ts';
import { requireOrganisation } from './house-service.ts';
import { lockDepartment } from './house-store.ts';
import { post } from './letters.ts';
import { eraseLinks } from './link-store.ts';
import {
  findPerson,
  insertPerson,
  listColleagues,
  listPeople,
  lockAdministrators,
  lockPerson,
  type PersonRow,
  saveLeft,
  savePerson,
} from './people-store.ts';
import { canGive, reaches } from './rules.ts';
import { endSessions } from './sign-in.ts';
import { addressOf, makeLink } from './sign-in-service.ts';

/** How long an invitation works, in hours. */
const invitationHours = 7 * 24;

/** Lists people: all for an administrator, those of his department for a manager. */
export async function listed(call: Call): Promise<ReplyOf<typeof people.people>> {
  const all = call.actor.rights.has('staff.administer');
  if (!all && call.actor.departmentId === undefined) return { people: [] };
  const rows = await listPeople(call.tx, all ? undefined : call.actor.departmentId);
  return { people: rows.map(shown) };
}

/** Lists who works here now. */
export async function colleagues(call: Call): Promise<ReplyOf<typeof people.colleagues>> {
  return { people: await listColleagues(call.tx) };
}

function shown(row: PersonRow): ReplyOf<typeof people.people>['people'][number] {
  const { zone: _zone, ...person } = row;
  return {
    ...person,
    invited_at: row.invited_at.toISOString(),
    joined_at: row.joined_at?.toISOString() ?? null,
    left_at: row.left_at?.toISOString() ?? null,
    last_seen_at: row.last_seen_at?.toISOString() ?? null,
  };
}

/** Invites somebody; refuses `staff.email-taken`, and more than the inviter has or may reach. */
export async function invite(call: Call, input: InputOf<typeof people.invite>): Promise<ReplyOf<typeof people.invite>> {
  requireReach(call, input.department_id);
  requireGivable(call, input.role);
  await requireDepartment(call, input.department_id);
  const personId = newId();
  const email = addressOf(input.email);
  const isNew = await insertPerson(call.tx, {
    personId,
    email,
    name: input.name,
    role: input.role,
    departmentId: input.department_id,
    language: input.language,
    state: 'invited',
    at: call.now,
  });
  if (!isNew) refuse('staff.email-taken', { errors: [{ path: 'email', code: 'staff.email-taken' }] });
  const { role, department_id, name } = input;
  await note(call, `person:${personId}`, null, { name, email, role, department_id, state: 'invited' });
  return sendInvitation(call, { person_id: personId, email, name, language: input.language });
}

/** Makes a new link for an open invitation. */
export async function inviteAgain(
  call: Call,
  input: InputOf<typeof people.inviteAgain>,
): Promise<ReplyOf<typeof people.inviteAgain>> {
  const person = await requireReachable(call, input.person_id);
  if (person.state !== 'invited') refuse('record.conflict');
  await eraseLinks(call.tx, 'invitation', person.person_id);
  await note(call, `person:${person.person_id}`, null, { invitation: 'again' });
  return sendInvitation(call, person);
}

async function sendInvitation(
  call: Call,
  person: Pick<PersonRow, 'person_id' | 'email' | 'name' | 'language'>,
): Promise<ReplyOf<typeof people.invite>> {
  const house = await requireOrganisation(call.tx);
  const link = await makeLink(call, 'invitation', person.person_id, invitationHours);
  const { ready } = call.house.mail;
  if (ready) {
    const inviter = call.actor.id === undefined ? undefined : await findPerson(call.tx, call.actor.id);
    post(call.house, {
      kind: 'invitation',
      to: person.email,
      language: person.language,
      zone: house.zone,
      tokenHash: link.tokenHash,
      until: link.until,
      slots: { name: person.name, link: link.address, house: house.name, inviter: inviter?.name ?? house.name },
    });
  }
  return {
    person_id: person.person_id,
    mailed: ready,
    link: ready ? null : link.address,
    until: link.until.toISOString(),
  };
}

/** Changes a person; refuses `staff.own-role`, `staff.last-administrator`, `record.stale` with the current one. */
export async function editPerson(
  call: Call,
  input: InputOf<typeof people.editPerson>,
): Promise<ReplyOf<typeof people.editPerson>> {
  const person = await requireReachable(call, input.person_id);
  if (person.version !== input.version) refuse('record.stale', { current: shown(person) });
  const next = {
    ...person,
    name: input.name ?? person.name,
    role: input.role ?? person.role,
    language: input.language ?? person.language,
    department_id: input.department_id === undefined ? person.department_id : input.department_id,
  };
  if (next.role !== person.role) await requireRoleChange(call, person, next.role);
  if (next.department_id !== person.department_id) {
    requireReach(call, next.department_id);
    await requireDepartment(call, next.department_id);
  }
  const version = await savePerson(call.tx, next);
  forgetActors(call.house);
  await note(call, `person:${person.person_id}`, kept(person), kept(next));
  return { version };
}

function kept(person: Pick<PersonRow, 'name' | 'role' | 'language' | 'department_id'>): object {
  const { name, role, language, department_id } = person;
  return { name, role, language, department_id };
}

/** Somebody leaves: sessions, keys and links end in this transaction; other rooms hand over what was his. */
export async function leave(call: Call, input: InputOf<typeof people.leave>): Promise<Record<string, never>> {
  const person = await requireReachable(call, input.person_id);
  if (person.state === 'left') refuse('record.conflict');
  if (person.role === 'administrator') await requireAnotherAdministrator(call, person);
  const successorId = input.successor_id;
  if (successorId !== null) {
    const successor = await findPerson(call.tx, successorId);
    if (successor?.state !== 'active' || successorId === person.person_id) {
      refuse('staff.successor-unfit', { errors: [{ path: 'successor_id', code: 'staff.successor-unfit' }] });
    }
  }
  await saveLeft(call.tx, person.person_id, successorId, call.now);
  await endSessions(call, person.person_id);
  call.append(personLeft, houseId, { person_id: person.person_id, successor_id: successorId });
  await note(call, `person:${person.person_id}`, { state: person.state }, { state: 'left', successor_id: successorId });
  return {};
}

/** A person whom the caller may manage, locked: of his department, with no more rights than he has himself. */
async function requireReachable(call: Call, personId: string): Promise<PersonRow> {
  const person = await lockPerson(call.tx, personId);
  if (person === undefined) return refuse('record.not-found');
  requireReach(call, person.department_id);
  requireGivable(call, person.role);
  return person;
}

function requireReach(call: Call, departmentId: string | null): void {
  if (!reaches(call.actor, departmentId)) refuse('staff.not-yours');
}

function requireGivable(call: Call, role: PersonRow['role']): void {
  if (!canGive(call.actor.rights, role)) refuse('staff.more-than-own');
}

async function requireDepartment(call: Call, departmentId: string | null): Promise<void> {
  if (departmentId === null) return;
  const department = await lockDepartment(call.tx, departmentId);
  if (department === undefined || department.closed_at !== null) {
    refuse('request.invalid', { errors: [{ path: 'department_id', code: 'record.not-found' }] });
  }
}

async function requireRoleChange(call: Call, person: PersonRow, role: PersonRow['role']): Promise<void> {
  if (person.person_id === call.actor.id) refuse('staff.own-role');
  requireGivable(call, role);
  if (person.role === 'administrator') await requireAnotherAdministrator(call, person);
}

async function requireAnotherAdministrator(call: Call, person: PersonRow): Promise<void> {
  const administrators = await lockAdministrators(call.tx);
  if (administrators.every((id) => id === person.person_id)) refuse('staff.last-administrator');
}
