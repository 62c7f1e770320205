import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { make as makeCustomer } from '../../src/shared/customers.ts';
import { editMe, signIn } from '../../src/shared/staff.ts';
import { browserPath, expectAccessible, followTo, type Look, launch, reader } from '../support/browser.ts';
import { openHouse, type TestHouse, testPassword } from '../support/house.ts';
import { departmentOf } from '../support/people.ts';
import { builtWeb } from '../support/web.ts';

/** What a promise goes through between two departments: each test goes on where the one before it ended. */
describe.skipIf(browserPath === undefined)('promises in a browser', { timeout: 40_000 }, () => {
  let house: TestHouse;
  let origin: string;
  let browser: Browser;
  let shop: Page;
  let store: Page;
  let customerId: string;

  async function open(email: string, look: Look): Promise<Page> {
    const context: BrowserContext = await reader(browser, look);
    const came = await context.request.post(`${origin}/api/v1/${signIn.name.replace('.', '/')}`, {
      data: { email, password: testPassword },
    });
    expect(came.status()).toBe(200);
    const page = await context.newPage();
    page.setDefaultTimeout(12_000);
    return page;
  }

  beforeAll(async () => {
    const webFolder = await builtWeb();
    [house, browser] = await Promise.all([openHouse({ webFolder, ticking: true }), launch()]);
    await house.kept.listen();
    origin = house.kept.app.listeningOrigin;
    const [sales, logistics] = [await departmentOf(house, 'marketing-sales'), await departmentOf(house, 'logistics')];
    const maker = await house.person('employee', sales);
    const keeper = await house.person('employee', logistics);
    await house.ask(editMe, { name: 'Lucía Bravo', language: 'es' }, maker);
    await house.ask(editMe, { name: 'Pavel Orlov', language: 'en' }, keeper);
    const customer = { kind: 'person' as const, name: 'Ana Ruiz', keys: [] };
    customerId = (await house.ask(makeCustomer, customer, house.administrator)).customer_id;
    shop = await open('employee-1@example.org', { size: 'phone', language: 'es' });
    store = await open('employee-2@example.org', { language: 'en' });
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  /** Lets so many hours pass for a promise, and its alarms ring. */
  async function age(page: Page, hours: number): Promise<void> {
    const promiseId = new URL(page.url()).pathname.split('/').at(-1);
    await house.rows(
      `update promises.promise set made_at = made_at - $2::int * interval '1 hour',
        heard_at = heard_at - $2::int * interval '1 hour', due_at = due_at - $2::int * interval '1 hour',
        adequate_at = adequate_at - $2::int * interval '1 hour', due_local = null, adequate_local = null
        where promise_id = $1`,
      [promiseId, hours],
    );
    await house.rows(`update platform.timer set ring_at = ring_at - $2::int * interval '1 hour' where record_id = $1`, [
      promiseId,
      hours,
    ]);
    await house.kept.timers.settled();
    await house.kept.timers.settled();
  }

  /** Promises something to Ana on the phone, kept by another department. */
  async function promise(words: string, due: RegExp): Promise<void> {
    await followTo(shop, `/customers/${customerId}`);
    await shop.getByRole('button', { name: 'Prometer', exact: true }).click();
    const form = shop.getByRole('dialog');
    await form.getByRole('textbox', { name: 'Qué prometemos' }).fill(words);
    await form.getByRole('button', { name: due }).click();
    await form.getByRole('combobox', { name: 'Quién la cumple' }).click();
    await shop.getByRole('option', { name: 'Logística', exact: true }).click();
    await form.getByText(/^Logística (aún no )?tiene/).waitFor();
  }

  test('a house that promised nothing learns what this page is for', async () => {
    await shop.goto(`${origin}/promises`);
    await shop.getByText('Todavía no se prometió nada a nadie').waitFor();
  });

  test('a promise is made on a phone, in Spanish, with what its keeper has to keep already', async () => {
    await promise('Le llevamos la lámpara a casa', /laborables/);
    await expectAccessible(shop);
    await shop.getByRole('button', { name: 'Prometerlo' }).click();
    await shop.getByText(/Prometido a Ana Ruiz, para: /).waitFor();
    await shop.getByRole('button', { name: 'Abrir' }).click();
    await shop.getByRole('heading', { name: 'Promesa a Ana Ruiz' }).waitFor();
    await shop.getByText(/Se le pidió a Logística y no ha contestado/).waitFor();
    await expectAccessible(shop);
  });

  test('the other department accepts it by one key, and the maker sees it without asking', async () => {
    await store.goto(`${origin}/promises/list?which=asked`);
    const row = store.getByRole('link', { name: /Le llevamos la lámpara a casa/ });
    await row.waitFor();
    await expectAccessible(store);
    // The keys of a list are heard a moment after its rows are seen; with one row `j` stays where it is.
    const isOnRow = () =>
      row.evaluate((link) => link === document.activeElement || link.contains(document.activeElement));
    for (let tries = 0; tries < 20 && !(await isOnRow()); tries += 1) {
      await store.keyboard.press('j');
      await store.waitForTimeout(100);
    }
    expect(await isOnRow()).toBe(true);
    await store.keyboard.press('Enter');
    await store.getByRole('heading', { name: 'Promise to Ana Ruiz' }).waitFor();
    await store.keyboard.press('a');
    await store.getByRole('list').getByText('Accepted').waitFor();
    await shop.getByRole('list').getByText('Aceptada').waitFor();
  });

  test('it runs late: red for both, told by its alarms, agreed anew with the customer', async () => {
    await age(shop, 24 * 9);
    await shop.reload();
    await shop.getByText('con atraso').waitFor();
    await shop.getByText('Venció sin que llegara nada').waitFor();
    await shop.getByRole('button', { name: 'Acordar otra fecha' }).click();
    const form = shop.getByRole('dialog');
    await form.getByText('Ya había vencido: cuenta como incumplida').waitFor();
    await form.getByRole('button', { name: 'Acordar otra fecha' }).click();
    await form.getByText('Sin su acuerdo queda como se prometió.').waitFor();
    await form.getByRole('button', { name: 'Mañana' }).click();
    await form.getByRole('textbox', { name: 'Qué dijo el cliente' }).fill('Bueno, pero mañana sin falta.');
    await form.getByRole('checkbox', { name: 'El cliente está de acuerdo' }).check();
    await expectAccessible(shop);
    await form.getByRole('button', { name: 'Acordar otra fecha' }).click();
    await shop.getByText('Acordada de nuevo, para: mañana').waitFor();
  });

  test('the new one is kept, taken back, kept again; the customer alone says how it felt', async () => {
    await followTo(store, '/promises/list?which=open');
    await store.getByRole('link', { name: /Le llevamos la lámpara a casa/ }).click();
    await store.getByRole('button', { name: 'Accept' }).waitFor();
    await store.keyboard.press('s');
    await store.getByRole('dialog').getByText('It was promised for tomorrow.').waitFor();
    await store.getByRole('dialog').getByRole('button', { name: 'Write the result' }).click();
    await store.getByRole('button', { name: 'Undo' }).click();
    await store.getByText('Result taken back').waitFor();
    await store.keyboard.press('s');
    await store.getByRole('dialog').getByRole('button', { name: 'Write the result' }).click();
    await store.getByRole('img', { name: /kept/ }).first().waitFor();
    await shop
      .getByRole('listitem')
      .filter({ hasText: /^Cumplida/ })
      .nth(1)
      .waitFor();
    await shop.getByRole('button', { name: 'mejor' }).click();
    await shop.getByText('El cliente dijo: mejor de lo que esperaba').waitFor();
  });

  test('a second one, declined by its keeper, is red to its maker at once, with the date that he could', async () => {
    await promise('Le montamos la lámpara', /^Mañana/);
    await shop.getByRole('button', { name: 'Prometerlo' }).click();
    await shop.getByRole('button', { name: 'Abrir' }).click();
    await shop.getByText(/Se le pidió a Logística/).waitFor();
    await store.goto(shop.url());
    await store.getByRole('button', { name: 'Accept' }).waitFor();
    await store.keyboard.press('d');
    const form = store.getByRole('dialog');
    await form.getByRole('textbox', { name: 'Why not' }).fill('No van that day');
    await form.getByRole('button', { name: /working days/ }).click();
    await form.getByRole('button', { name: 'Cannot keep it' }).click();
    await store.getByText('Declined. Its maker knows.').waitFor();
    await shop.getByText(/Logística no puede, pero sí: /).waitFor();
    await shop.getByText('No van that day').first().waitFor();
    await followTo(shop, '/');
    await shop
      .getByText(/no puede para|no aceptó su promesa/)
      .first()
      .waitFor();
  });

  test('the company’s word: broken beside kept, the calendar by day and keeper, every number opens its rows', async () => {
    await followTo(store, '/promises');
    await store.getByRole('heading', { name: 'The calendar of our word' }).waitFor();
    await store.getByRole('table', { name: 'The calendar of our word' }).getByRole('link').first().waitFor();
    await expectAccessible(store);
    await store.getByRole('link', { name: /^Logistics, .*: 1/ }).click();
    await store.getByRole('link', { name: /Le montamos la lámpara/ }).waitFor();
    await followTo(shop, '/promises');
    await shop.getByRole('heading', { name: 'El calendario de nuestra palabra' }).waitFor();
    expect(await shop.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });

  test('on the customer’s page promises stand both ways, and the story tells them with the way to each', async () => {
    await followTo(shop, `/customers/${customerId}`);
    await shop.getByText('Próxima promesa').waitFor();
    await shop.getByText('Dijo: mejor de lo que esperaba').waitFor();
    await shop.getByRole('link', { name: 'Ver la promesa' }).first().waitFor();
    await shop.getByText('Entre los dos').click();
    await shop.getByText(/Le debemos 1 promesa/).waitFor();
    await shop.getByRole('list', { name: 'En qué quedaron las anteriores' }).waitFor();
    await expectAccessible(shop);
  });
});
