import type { InputOf, ReplyOf } from '../../shared/contract.ts';
import type * as staff from '../../shared/staff.ts';
import { firstDepartments } from '../../shared/words/departments.ts';
import type { Call, House } from '../platform/area.ts';
import { newId, newSecret, sha256 } from '../platform/ids.ts';
import { refuse } from '../platform/refuse.ts';
import { note } from './change-service.ts';
import { findOrganisation, insertDepartments, insertOrganisation } from './house-store.ts';
import { eraseLinks, findLink, insertLink, spendLink } from './link-store.ts';
import { insertPerson } from './people-store.ts';
import { openSession, setPassword } from './sign-in.ts';
import { addressOf } from './sign-in-service.ts';

const setUpHours = 24;

/** A one-time link, for a day, with which the house is set up; `undefined` when it already is. There is no default account. */
export async function setUpLink(house: House): Promise<string | undefined> {
  return house.database.transaction(async (tx) => {
    if ((await findOrganisation(tx)) !== undefined) return undefined;
    const token = newSecret();
    await insertLink(tx, { tokenHash: sha256(token), kind: 'set-up', personId: null, hours: setUpHours });
    return `${house.baseUrl()}/set-up#${token}`;
  });
}

/** Makes the organisation, the departments of the articles' list and the first administrator, and signs him in. */
export async function setUp(call: Call, input: InputOf<typeof staff.setUp>): Promise<ReplyOf<typeof staff.setUp>> {
  const { tx } = call;
  if ((await findOrganisation(tx)) !== undefined) refuse('house.already-set-up');
  const hash = sha256(input.token);
  const link = await findLink(tx, hash);
  if (link?.kind !== 'set-up' || !(await spendLink(tx, hash))) refuse('staff.link-spent');
  if (!(await insertOrganisation(tx, newId(), input.organisation, call.now))) refuse('house.already-set-up');
  await eraseLinks(tx, 'set-up', null);
  await insertDepartments(
    tx,
    firstDepartments.map((row) => ({ ...row, departmentId: newId(), headId: null })),
  );
  const personId = newId();
  const { name, language } = input.person;
  const email = addressOf(input.person.email);
  const at = call.now;
  await insertPerson(tx, {
    personId,
    email,
    name,
    language,
    role: 'administrator',
    departmentId: null,
    state: 'active',
    at,
  });
  await setPassword(call, personId, input.person.password);
  await openSession(call, personId);
  await note(call, 'organisation', null, { ...input.organisation }, `person:${personId}`);
  return { person_id: personId };
}
