import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPasts } from '../../src/server/promises/past.ts';
import { make as makeCustomer } from '../../src/shared/customers.ts';
import * as promises from '../../src/shared/promises.ts';
import * as partners from '../../src/shared/promises-partners.ts';
import { editSettings } from '../../src/shared/promises-rates.ts';
import { publishStanding, setStanding } from '../../src/shared/promises-standing.ts';
import * as views from '../../src/shared/promises-views.ts';
import { browserPath, expectAccessible, followTo, launch, reader } from '../support/browser.ts';
import { openHouse, type TestHouse, testPassword, tokenOf } from '../support/house.ts';
import { builtWeb } from '../support/web.ts';

const inLanguage = (title: string) => ({
  title,
  promise: `${title}: ✓`,
  complain: 'Write to us.',
  contact: 'help@luz.example',
  indicator: 'Share on time.',
});

const rule = {
  opens: { event: 'Question Asked' },
  closes: { event: 'Question Answered' },
  same: 'question_id',
  term: { kind: 'working-days' as const, days: 1 },
  kind: 'answer',
};

describe.skipIf(browserPath === undefined)('promises for those outside, in a browser', () => {
  let house: TestHouse;
  let origin: string;
  let browser: Browser;
  const open: BrowserContext[] = [];
  const addresses: string[] = [];

  /** A fresh reader's page; remembers every address that it asks for. */
  async function pageOf(look: Parameters<typeof reader>[1]): Promise<Page> {
    const context = await reader(browser, look);
    open.push(context);
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    page.on('request', (request) => addresses.push(request.url()));
    return page;
  }

  beforeAll(async () => {
    house = await openHouse({ webFolder: await builtWeb() });
    await house.kept.listen();
    const address = house.kept.app.server.address();
    origin = typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : '';
    browser = await launch();
  }, 240_000);
  afterAll(async () => {
    for (const context of open) await context.close();
    await browser?.close();
    await house?.close();
  });

  test('a partner accepts and reports on his phone, in his language; his token is in no address', async () => {
    const by = house.administrator;
    const about = { name: 'Transportes Vega', email: null, language: 'es' as const };
    const { partner } = await house.ask(partners.savePartner, about, by);
    const { link } = await house.ask(partners.linkPartner, { partner_id: partner.partner_id }, by);
    const { customer_id } = await house.ask(makeCustomer, { kind: 'person', name: 'Ana Ruiz', keys: [] }, by);
    const due = new Date(house.clock.now().getTime() + 5 * 86_400_000).toISOString().slice(0, 10);
    const keeper = { partner_id: partner.partner_id };
    const words = 'Su caldera llega el viernes.';
    const { promise } = await house.ask(promises.make, { customer_id, words, due, keeper, kind: 'delivery' }, by);
    const page = await pageOf({ size: 'phone', language: 'en' });
    await page.goto(`${origin}/keeper#${tokenOf(link)}`);
    await page.getByText(words).waitFor();
    await expectAccessible(page);
    expect(await page.getByText('Ana').count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.getByRole('button', { name: 'Aceptar', exact: true }).click();
    await page.getByRole('heading', { name: 'Usted las cumple' }).waitFor();
    await page.getByRole('button', { name: 'Comunicar el resultado' }).click();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Enviar' }).click();
    await page.getByText('Cumplida').waitFor();
    const at = { customer_id, promise_id: promise.promise_id };
    const story = await house.ask(views.show, at, by);
    expect(story.promise.state).toBe('kept');
    expect(story.steps.map((step) => step.by).slice(0, 2)).toEqual(['Transportes Vega', 'Transportes Vega']);
    expect(addresses.filter((one) => one.includes(tokenOf(link)) && !one.includes('#'))).toEqual([]);
    await page.goto('about:blank');
    await page.goto(`${origin}/keeper#${'x'.repeat(43)}`);
    await page.getByText('Esta página').or(page.getByText('This link does not open any more')).first().waitFor();
  }, 60_000);

  test('everybody reads the public page where it is open, in his language', async () => {
    const by = house.administrator;
    const page = await pageOf({ language: 'en' });
    await page.goto(`${origin}/our-promises`);
    await page.getByText('There is nothing here').waitFor();
    const texts = { en: inLanguage('In a day'), es: inLanguage('En un día'), ru: inLanguage('За день') };
    const { standing } = await house.ask(setStanding, { texts, rule }, by);
    await house.ask(publishStanding, { standing_id: standing.standing_id, version: 1 }, by);
    await house.ask(editSettings, { version: 0, public_page: true }, by);
    await page.goto(`${origin}/our-promises?language=ru`);
    await page.getByRole('heading', { name: 'Наши обещания' }).waitFor();
    await page.getByText('За день: ✓').waitFor();
    await expectAccessible(page);
  }, 60_000);

  test('a standing promise is written on a phone and said in words; what is missing is marked', async () => {
    const page = await pageOf({ size: 'phone', language: 'en' });
    await page.goto(`${origin}/sign-in`);
    await page.getByLabel('E-mail').fill('ada@example.org');
    await page.getByLabel('Password', { exact: true }).fill(testPassword);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL(`${origin}/`);
    await followTo(page, '/promises/standing/new');
    await page.getByRole('textbox', { name: 'Name, English' }).fill('Called back today');
    await page.getByRole('group', { name: 'Opened by' }).getByLabel('Event').fill('Call Missed');
    await page.getByRole('group', { name: 'Settled by' }).getByLabel('Event').fill('Call Made');
    await page.getByRole('group', { name: 'Within' }).getByLabel('How many').fill('2');
    await page.getByText('Every “Call Missed” opens it: within 2 working days.').waitFor();
    await page.getByRole('button', { name: 'Save the draft' }).click();
    await page.getByText('Something is missing.').waitFor();
    await expectAccessible(page);
    for (const path of ['/promises/standing', '/promises/unread', '/promises/partners', '/settings/promises']) {
      await followTo(page, path);
      await page.getByRole('progressbar').waitFor({ state: 'detached' });
      await expectAccessible(page);
    }
    const text = inLanguage('By tomorrow');
    const asked = { texts: { en: text, es: text, ru: text }, rule: { ...rule, opens: { event: 'Visit Asked' } } };
    const draft = (await house.ask(setStanding, asked, house.administrator)).standing;
    // Loaded whole: this page does not know yet what was written beside it.
    await page.goto(`${origin}/promises/standing/${draft.standing_id}`);
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByRole('radio', { name: 'From an earlier day' }).check();
    await page.getByRole('textbox', { name: 'Day' }).fill('2026-01-01');
    await page.getByRole('checkbox', { name: 'Also for what happened since' }).check();
    await expectAccessible(page);
    await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
    await page.getByRole('progressbar', { name: 'Opening it for what was heard already' }).waitFor();
    await expectAccessible(page);
    await openPasts(house.kept.house);
    await page.getByText(/^Also opened for what had been heard before .*: 0\./).waitFor();
  }, 60_000);
});
