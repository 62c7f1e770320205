import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { make as makeCustomer } from '../../src/shared/customers.ts';
import { account, mark } from '../../src/shared/moments.ts';
import { askCustomer } from '../../src/shared/moments-questions.ts';
import { browserPath, expectAccessible, launch, reader } from '../support/browser.ts';
import { openHouse, type TestHouse } from '../support/house.ts';
import { builtWeb } from '../support/web.ts';

// The page on which a customer says how it was: opened by a scanner it changes nothing, one tap answers.

describe.skipIf(browserPath === undefined)('a customer says how it was, in a browser', () => {
  let house: TestHouse;
  let origin: string;
  let browser: Browser;
  let link: string;
  let customerId: string;
  const open: BrowserContext[] = [];
  const addresses: string[] = [];

  async function pageOf(look: Parameters<typeof reader>[1]): Promise<Page> {
    const context = await reader(browser, look);
    open.push(context);
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    page.on('request', (request) => addresses.push(request.url()));
    return page;
  }

  const accountNow = () => house.ask(account, { customer_id: customerId }, house.administrator);
  const here = () => `${origin}/how${link.slice(link.indexOf('#'))}`;

  beforeAll(async () => {
    house = await openHouse({ webFolder: await builtWeb() });
    await house.kept.listen();
    const address = house.kept.app.server.address();
    origin = typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : '';
    browser = await launch();
    const by = house.administrator;
    const person = { kind: 'person' as const, name: 'Ana Ruiz', keys: [], language: 'es' as const };
    customerId = (await house.ask(makeCustomer, person, by)).customer_id;
    const seen = { customer_id: customerId, marks: { process: 3 }, touchpoint: 'call-centre' } as const;
    const { moment } = await house.ask(mark, seen, by);
    const about = { customer_id: customerId, moment_id: moment.moment_id, way: 'link' } as const;
    link = (await house.ask(askCustomer, about, by)).link ?? '';
  }, 240_000);
  afterAll(async () => {
    for (const context of open) await context.close();
    await browser?.close();
    await house?.close();
  });

  test('a scanner that opens the link, and even runs the page, changes nothing', async () => {
    const page = await pageOf({ language: 'en' });
    await page.goto(here());
    await page.getByRole('button', { name: 'Muy mal' }).waitFor();
    expect(await accountNow()).toMatchObject({ balance: 0, negative: 0, positive: 0 });
    expect(addresses.filter((one) => one.includes(link.split('#')[1] ?? '?') && !one.includes('#'))).toEqual([]);
  });

  test('one tap is an answer, in his language, on his phone; the words and what would repair it come after', async () => {
    const page = await pageOf({ size: 'phone', language: 'en' });
    await page.goto(here());
    await page.getByRole('button', { name: 'Muy mal' }).first().waitFor();
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.getByRole('button', { name: 'Muy mal' }).first().click();
    await page.getByText('Alguien de Luz del Norte se hace cargo antes de una hora.').waitFor();
    expect(await accountNow()).toMatchObject({ balance: -5, negative: 1 });
    await page.getByLabel('¿Qué haría que volviera a estar bien?').fill('Que me llamen.');
    await page.getByRole('group', { name: 'Las personas' }).getByRole('button', { name: 'Muy mal' }).click();
    await page.getByRole('radio', { name: 'El trato que recibí' }).click();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Enviar' }).click();
    await page.getByRole('button', { name: 'Enviado' }).waitFor();
    const now = await accountNow();
    expect(now).toMatchObject({ balance: -5, negative: 1 });
    expect(now.plan.recoveries).toMatchObject([{ wants: 'Que me llamen.', failing: ['people'] }]);
    await page.getByRole('button', { name: 'No me pregunten más' }).click();
    await page.getByText('No se le volverá a preguntar.').waitFor();
    expect((await accountNow()).hold).toMatchObject({ reason: 'asked-not-to' });
    await page.getByRole('button', { name: 'Pregúntenme, después de todo' }).click();
    await page.getByRole('button', { name: 'No me pregunten más' }).waitFor();
  });

  test('he changes his mind; a link that is none says so', async () => {
    const page = await pageOf({ language: 'en' });
    await page.goto(here());
    await page.getByText('Usted ya contestó.').waitFor();
    await page.getByRole('button', { name: 'Muy bien' }).first().click();
    await page.getByText('Gracias. Luz del Norte tiene su respuesta.').waitFor();
    await house.kept.delivery.settled();
    // The process was not good by an employee’s word, and he said nothing of it: neither good nor bad, and nothing owed.
    expect(await accountNow()).toMatchObject({ balance: 0, negative: 0 });
    await page.goto('about:blank');
    await page.goto(`${origin}/how#${'x'.repeat(65)}`);
    await page
      .getByText('This link does not open any more')
      .or(page.getByText('Este enlace ya no abre'))
      .first()
      .waitFor();
  });
});
