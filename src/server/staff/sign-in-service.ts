import { type InputOf, type ReplyOf, rights } from '../../shared/contract.ts';
import * as staff from '../../shared/staff.ts';
import type { Call } from '../platform/area.ts';
import { livePlaceNow } from '../platform/events/live-place.ts';
import { newSecret, sha256 } from '../platform/ids.ts';
import { refuse } from '../platform/refuse.ts';
import { note } from './change-service.ts';
import { underBrake } from './guessing.ts';
import { requireOrganisation } from './house-service.ts';
import { findOrganisation } from './house-store.ts';
import { post } from './letters.ts';
import { countFreshLinks, eraseLinks, findLink, insertLink, type LinkRow, spendLink } from './link-store.ts';
import { findPerson, findPersonByEmail, type PersonRow, saveJoined, savePerson } from './people-store.ts';
import { endSession, isOwnPassword, openSession, prove, setPassword } from './sign-in.ts';

type Nothing = Record<string, never>;
/** How long a reset link works, in hours. */
const resetHours = 2;

/** Says who is signed in, and in which house. */
export async function me(call: Call): Promise<ReplyOf<typeof staff.me>> {
  const house = await findOrganisation(call.tx);
  const person =
    call.actor.kind === 'person' && call.actor.id !== undefined ? await findPerson(call.tx, call.actor.id) : undefined;
  return {
    person:
      person === undefined
        ? null
        : {
            person_id: person.person_id,
            name: person.name,
            email: person.email,
            role: person.role,
            language: person.language,
            zone: person.zone ?? house?.zone ?? 'UTC',
            department_id: person.department_id,
          },
    rights: rights.filter((right) => call.actor.rights.has(right)),
    house:
      house === undefined
        ? null
        : {
            name: house.name,
            languages: house.languages,
            zone: house.zone,
            currency: house.currency,
            logo: house.logo,
          },
    set_up: house !== undefined,
    mail: call.house.mail.ready,
    live: call.actor.rights.has('customers.read') ? await livePlaceNow(call.house, call.tx) : null,
  };
}

/** Shows the policy. */
export async function rightsMatrix(): Promise<ReplyOf<typeof staff.rightsMatrix>> {
  return {
    rights: [...rights],
    roles: staff.roles.map((role) => ({ role, rights: [...staff.rightsOf(role)] })),
  };
}

/** Signs in; refuses `staff.sign-in-refused` alike for a wrong address and a wrong password. */
export async function signIn(call: Call, input: InputOf<typeof staff.signIn>): Promise<ReplyOf<typeof staff.signIn>> {
  await requireOrganisation(call.tx);
  const email = addressOf(input.email);
  const personId = await underBrake(call, email, () => prove(call, email, input.password));
  if (personId === undefined) return refuse('staff.sign-in-refused');
  await openSession(call, personId);
  return { person_id: personId };
}

/** Signs out. */
export async function signOut(call: Call): Promise<Nothing> {
  await endSession(call, call.actor.session);
  return {};
}

/** Changes the own password; only this browser stays signed in, with a new session. */
export async function changePassword(call: Call, input: InputOf<typeof staff.changePassword>): Promise<Nothing> {
  const person = await requireSelf(call);
  const right = await underBrake(call, person.email, async () =>
    (await isOwnPassword(call, person.person_id, input.current)) ? true : undefined,
  );
  if (right !== true) refuse('staff.wrong-password', { errors: [{ path: 'current', code: 'staff.wrong-password' }] });
  await setPassword(call, person.person_id, input.password);
  await openSession(call, person.person_id);
  await note(call, `person:${person.person_id}`, null, { password: 'changed' });
  return {};
}

/** Changes what a person says of himself. */
export async function editMe(call: Call, input: InputOf<typeof staff.editMe>): Promise<Nothing> {
  const person = await requireSelf(call);
  const next = {
    ...person,
    name: input.name ?? person.name,
    language: input.language ?? person.language,
    zone: input.zone === undefined ? person.zone : input.zone,
  };
  await savePerson(call.tx, next);
  await note(call, `person:${person.person_id}`, spoken(person), spoken(next));
  return {};
}

function spoken(person: Pick<PersonRow, 'name' | 'language' | 'zone'>): object {
  return { name: person.name, language: person.language, zone: person.zone };
}

/** Sends a reset link where the address is known; says the same where it is not. Three letters in 15 minutes at most. */
export async function askReset(
  call: Call,
  input: InputOf<typeof staff.askReset>,
): Promise<ReplyOf<typeof staff.askReset>> {
  const house = await requireOrganisation(call.tx);
  const { mail } = call.house;
  const person = await findPersonByEmail(call.tx, addressOf(input.email));
  const personId = person?.state === 'active' ? person.person_id : undefined;
  const fresh = await countFreshLinks(call.tx, 'reset', personId ?? staff.houseId);
  if (mail.ready && person !== undefined && personId !== undefined && fresh < 3) {
    const link = await makeLink(call, 'reset', personId, resetHours);
    post(call.house, {
      kind: 'reset',
      to: person.email,
      language: person.language,
      zone: person.zone ?? house.zone,
      tokenHash: link.tokenHash,
      until: link.until,
      slots: { name: person.name, link: link.address, house: house.name, inviter: '' },
    });
  }
  return { mail: mail.ready };
}

/** Makes a reset link for an administrator to hand over. */
export async function makeResetLink(
  call: Call,
  input: InputOf<typeof staff.makeResetLink>,
): Promise<ReplyOf<typeof staff.makeResetLink>> {
  const person = await findPerson(call.tx, input.person_id);
  if (person?.state !== 'active') return refuse('record.not-found');
  await eraseLinks(call.tx, 'reset', person.person_id);
  const link = await makeLink(call, 'reset', person.person_id, resetHours);
  await note(call, `person:${person.person_id}`, null, { reset_link: 'made' });
  return { link: link.address, until: link.until.toISOString() };
}

/** Says whom a link is for; refuses `staff.link-spent`. */
export async function readLink(
  call: Call,
  input: InputOf<typeof staff.readLink>,
): Promise<ReplyOf<typeof staff.readLink>> {
  const link = await findLink(call.tx, sha256(input.token));
  if (link === undefined) return refuse('staff.link-spent');
  const { kind, name, email, language, until } = link;
  return { kind, name, email, language, until: until.toISOString() };
}

/** Sets a new password by a reset link and signs in. */
export async function reset(call: Call, input: InputOf<typeof staff.reset>): Promise<ReplyOf<typeof staff.reset>> {
  const { personId } = await spend(call, 'reset', input.token);
  await eraseLinks(call.tx, 'reset', personId);
  await setPassword(call, personId, input.password);
  await openSession(call, personId);
  await note(call, `person:${personId}`, null, { password: 'reset' }, `person:${personId}`);
  return { person_id: personId };
}

/** Accepts an invitation and signs in. */
export async function accept(call: Call, input: InputOf<typeof staff.accept>): Promise<ReplyOf<typeof staff.accept>> {
  const { personId } = await spend(call, 'invitation', input.token);
  const person = await findPerson(call.tx, personId);
  if (person?.state !== 'invited') return refuse('staff.link-spent');
  const next = { ...person, name: input.name ?? person.name, language: input.language ?? person.language };
  await savePerson(call.tx, next);
  await saveJoined(call.tx, personId, call.now);
  await setPassword(call, personId, input.password);
  await openSession(call, personId);
  await note(call, `person:${personId}`, { state: 'invited' }, { state: 'active' }, `person:${personId}`);
  return { person_id: personId };
}

/** A new link of a person: its address to hand over, and the hash under which it is kept. */
export async function makeLink(
  call: Call,
  kind: 'invitation' | 'reset',
  personId: string,
  hours: number,
): Promise<{ address: string; tokenHash: Buffer; until: Date }> {
  const token = newSecret();
  const tokenHash = sha256(token);
  const until = await insertLink(call.tx, { tokenHash, kind, personId, hours });
  return { address: `${call.house.baseUrl()}/${kind}#${token}`, tokenHash, until };
}

async function spend(call: Call, kind: LinkRow['kind'], token: string): Promise<{ personId: string }> {
  const hash = sha256(token);
  const link = await findLink(call.tx, hash);
  if (link === undefined || link.kind !== kind || link.person_id === null) return refuse('staff.link-spent');
  if (!(await spendLink(call.tx, hash))) refuse('staff.link-spent');
  return { personId: link.person_id };
}

async function requireSelf(call: Call): Promise<PersonRow> {
  if (call.actor.kind !== 'person' || call.actor.id === undefined) return refuse('access.not-allowed');
  return (await findPerson(call.tx, call.actor.id)) ?? refuse('access.not-signed-in');
}

/** An address as it is kept and looked up. */
export function addressOf(text: string): string {
  return text.trim().normalize('NFKC').toLowerCase();
}
