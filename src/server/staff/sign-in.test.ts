import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  openHouse,
  type SignedIn,
  setUpInput,
  signedIn,
  type TestHouse,
  testPassword,
  tokenOf,
} from '../../../test/support/house.ts';
import * as staff from '../../shared/staff.ts';
import * as people from '../../shared/staff-people.ts';
import { makeLocalToken } from './local-token.ts';
import { setUpLink } from './set-up-service.ts';

describe('before the house is set up', () => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await openHouse({ setUp: false });
  });
  afterAll(() => house.close());

  it('has no account of any kind, and says that it is not set up', async () => {
    const me = await house.ask(staff.me, {});
    expect(me).toMatchObject({ person: null, house: null, set_up: false, rights: ['open'] });
    for (const [email, password] of [
      ['admin', 'admin'],
      ['admin@localhost', 'admin'],
    ]) {
      expect(await house.send(staff.signIn, { email, password })).toMatchObject({
        status: 409,
        code: 'house.not-set-up',
      });
    }
    expect(await house.rows('select 1 from staff.person')).toHaveLength(0);
    expect(await house.send(people.people, {})).toMatchObject({ status: 401 });
  });

  it('refuses a token that is wrong or a day old', async () => {
    expect(await house.send(staff.setUp, setUpInput('x'.repeat(43)))).toMatchObject({ code: 'staff.link-spent' });
    const token = tokenOf(await setUpLink(house.kept.house));
    await house.rows("update staff.link set until = now() - interval '1 second'");
    expect(await house.send(staff.setUp, setUpInput(token))).toMatchObject({ status: 410, code: 'staff.link-spent' });
    expect(await house.rows('select 1 from staff.organisation')).toHaveLength(0);
  });

  it('is set up once, however many try at once', async () => {
    const tokens = [await setUpLink(house.kept.house), await setUpLink(house.kept.house)].map(tokenOf);
    const came = await Promise.all(tokens.flatMap((t) => [t, t]).map((t) => house.send(staff.setUp, setUpInput(t))));
    expect(came.filter((one) => one.status === 200)).toHaveLength(1);
    expect(await house.rows('select role from staff.person')).toEqual([{ role: 'administrator' }]);
    expect(await house.rows('select key from staff.department')).toHaveLength(12);
    expect(await setUpLink(house.kept.house)).toBeUndefined();
    expect(await house.send(staff.setUp, setUpInput(tokens[1] ?? ''))).toMatchObject({ code: 'house.already-set-up' });
    const first = came.find((one) => one.status === 200);
    const me = await house.ask(staff.me, {}, { cookie: first?.cookie ?? '' });
    expect(me).toMatchObject({ person: { role: 'administrator' }, set_up: true, house: { currency: 'EUR' } });
  });
});

describe('sign-in', () => {
  let house: TestHouse;
  let ana: SignedIn;
  let email: string;
  beforeAll(async () => {
    house = await openHouse();
    ana = await house.person('lead');
    email = (await house.ask(staff.me, {}, ana)).person?.email ?? '';
  });
  afterAll(() => house.close());

  it('gives a new session each time and ends the one shown: a planted token is worth nothing', async () => {
    const first = signedIn(await house.send(staff.signIn, { email: email.toUpperCase(), password: testPassword }));
    const came = await house.send(staff.signIn, { email, password: testPassword }, first);
    expect(came.cookie).not.toBe(first.cookie);
    expect(String(came.headers['set-cookie'])).toMatch(/^__Host-kept=.*HttpOnly; SameSite=Lax;.*Secure/);
    expect((await house.ask(staff.me, {}, first)).person).toBeNull();
    expect((await house.ask(staff.me, {}, { cookie: '__Host-kept=planted' })).person).toBeNull();
    const kept = await house.rows('select encode(token_hash, $1) as hash from staff.session', ['base64']);
    expect(JSON.stringify(kept)).not.toContain(came.cookie?.split('=')[1]);
  });

  it('ends the session at sign-out, at once', async () => {
    const here = signedIn(await house.send(staff.signIn, { email, password: testPassword }));
    await house.ask(staff.me, {}, here);
    await house.ask(staff.signOut, {}, here);
    expect((await house.ask(staff.me, {}, here)).person).toBeNull();
    expect(await house.send(people.colleagues, {}, here)).toMatchObject({ status: 401, code: 'access.not-signed-in' });
  });

  it('moves the end of a session on while it is used, and ends it after 14 days without use', async () => {
    const here = signedIn(await house.send(staff.signIn, { email, password: testPassword }));
    const own = 'where person_id = $1';
    await house.rows(
      `update staff.session set seen_at = now() - interval '2 hours', until = now() + interval '1 hour' ${own}`,
      [ana.personId],
    );
    expect((await house.ask(staff.me, {}, here)).person).not.toBeNull();
    await expect
      .poll(() =>
        house.rows(`select bool_or(until > now() + interval '13 days') as on from staff.session ${own}`, [
          ana.personId,
        ]),
      )
      .toEqual([{ on: true }]);
    const there = signedIn(await house.send(staff.signIn, { email, password: testPassword }));
    await house.rows(`update staff.session set until = now() - interval '1 second' ${own}`, [ana.personId]);
    expect((await house.ask(staff.me, {}, there)).person).toBeNull();
  });

  it.each([
    ['of 90 days, however much it is used', `update staff.session set made_at = now() - interval '90 days 1 second'`],
    ['of somebody who left, even where it was forgotten', `update staff.person set state = 'left'`],
  ])('does not know a session %s', async (_what, change) => {
    const luis = await house.person('lead');
    await house.rows(`${change} where person_id = $1`, [luis.personId]);
    expect((await house.ask(staff.me, {}, luis)).person).toBeNull();
  });

  it('slows whoever guesses for many people from one address, and nobody else', async () => {
    const guess = (n: number, address: string) =>
      house.send(staff.signIn, { email: `many-${n}@example.org`, password: 'wrong' }, { address });
    const codes: (string | undefined)[] = [];
    for (let n = 0; n < 22; n += 1) codes.push((await guess(n, '203.0.113.20')).code);
    expect(codes.slice(0, 20)).toEqual(Array(20).fill('staff.sign-in-refused'));
    expect(codes.slice(20)).toEqual(['request.too-many', 'request.too-many']);
    expect((await guess(30, '203.0.113.21')).code).toBe('staff.sign-in-refused');
  });

  it('slows guessing by person and address, and lets the person in from elsewhere', async () => {
    const guess = (address: string, password = 'wrong') => house.send(staff.signIn, { email, password }, { address });
    const codes: (string | undefined)[] = [];
    for (let n = 0; n < 5; n += 1) codes.push((await guess('203.0.113.7')).code);
    expect(codes.slice(0, 3)).toEqual(Array(3).fill('staff.sign-in-refused'));
    expect(codes.slice(3)).toEqual(['request.too-many', 'request.too-many']);
    const slowed = await guess('203.0.113.7', testPassword);
    expect(slowed).toMatchObject({ status: 429, headers: { 'retry-after': '1' } });
    expect((await guess('198.51.100.1', testPassword)).status).toBe(200);
    house.clock.pass(1_100);
    expect((await guess('203.0.113.7')).code).toBe('staff.sign-in-refused');
    expect(Number((await guess('203.0.113.7')).headers['retry-after'])).toBe(2);
    house.clock.pass(2_100);
    expect((await guess('203.0.113.7', testPassword)).status).toBe(200);
    expect((await guess('203.0.113.7')).code).toBe('staff.sign-in-refused');
  });

  it('does not let fifty guesses at once through', async () => {
    const came = await Promise.all(
      Array.from({ length: 50 }, () => house.send(staff.signIn, { email, password: 'no' }, { address: '203.0.113.8' })),
    );
    expect(came.filter((one) => one.status === 401).length).toBeLessThanOrEqual(3);
    expect(came.filter((one) => one.status === 429).length).toBeGreaterThanOrEqual(47);
  });

  it('counts guesses for every server on the database', async () => {
    await expect
      .poll(async () => (await house.rows('select max(failures)::int as n from staff.attempt'))[0]?.['n'])
      .toBeGreaterThanOrEqual(3);
  });

  it('answers an unknown address like a wrong password', async () => {
    const [known, unknown] = [email, 'nobody@example.org'].map((one) =>
      house.send(staff.signIn, { email: one, password: 'wrong' }, { address: '203.0.113.9' }),
    );
    const [a, b] = [await known, await unknown];
    expect(a?.status).toBe(401);
    expect({ ...record(b?.body), request_id: '' }).toEqual({ ...record(a?.body), request_id: '' });
  });

  it('ends every other session when the password changes, and asks for the present one', async () => {
    const here = signedIn(await house.send(staff.signIn, { email, password: testPassword }));
    const there = signedIn(await house.send(staff.signIn, { email, password: testPassword }));
    await house.ask(staff.me, {}, there);
    const change = { current: 'wrong', password: 'another good password' };
    expect(await house.send(staff.changePassword, change, here)).toMatchObject({ code: 'staff.wrong-password' });
    const changed = await house.send(staff.changePassword, { ...change, current: testPassword }, here);
    expect(changed.status).toBe(200);
    expect((await house.ask(staff.me, {}, there)).person).toBeNull();
    expect((await house.ask(staff.me, {}, here)).person).toBeNull();
    expect((await house.ask(staff.me, {}, { cookie: changed.cookie ?? '' })).person?.email).toBe(email);
    expect((await house.send(staff.signIn, { email, password: testPassword })).status).toBe(401);
  });

  it('lets an administrator hand over a reset link that works once', async () => {
    const made = await house.ask(staff.makeResetLink, { person_id: ana.personId }, house.administrator);
    const token = tokenOf(made.link);
    expect(await house.ask(staff.readLink, { token })).toMatchObject({ kind: 'reset', email });
    const came = await Promise.all([1, 2].map(() => house.send(staff.reset, { token, password: testPassword })));
    expect(came.map((one) => one.status).sort()).toEqual([200, 410]);
    expect(await house.send(staff.reset, { token, password: testPassword })).toMatchObject({
      code: 'staff.link-spent',
    });
    expect((await house.send(staff.signIn, { email, password: testPassword })).status).toBe(200);
  });

  it('knows the command line by the token of this machine, from this machine alone', async () => {
    const authorization = `Bearer ${makeLocalToken(house.config)}`;
    expect((await house.ask(staff.me, {}, { authorization })).rights).toContain('staff.administer');
    expect((await house.send(staff.me, {}, { authorization, address: '203.0.113.1' })).status).toBe(401);
    const forwarded = { authorization, address: '203.0.113.1', headers: { 'x-forwarded-for': '127.0.0.1' } };
    expect((await house.send(staff.me, {}, forwarded)).status).toBe(401);
    expect((await house.send(staff.me, {}, { authorization: `${authorization}x` })).status).toBe(401);
  });

  it('takes nobody by headers that only a proxy may set', async () => {
    const headers = { 'x-remote-user': email, 'x-user-id': ana.personId };
    expect((await house.ask(staff.me, {}, { headers })).person).toBeNull();
  });
});

function record(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}
