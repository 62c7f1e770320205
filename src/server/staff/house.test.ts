import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type SignedIn, type TestHouse } from '../../../test/support/house.ts';
import { departmentOf, versionOf } from '../../../test/support/people.ts';
import { pathOf } from '../../shared/contract.ts';
import * as staff from '../../shared/staff.ts';
import * as houseContract from '../../shared/staff-house.ts';
import * as people from '../../shared/staff-people.ts';

let house: TestHouse;
let admin: SignedIn;
let service: string;
let billing: string;

beforeAll(async () => {
  house = await openHouse();
  admin = house.administrator;
  service = await departmentOf(house, 'customer-service');
  billing = await departmentOf(house, 'billing');
});
afterAll(() => house.close());

describe('API keys', () => {
  it('are shown once, kept as a hash, end when revoked and carry no more than their maker has', async () => {
    const manager = await house.person('manager', service);
    const beyond = { name: 'audit', scopes: ['privacy.audit'] };
    expect(await house.send(houseContract.makeApiKey, beyond, manager)).toMatchObject({ code: 'staff.more-than-own' });
    const made = await house.ask(houseContract.makeApiKey, { name: 'shop', scopes: ['customers.read'] }, manager);
    expect(made.secret).toMatch(new RegExp(`^kept_${made.prefix}_[\\w-]{43}$`));
    const kept = await house.rows('select * from staff.api_key');
    expect(JSON.stringify(kept)).not.toContain(made.secret.slice(14));
    const once = { ...manager, headers: { 'idempotency-key': 'once' } };
    const input = { name: 'once', scopes: ['customers.read'] };
    const twice = [
      await house.send(houseContract.makeApiKey, input, once),
      await house.send(houseContract.makeApiKey, input, once),
    ];
    expect(twice.map((one) => one.status)).toEqual([200, 409]);
    expect(JSON.stringify(await house.rows('select body from platform.answer'))).not.toContain('kept_');
    const by = { authorization: `Bearer ${made.secret}` };
    expect((await house.ask(staff.me, {}, by)).person).toBeNull();
    expect(await house.send(people.people, {}, by)).toMatchObject({ status: 403 });
    expect(await house.send(people.colleagues, {}, by)).toMatchObject({ status: 403 });
    for (const wrong of [`kept_${made.prefix}`, made.secret.toUpperCase(), `${made.secret}x`, '']) {
      expect((await house.send(staff.me, {}, { authorization: `Bearer ${wrong}` })).status, wrong).toBe(401);
    }
    const came = await house.kept.app.inject({ method: 'GET', url: `${pathOf(staff.me)}?key=${made.secret}` });
    expect(came.json()).toMatchObject({ status: 400, code: 'request.key-in-url' });
    expect(came.body).not.toContain(made.secret);
    const { keys } = await house.ask(houseContract.apiKeys, {}, manager);
    expect(JSON.stringify(keys)).not.toContain(made.secret);
    await house.ask(houseContract.revokeApiKey, { key_id: made.key_id }, manager);
    expect((await house.send(staff.me, {}, by)).status).toBe(401);
  });

  it('lose what their maker loses, and end when their time is over', async () => {
    const manager = await house.person('manager', service);
    const made = await house.ask(
      houseContract.makeApiKey,
      { name: 'export', scopes: ['customers.export', 'customers.read'], until: '2999-01-01T00:00:00Z' },
      manager,
    );
    const by = { authorization: `Bearer ${made.secret}` };
    expect((await house.ask(staff.me, {}, by)).rights).toContain('customers.export');
    const version = await versionOf(house, manager.personId);
    await house.ask(people.editPerson, { person_id: manager.personId, version, role: 'employee' }, admin);
    expect((await house.ask(staff.me, {}, by)).rights).not.toContain('customers.export');
    await house.rows("update staff.api_key set until = now() - interval '1 second' where key_id = $1", [made.key_id]);
    await new Promise((done) => setTimeout(done, 1_050));
    expect((await house.send(staff.me, {}, by)).status).toBe(401);
  });

  it('leave Basic to the doors that know it', async () => {
    const authorization = `Basic ${Buffer.from('writekey:').toString('base64')}`;
    expect((await house.ask(staff.me, {}, { authorization })).person).toBeNull();
    expect((await house.send(people.people, {}, { authorization })).status).toBe(401);
    expect((await house.send(staff.me, {}, { authorization: 'Digest x' })).status).toBe(401);
  });
});

describe('the organisation and its departments', () => {
  it('the second of two editors is told, with what the first wrote', async () => {
    const { version } = await house.ask(houseContract.organisation, {}, admin);
    const edit = (name: string) => house.send(houseContract.editOrganisation, { name, version }, admin);
    const came = [await edit('Luz'), await edit('Sombra')];
    expect(came.map((one) => one.status)).toEqual([200, 412]);
    expect(came[1]).toMatchObject({ code: 'record.stale', body: { current: { name: 'Luz', version: version + 1 } } });
  });

  it('a department closes when its people have somewhere to go', async () => {
    const made = await house.ask(
      houseContract.makeDepartment,
      { name: { en: 'Shop', es: 'Tienda', ru: 'Магазин' } },
      admin,
    );
    const clerk = await house.person('employee', made.department_id);
    const close = { department_id: made.department_id, version: 1 };
    expect(await house.send(houseContract.closeDepartment, close, admin)).toMatchObject({
      code: 'staff.department-in-use',
    });
    await house.ask(houseContract.closeDepartment, { ...close, people_to: billing }, admin);
    expect((await house.ask(staff.me, {}, clerk)).person?.department_id).toBe(billing);
  });

  it('the logo is what its bytes say, and is served as nothing else', async () => {
    const put = (payload: Buffer, cookie: string) =>
      house.kept.app.inject({
        method: 'POST',
        url: houseContract.logoPath,
        headers: { cookie, 'content-type': 'image/png' },
        payload,
      });
    const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
    const employee = await house.person('employee', service);
    expect((await put(png, employee.cookie)).statusCode).toBe(403);
    expect((await put(Buffer.from('<svg onload=alert(1)>'), admin.cookie)).json().code).toBe('staff.not-an-image');
    expect((await put(Buffer.alloc(1_048_577, png), admin.cookie)).statusCode).toBe(413);
    expect((await put(png, admin.cookie)).statusCode).toBe(200);
    const got = await house.kept.app.inject({ method: 'GET', url: houseContract.logoPath });
    expect(got.headers).toMatchObject({ 'content-type': 'image/png', 'x-content-type-options': 'nosniff' });
    expect(got.rawPayload.equals(png)).toBe(true);
    expect((await house.ask(staff.me, {})).house?.logo).toMatch(/^[0-9a-f]{16}$/);
  });
});

describe('the door', () => {
  const department = { name: { en: 'X', es: 'X', ru: 'X' } };
  const make = (headers: Record<string, string>, input: unknown = department) =>
    house.send(houseContract.makeDepartment, input, { ...admin, headers });

  it('refuses what comes from other sites, as text, or with unknown fields', async () => {
    const before = await house.rows('select count(*) from staff.department');
    expect(await make({ 'sec-fetch-site': 'cross-site' })).toMatchObject({ status: 403, code: 'request.cross-site' });
    expect(await make({ origin: 'https://evil.example' })).toMatchObject({ status: 403, code: 'request.cross-site' });
    expect(await make({ 'content-type': 'text/plain' })).toMatchObject({
      status: 415,
      code: 'request.unsupported-type',
    });
    const more = { ...department, version: 7, closed_at: null };
    expect(await make({}, more)).toMatchObject({
      status: 422,
      code: 'request.unknown-field',
      body: { errors: [{ path: 'version' }, { path: 'closed_at' }] },
    });
    expect(await house.rows('select count(*) from staff.department')).toEqual(before);
  });

  it('does the same request once, fifty times at once', async () => {
    const headers = { 'idempotency-key': 'one-department' };
    const came = await Promise.all(Array.from({ length: 50 }, () => make(headers)));
    const done = came.filter((one) => one.status === 200);
    expect(done.length).toBeGreaterThan(0);
    expect(new Set(done.map((one) => JSON.stringify(one.body))).size).toBe(1);
    expect(came.filter((one) => one.status !== 200).every((one) => [409, 503].includes(one.status))).toBe(true);
    expect(await house.rows("select 1 from staff.department where name_en = 'X'")).toHaveLength(1);
    const other = { name: { en: 'Y', es: 'Y', ru: 'Y' } };
    expect(await make(headers, other)).toMatchObject({ status: 422, code: 'request.idempotency-mismatch' });
  });
});
