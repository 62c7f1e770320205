import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { find } from '../../src/shared/customers.ts';
import { editMe, signIn } from '../../src/shared/staff.ts';
import { browserPath, expectAccessible, followTo, launch, reader } from '../support/browser.ts';
import { testPassword } from '../support/house.ts';
import { departmentOf } from '../support/people.ts';
import { openSegmentDoor, type SegmentDoor } from '../support/segment.ts';
import { builtWeb } from '../support/web.ts';

/** A bad moment from the map to its repair, and the account as it is repaid: each test goes on where the last one ended. */
describe.skipIf(browserPath === undefined)('moments in a browser', { timeout: 30_000 }, () => {
  let door: SegmentDoor;
  let browser: Browser;
  let page: Page;
  let customerId: string;
  let told = 0;

  /** What Ana says of a contact an hour ago. */
  async function rated(user: string, marks: object, words?: string): Promise<void> {
    told += 1;
    const at = new Date(door.house.clock.now().getTime() - 3_600_000 + told * 1_000).toISOString();
    const properties = { by: 'customer', touchpoint: 'call-centre', conversation_id: `talk ${told}`, words, ...marks };
    const message = { type: 'track', event: 'Moment Rated', userId: user, messageId: `m ${told}`, timestamp: at };
    const came = await door.post('/v1/batch', { batch: [{ ...message, properties }] });
    expect(came.body).toMatchObject({ remembered: 1 });
    await door.house.kept.delivery.settled();
  }

  beforeAll(async () => {
    const webFolder = await builtWeb();
    [door, browser] = await Promise.all([openSegmentDoor({ webFolder, ticking: true }), launch()]);
    const { house } = door;
    const origin = house.kept.app.listeningOrigin;
    const employee = await house.person('employee', await departmentOf(house, 'customer-service'));
    await house.ask(editMe, { name: 'Lucía Bravo', language: 'es' }, employee);
    const known = { type: 'identify', userId: 'ana', messageId: 'who', traits: { name: 'Ana Ruiz' } };
    await door.post('/v1/batch', { batch: [known] });
    await rated('ana', { information: 1, people: 5 }, 'Cada uno me dice una cosa.');
    for (const user of ['b', 'c', 'd', 'e']) await rated(user, { information: 2, people: 4 });
    const { customers } = await house.ask(find, { q: 'Ana Ruiz' }, house.administrator);
    customerId = customers[0]?.customer_id ?? '';
    const context = await reader(browser, { language: 'es' });
    const came = await context.request.post(`${origin}/api/v1/${signIn.name.replace('.', '/')}`, {
      data: { email: 'employee-1@example.org', password: testPassword },
    });
    expect(came.status()).toBe(200);
    page = await context.newPage();
    page.setDefaultTimeout(8_000);
    await page.goto(`${origin}/moments`);
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await door?.house.close();
  });

  test('the map says where it hurts most, by which mark, and opens to the words', async () => {
    await page.getByText('Donde más duele: la información en «El teléfono», 5 momentos malos en el periodo.').waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: /^El teléfono, Total: 0 buenos, 0 indiferentes, 5 malos/ }).click();
    await page.getByRole('link', { name: /Cada uno me dice una cosa/ }).waitFor();
    expect(new URL(page.url()).searchParams.get('touchpoint')).toBe('call-centre');
    await page.getByRole('link', { name: /Cada uno me dice una cosa/ }).click();
    await page.getByRole('heading', { name: 'Un momento malo de Ana Ruiz' }).waitFor();
    await page.getByText(/responde de lo que falló \(la información\)/).waitFor();
    await expectAccessible(page);
  });

  test('an employee says how it was in one tap and takes it back; the customer’s word stays the one that counts', async () => {
    const seen = page.getByRole('region', { name: 'lo vio un colega' });
    await page.getByRole('button', { name: 'Muy bien' }).click();
    await seen.waitFor();
    await page.getByRole('region', { name: 'lo dijo el cliente' }).getByText('cuenta', { exact: true }).waitFor();
    await page.getByRole('heading', { name: 'Un momento malo de Ana Ruiz' }).waitFor();
    await page.getByRole('button', { name: 'Deshacer' }).click();
    await seen.waitFor({ state: 'detached' });
  });

  test('it is repaired: taken by a key, asked for, done within the budget alone, confirmed by her word', async () => {
    await page.keyboard.press('a');
    await page.getByText('Responde usted', { exact: true }).first().waitFor();
    await page.getByRole('button', { name: 'Qué lo repararía' }).click();
    const form = page.getByRole('dialog');
    await form.getByRole('textbox', { name: 'Con sus propias palabras' }).fill('Que me llame alguien que lo sepa.');
    await form.getByRole('button', { name: 'Qué lo repararía' }).click();
    await page.getByText('Que me llame alguien que lo sepa.').first().waitFor();
    await page.getByRole('button', { name: 'Anotar lo que se hizo' }).click();
    await form.getByRole('textbox', { name: 'En una frase' }).fill('La llamó Marta y le devolvió la cuota.');
    await form.getByRole('textbox', { name: 'Cuánto costó' }).fill('20,01');
    await form.getByText(/Más de lo que puede gastar sin preguntar/).waitFor();
    await form.getByRole('button', { name: 'Anotar lo que se hizo' }).click();
    await form.getByRole('alert').waitFor();
    await expectAccessible(page);
    await form.getByRole('textbox', { name: 'Cuánto costó' }).fill('20');
    await form.getByRole('button', { name: 'Anotar lo que se hizo' }).click();
    await page.getByText('Hecho; él aún no lo ha dicho').waitFor();
    await page.getByText(/20,00\s€ gastados/).waitFor();
    await page.getByRole('button', { name: 'Su palabra: reparado o no' }).click();
    await form.getByRole('radio', { name: 'Sí, lo dice él' }).check();
    await form.getByRole('textbox', { name: 'Sus palabras' }).fill('Ahora sí, gracias.');
    await form.getByRole('button', { name: 'Su palabra: reparado o no' }).click();
    await page.getByText('Reparado, dice él').waitFor();
    await followTo(page, '/moments/recoveries?which=ended');
    await page.getByRole('link', { name: /Ana Ruiz.*Reparado, dice él/s }).waitFor();
    await expectAccessible(page);
  });

  test('what is owed falls while the page is open, as she calls the next contact good', async () => {
    await followTo(page, `/customers/${customerId}`);
    await page.getByText('Usted debe a Ana 5 momentos buenos.').waitFor();
    await rated('ana', { emotional: 5 });
    await page.getByText('Usted debe a Ana 4 momentos buenos.').waitFor();
    await page.getByRole('img', { name: /1 de 5 reparados/ }).waitFor();
    await expectAccessible(page);
    await page.getByText('Usted debe a Ana 4 momentos buenos.').click();
    await page.getByRole('heading', { name: 'La cuenta de Ana Ruiz' }).waitFor();
    await page.getByText(/No se le ofrece nada mientras se le deba algo/).waitFor();
    await page.getByRole('link', { name: /bueno.*se le deben 4/s }).waitFor();
    await expectAccessible(page);
  });

  test('all of it fits a phone, and what is set is shown to who may not change it', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(await overflow()).toBe(0);
    for (const path of [
      '/moments',
      '/moments/list',
      '/moments/accounts',
      '/moments/touchpoints',
      '/settings/moments',
    ]) {
      await followTo(page, path);
      await page.getByRole('status').filter({ hasText: 'Cargando' }).waitFor({ state: 'detached' });
      expect(await overflow(), path).toBe(0);
    }
    await expectAccessible(page);
    expect(await page.getByRole('textbox', { name: 'Un momento malo pesa como tantos buenos' }).isDisabled()).toBe(
      true,
    );
  });
});
