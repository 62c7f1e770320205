import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type TestHouse } from '../../../test/support/house.ts';
import { type MailServer, mailUser, openMailServer } from '../../../test/support/mail-server.ts';
import { me } from '../../shared/staff.ts';
import { dropMail, type MailInput, mail, setMail, testMail } from '../../shared/staff-mail.ts';
import { invite } from '../../shared/staff-people.ts';
import { openMail } from '../platform/mail.ts';
import { unseal } from '../platform/secret.ts';
import { heedMail } from './mail-settings.ts';

let house: TestHouse;
let asking: MailServer;
let startTls: MailServer;

beforeAll(async () => {
  house = await openHouse();
  asking = await openMailServer({ asks: true });
  startTls = await openMailServer({ startTls: true });
});
afterAll(async () => {
  await house.close();
  await Promise.all([asking.close(), startTls.close()]);
});

const input = (over: Partial<MailInput> = {}): MailInput => ({
  host: '127.0.0.1',
  port: asking.port,
  security: 'none',
  ...mailUser,
  from_address: 'kept@luz.example',
  from_name: 'Luz del Norte',
  ...over,
});
const test = async (settings?: MailInput) => {
  const came = await house.ask(testMail, settings === undefined ? {} : { settings }, house.administrator);
  return came.trouble;
};

describe('a test message', () => {
  it('arrives, in the administrator’s language and from the given name', async () => {
    expect(await house.ask(testMail, { settings: input() }, house.administrator)).toEqual({
      to: 'ada@example.org',
      trouble: null,
      reply: null,
    });
    expect(asking.taken.at(-1)).toMatchObject({ from: 'kept@luz.example', to: 'ada@example.org' });
    expect(asking.taken.at(-1)?.text).toContain('From: Luz del Norte <kept@luz.example>');
    expect(await house.ask(mail, {}, house.administrator)).toMatchObject({ source: 'none', ready: false });
  });

  it('that does not go says why', async () => {
    const [closed] = await freePorts();
    expect(await test(input({ password: 'wrong' }))).toBe('wrong-password');
    expect(await test(input({ port: closed ?? 1 }))).toBe('refused');
    expect(await test(input({ host: 'mail.no-such-host.invalid' }))).toBe('unknown-host');
    expect(await test(input({ port: startTls.port, security: 'starttls' }))).toBe('certificate');
    expect(await test(input({ security: 'starttls' }))).toBe('no-tls');
    expect(await test(input({ security: 'tls' }))).toBe('no-tls');
    asking.ways.greylist = true;
    expect(await house.ask(testMail, { settings: input() }, house.administrator)).toMatchObject({
      trouble: 'busy',
      reply: 451,
    });
    asking.ways.greylist = false;
    asking.ways.refuseReader = true;
    expect(await test(input())).toBe('reader-refused');
    asking.ways.refuseReader = false;
  });
});

async function freePorts(): Promise<number[]> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  return typeof address === 'object' && address !== null ? [address.port] : [];
}

describe('what is set', () => {
  it('is used at once, and by every server within seconds; the password is sealed and never read back', async () => {
    const shown = await house.ask(setMail, input(), house.administrator);
    expect(shown).toMatchObject({
      source: 'settings',
      ready: true,
      settings: { has_password: true, username: 'kept' },
    });
    expect(JSON.stringify(shown)).not.toContain(mailUser.password);
    await expect.poll(async () => (await house.ask(me, {})).mail).toBe(true);
    const [row] = await house.rows('select password_sealed from staff.mail_setting');
    const sealed = String(row?.['password_sealed']);
    expect(sealed).not.toContain(mailUser.password);
    expect(unseal(house.config, 'mail password', sealed)).toBe(mailUser.password);
    expect(unseal(house.config, 'another use', sealed)).toBeUndefined();
    const changes = await house.rows(`select before, after from staff.change where subject = 'mail'`);
    expect(JSON.stringify(changes)).not.toContain(mailUser.password);

    const other = { ...house.kept.house, mail: openMail({ smtpUrl: undefined, from: '', log: house.kept.house.log }) };
    await heedMail(other);
    expect(other.mail.ready).toBe(true);
    const strange = {
      ...other,
      config: { ...house.config, dataFolder: `${house.config.dataFolder}/other` },
      mail: openMail({ smtpUrl: undefined, from: '', log: house.kept.house.log }),
      log: { ...other.log, warn() {} },
    };
    await heedMail(strange);
    expect(strange.mail.ready).toBe(false);
  });

  it('keeps its password for the same server and user only', async () => {
    const { password: _password, ...rest } = input();
    expect(await test(rest)).toBeNull();
    expect(await house.ask(setMail, { ...rest, from_name: null }, house.administrator)).toMatchObject({ ready: true });
    expect(await test()).toBeNull();
    for (const other of [{ host: 'localhost' }, { port: startTls.port }, { username: 'thief' }]) {
      const came = await house.send(testMail, { settings: { ...rest, ...other } }, house.administrator);
      expect(came).toMatchObject({ status: 422, code: 'mail.password-needed' });
      expect(await house.send(setMail, { ...rest, ...other }, house.administrator)).toMatchObject({
        code: 'mail.password-needed',
      });
    }
  });

  it('sends invitations, and no more once it is dropped', async () => {
    const guest = (email: string) => ({
      email,
      name: 'Luis',
      role: 'employee' as const,
      department_id: null,
      language: 'es' as const,
    });
    expect(await house.ask(invite, guest('luis@example.org'), house.administrator)).toMatchObject({ mailed: true });
    await expect.poll(() => asking.taken.at(-1)?.to).toBe('luis@example.org');
    await house.ask(dropMail, {}, house.administrator);
    await expect.poll(async () => (await house.ask(me, {})).mail).toBe(false);
    expect(await house.ask(invite, guest('ana@example.org'), house.administrator)).toMatchObject({ mailed: false });
    expect(await house.send(mail, {}, await house.person('manager'))).toMatchObject({ status: 403 });
  });
});

it('the environment goes before', async () => {
  const fixed = await openHouse({ env: { KEPT_SMTP_URL: `smtp://127.0.0.1:${startTls.port}?ignoreTLS=true` } });
  try {
    expect(await fixed.ask(mail, {}, fixed.administrator)).toMatchObject({ source: 'environment', ready: true });
    expect(await fixed.send(setMail, input(), fixed.administrator)).toMatchObject({ code: 'mail.environment' });
    expect(await fixed.ask(testMail, {}, fixed.administrator)).toMatchObject({ trouble: null });
  } finally {
    await fixed.close();
  }
});
