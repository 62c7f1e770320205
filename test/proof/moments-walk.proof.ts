import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { browserPath, launch } from '../support/browser.ts';
import { type MailServer, openMailServer, readable, type Taken } from '../support/mail-server.ts';
import { post, tellCall, tellGood } from './moments-walk/telling.ts';
import { browserOf, invite, lettersTo, setMail, setUp } from './walk/people.ts';
import { picture, see, stoppedAt } from './walk/screen.ts';
import { type Started, startKept } from './walk/server.ts';

const patient = 180_000;
const lucia = 'lucia@example.org';
const pavel = 'pavel@example.org';
const ana = 'ana@example.net';

/** The link in a letter to a customer. */
function linkIn(letter: Taken | undefined): string {
  return /https?:\/\/\S+\/how#\S+/.exec(letter === undefined ? '' : readable(letter))?.[0] ?? '';
}

it('a browser is here', () => expect(browserPath).toBeDefined());

// A one-star rating by a link, opened first by a mail scanner, becomes a recovery that the customer himself calls good.
describe('a bad moment and its repair, walked from npm start', { timeout: patient }, () => {
  let server: Started;
  let browser: Browser;
  let mail: MailServer;
  let admin: Page;
  let shop: Page;
  let systems: Page;
  let phone: Page;
  let key: string;
  let link: string;
  let customer: string;

  beforeAll(async () => {
    [server, browser, mail] = await Promise.all([startKept('start.mjs'), launch(), openMailServer()]);
    admin = await browserOf(browser, {});
    shop = await browserOf(browser, { size: 'phone', language: 'es' });
    systems = await browserOf(browser, {});
    phone = await browserOf(browser, { size: 'phone', language: 'es' });
  }, patient);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await mail?.close();
  }, patient);
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await stoppedAt([shop, systems, phone, admin]);
  });

  /** What stands in the end, read from the screens once more. */
  async function expectAll(): Promise<void> {
    await shop.goto(customer);
    await see(shop, 'Usted debe a Ana 3 momentos buenos.');
    await shop.goto(`${server.origin}/moments/recoveries?which=ended`);
    await see(shop, 'Reparado, dice él');
    expect(lettersTo(mail, ana)).toHaveLength(2);
    await admin.goto(`${server.origin}/moments`);
    await admin.getByRole('rowheader', { name: 'The telephone' }).waitFor();
  }

  it('a house is set up with mail; two people come in; customers may be asked at any hour', async () => {
    const { origin } = server;
    await setUp(admin, String(server.said['set_up']));
    await setMail(admin, origin, mail);
    const about = { admin, origin, mail };
    await invite(
      about,
      { name: 'Lucía Bravo', email: lucia, department: 'Customer service', language: 'Español' },
      shop,
    );
    await invite(about, { name: 'Pavel Orlov', email: pavel, department: 'Systems', language: 'English' }, systems);
    await post(admin, origin, 'moments/edit-settings', {
      version: 0,
      ask_from: '00:00',
      ask_until: '23:59',
      ask_minutes: 5,
      recheck_days: 0,
    });
    const made = await post(admin, origin, 'intake/make-source', {
      ...{
        name: 'Telephone',
        kind: 'server',
        channel: 'phone',
        zone: 'Europe/Madrid',
        currency: 'EUR',
        language: 'es',
      },
    });
    key = String(made['write_key']);
  });

  it('a call is heard of; who made it is asked by a letter; a scanner that opens its link changes nothing', async () => {
    await tellCall(server.origin, key, { user: 'ana', email: ana, name: 'Ana Ruiz' });
    await expect.poll(() => lettersTo(mail, ana).length, { timeout: 60_000, interval: 500 }).toBe(1);
    link = linkIn(lettersTo(mail, ana)[0]);
    expect(link).not.toBe('');
    await fetch(link);
    const scanner = await browserOf(browser, {});
    await scanner.goto(link);
    await scanner.getByRole('button').first().waitFor();
    await scanner.context().close();
    await shop.goto(`${server.origin}/customers?q=Ana`);
    await shop
      .getByRole('link', { name: /Ana Ruiz/ })
      .first()
      .click();
    await shop.getByRole('heading', { name: 'Ana Ruiz' }).waitFor();
    customer = shop.url();
    expect(await shop.getByText(/Usted debe a Ana/).count()).toBe(0);
  });

  it('one tap on her phone: the page of who looks at her shows what is owed at once; somebody takes it', async () => {
    await phone.goto(link);
    await phone.getByRole('button', { name: 'Muy mal' }).first().click();
    await see(phone, /se hace cargo antes de una hora/);
    await phone.getByLabel('¿Qué haría que volviera a estar bien?').fill('Que alguien me explique la factura.');
    await phone.getByRole('button', { name: 'Enviar' }).click();
    await phone.getByRole('button', { name: 'Enviado' }).waitFor();
    await see(shop, 'Usted debe a Ana 5 momentos buenos.');
    await picture(shop, 'owed');
    await shop.goto(`${server.origin}/`);
    await see(shop, /Un mal momento/);
    await shop.getByRole('button', { name: 'Me hago cargo' }).first().click();
    await see(shop, /Por reparar: un mal momento/);
    await picture(shop, 'today');
  });

  it('it is repaired within the budget: beyond it is refused; she says by her link that it is good again', async () => {
    await shop.goto(`${server.origin}/moments/recoveries?which=mine`);
    await shop
      .getByRole('link', { name: /Ana Ruiz/ })
      .first()
      .click();
    await see(shop, 'Que alguien me explique la factura.');
    await see(shop, 'Responde usted');
    await shop.getByRole('button', { name: 'Anotar lo que se hizo' }).click();
    const form = shop.getByRole('dialog');
    await form.getByLabel('En una frase').fill('La llamé y repasamos la factura línea a línea.');
    await form.getByLabel('Cuánto costó').fill('50');
    await see(shop, /Más de lo que puede gastar sin preguntar/);
    await form.getByLabel('Cuánto costó').fill('12');
    await picture(shop, 'repair');
    await form.getByRole('button', { name: /Anotar|Guardar/ }).click();
    await expect.poll(() => lettersTo(mail, ana).length, { timeout: 60_000, interval: 500 }).toBe(2);
    const again = linkIn(lettersTo(mail, ana)[1]);
    await phone.goto('about:blank');
    await phone.goto(again);
    await phone.getByRole('button', { name: 'Sí, ya está bien' }).click();
    await see(phone, 'Nos alegra. Gracias por contárnoslo.');
    await see(shop, 'Reparado, dice él');
    await picture(shop, 'repaired');
  });

  it('closing it repaid nothing; what is owed falls as good moments come, while one looks', async () => {
    await shop.goto(customer);
    await see(shop, 'Usted debe a Ana 5 momentos buenos.');
    await tellGood(server.origin, key, 'ana', 1);
    await see(shop, 'Usted debe a Ana 4 momentos buenos.');
    await tellGood(server.origin, key, 'ana', 2);
    await see(shop, 'Usted debe a Ana 3 momentos buenos.');
    await picture(shop, 'falling');
  });

  it('a friendly call with wrong information goes to the owner of the information', async () => {
    await tellCall(
      server.origin,
      key,
      { user: 'ivan', email: 'ivan@example.net', name: 'Iván Melnik' },
      { people: 5, information: 1, process: 4, emotional: 4 },
    );
    await systems.goto(`${server.origin}/`);
    await see(systems, /Iván Melnik/);
    await see(systems, /A bad moment/);
    await picture(systems, 'information');
    await admin.goto(`${server.origin}/moments`);
    await see(admin, /Information|information/);
    await picture(admin, 'map');
  });

  it('all of it after the server was ended and started again', async () => {
    await server.end('SIGTERM');
    await server.again();
    await expectAll();
  });

  it('all of it after the server was killed', async () => {
    await server.end('SIGKILL');
    await server.again();
    await expectAll();
  });
});
