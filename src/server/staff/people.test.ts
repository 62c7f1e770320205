import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  openHouse,
  type SignedIn,
  signedIn,
  type TestHouse,
  testPassword,
  tokenOf,
} from '../../../test/support/house.ts';
import { departmentOf, versionOf } from '../../../test/support/people.ts';
import { rights } from '../../shared/contract.ts';
import * as staff from '../../shared/staff.ts';
import * as houseContract from '../../shared/staff-house.ts';
import * as people from '../../shared/staff-people.ts';
import { areas } from '../areas.ts';
import type { Letter } from '../platform/mail.ts';
import { actorNamed } from './actor-service.ts';

let house: TestHouse;
let admin: SignedIn;
let service: string;
let billing: string;
const letters: Letter[] = [];
const mail = { ready: false, isFixed: false, use() {}, send: async (letter: Letter) => void letters.push(letter) };

beforeAll(async () => {
  house = await openHouse({ mail });
  admin = house.administrator;
  service = await departmentOf(house, 'customer-service');
  billing = await departmentOf(house, 'billing');
});
afterAll(() => house.close());

describe('invitations', () => {
  it('are a link shown once to hand over where no mail is set up, and work once', async () => {
    const input = {
      email: 'Luis@Example.org',
      name: 'Luis',
      role: 'lead' as const,
      department_id: service,
      language: 'es' as const,
    };
    const invitation = await house.ask(people.invite, input, admin);
    expect(invitation.mailed).toBe(false);
    const token = tokenOf(invitation.link);
    expect(await house.ask(staff.readLink, { token })).toMatchObject({ kind: 'invitation', name: 'Luis' });
    const luis = signedIn(await house.send(staff.accept, { token, password: testPassword }));
    expect(await house.ask(staff.me, {}, luis)).toMatchObject({
      person: { email: 'luis@example.org', role: 'lead', language: 'es', department_id: service },
    });
    expect(await house.send(staff.accept, { token, password: testPassword })).toMatchObject({ status: 410 });
    expect(await house.send(people.invite, input, admin)).toMatchObject({ status: 409, code: 'staff.email-taken' });
  });

  it('go by letter in the language of the invited where mail is set up; so do resets, three at most', async () => {
    mail.ready = true;
    const input = {
      email: 'olga@example.org',
      name: 'Ольга\nBcc: x',
      role: 'employee' as const,
      department_id: null,
      language: 'ru' as const,
    };
    expect(await house.send(people.invite, input, admin)).toMatchObject({ status: 200 });
    await expect.poll(() => letters.length).toBe(1);
    const [letter] = letters;
    expect(letter?.subject).toContain('приглашает');
    expect(letter?.subject).not.toContain('\n');
    const token = /#([\w-]{43})/.exec(letter?.text ?? '')?.[1] ?? '';
    signedIn(await house.send(staff.accept, { token, password: testPassword }));
    for (let n = 0; n < 5; n += 1) await house.ask(staff.askReset, { email: 'olga@example.org' });
    await expect.poll(() => letters.length).toBe(4);
    expect(await house.ask(staff.askReset, { email: 'unknown@example.org' })).toEqual({ mail: true });
    await new Promise((done) => setTimeout(done, 300));
    expect(letters.length).toBe(4);
    mail.ready = false;
  });
});

describe('roles', () => {
  it('every writing endpoint that a role lacks answers 403 to it, and 401 to nobody', async () => {
    const employee = await house.person('employee', service);
    const own = new Set(staff.rightsOf('employee'));
    const writing = areas.flatMap((area) => area.answers).filter((one) => one.contract.method === 'POST');
    expect(writing.length).toBeGreaterThan(15);
    const before = await house.rows('select sum(version)::int as n from staff.person');
    for (const { contract } of writing) {
      if (contract.access === 'open') continue;
      expect((await house.send(contract, {})).status, contract.name).toBe(401);
      if (!own.has(contract.access)) expect((await house.send(contract, {}, employee)).status, contract.name).toBe(403);
    }
    for (const { contract } of areas.flatMap((area) => area.answers)) {
      if (contract.method !== 'GET' || own.has(contract.access)) continue;
      expect((await house.send(contract, {}, employee)).status, contract.name).toBe(403);
    }
    expect(await house.rows('select sum(version)::int as n from staff.person')).toEqual(before);
  });

  it('the rights screen shows the one policy', async () => {
    const matrix = await house.ask(staff.rightsMatrix, {}, admin);
    expect(matrix.rights).toEqual([...rights]);
    for (const row of matrix.roles) expect(row.rights).toEqual([...staff.rightsOf(row.role)]);
  });

  it('a lost role counts at the next request', async () => {
    const lead = await house.person('manager', service);
    await house.ask(people.people, {}, lead);
    const version = await versionOf(house, lead.personId);
    await house.ask(people.editPerson, { person_id: lead.personId, version, role: 'employee' }, admin);
    expect(await house.send(people.people, {}, lead)).toMatchObject({ status: 403, code: 'access.not-allowed' });
  });

  it('nobody changes his own role, and the last administrator stays', async () => {
    const change = {
      person_id: admin.personId,
      version: await versionOf(house, admin.personId),
      role: 'employee' as const,
    };
    expect(await house.send(people.editPerson, change, admin)).toMatchObject({ status: 403, code: 'staff.own-role' });
    const leaving = { person_id: admin.personId, successor_id: null };
    expect(await house.send(people.leave, leaving, admin)).toMatchObject({
      status: 409,
      code: 'staff.last-administrator',
    });
    const second = await house.person('administrator');
    await house.ask(people.leave, { person_id: second.personId, successor_id: admin.personId }, admin);
    expect(await house.send(people.leave, leaving, admin)).toMatchObject({ code: 'staff.last-administrator' });
  });

  it('a manager reaches his own department and gives no more than he has', async () => {
    const manager = await house.person('manager', service);
    const own = await house.person('employee', service);
    const other = await house.person('employee', billing);
    const invitation = (role: staff.Role, department_id: string | null) =>
      house.send(
        people.invite,
        { email: 'new@example.org', name: 'New', role, department_id, language: 'en' },
        manager,
      );
    expect(await invitation('privacy-officer', service)).toMatchObject({ status: 403, code: 'staff.more-than-own' });
    expect(await invitation('administrator', service)).toMatchObject({ code: 'staff.more-than-own' });
    expect(await invitation('employee', billing)).toMatchObject({ status: 403, code: 'staff.not-yours' });
    expect(await invitation('employee', null)).toMatchObject({ code: 'staff.not-yours' });
    const edit = async (personId: string, what: object) =>
      house.send(
        people.editPerson,
        { person_id: personId, version: await versionOf(house, personId), ...what },
        manager,
      );
    expect(await edit(other.personId, { role: 'lead' })).toMatchObject({ code: 'staff.not-yours' });
    expect(await edit(own.personId, { department_id: billing })).toMatchObject({ code: 'staff.not-yours' });
    expect(await edit(own.personId, { role: 'lead' })).toMatchObject({ status: 200 });
    const seen = (await house.ask(people.people, {}, manager)).people;
    expect(new Set(seen.map((one) => one.department_id))).toEqual(new Set([service]));
  });
});

describe('what somebody started', () => {
  it('goes on with the rights that he has now, and not at all when he has left', async () => {
    const { read } = house.kept.house.database;
    const starter = await house.person('manager', service);
    const made = await house.ask(houseContract.makeApiKey, { name: 'job', scopes: ['customers.export'] }, starter);
    const names = [`person:${starter.personId}`, `key:${made.key_id}`];
    const may = async () => {
      const found = await Promise.all(names.map((name) => actorNamed(read, name)));
      return found.map((actor) => actor?.rights.has('customers.export'));
    };
    expect(await may()).toEqual([true, true]);
    const version = await versionOf(house, starter.personId);
    await house.ask(people.editPerson, { person_id: starter.personId, version, role: 'employee' }, admin);
    expect(await may()).toEqual([false, false]);
    await house.ask(people.leave, { person_id: starter.personId, successor_id: null }, admin);
    expect(await may()).toEqual([undefined, undefined]);
    expect(await actorNamed(read, 'system:cli')).toBeUndefined();
  });
});

describe('leaving', () => {
  it('ends sessions and keys at once, names the successor and tells the other rooms', async () => {
    const leaver = await house.person('manager', service);
    const successor = await house.person('lead', service);
    const key = await house.ask(houseContract.makeApiKey, { name: 'till', scopes: ['customers.read'] }, leaver);
    const authorization = `Bearer ${key.secret}`;
    expect((await house.ask(staff.me, {}, { authorization })).rights).toEqual(['open', 'customers.read']);
    const unfit = { person_id: leaver.personId, successor_id: leaver.personId };
    expect(await house.send(people.leave, unfit, admin)).toMatchObject({ status: 422, code: 'staff.successor-unfit' });
    await house.ask(people.leave, { person_id: leaver.personId, successor_id: successor.personId }, admin);
    expect((await house.ask(staff.me, {}, leaver)).person).toBeNull();
    expect((await house.send(staff.me, {}, { authorization })).status).toBe(401);
    const told = await house.rows("select customer_id, payload from platform.outbox where name = 'staff.person-left'");
    expect(told.at(-1)).toEqual({
      customer_id: staff.houseId,
      payload: { person_id: leaver.personId, successor_id: successor.personId },
    });
    const { changes } = await house.ask(people.changes, { subject: `person:${leaver.personId}`, limit: 1 }, admin);
    expect(changes[0]).toMatchObject({ what: 'staff.leave', actor_name: 'Ada First', after: { state: 'left' } });
  });
});
