import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Kept, openKept } from '../../src/server/kept.ts';
import { setUpLink } from '../../src/server/staff/set-up-service.ts';
import { browserPath, expectAccessible, followTo, launch, movedOn, reader, shiftOf } from '../support/browser.ts';
import { cloneDatabase, type TestDatabase } from '../support/database.ts';
import { testConfig } from '../support/house.ts';
import { builtWeb } from '../support/web.ts';

const quiet = { debug() {}, info() {}, warn() {}, error: console.error };
const password = 'correct horse battery';

/** The way into a new house, as people go it: each test goes on where the one before it ended. */
describe.skipIf(browserPath === undefined)('a house from its set-up link to its first colleague', () => {
  let folder: string;
  let web: string;
  let database: TestDatabase;
  let kept: Kept;
  let origin: string;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kept-house-web-'));
    web = await builtWeb();
    database = await cloneDatabase();
    const config = testConfig(join(folder, 'data'));
    kept = await openKept({ config, databaseUrl: database.url, log: quiet, webFolder: web });
    origin = await kept.listen();
    browser = await launch();
    context = await reader(browser);
    page = await context.newPage();
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await kept?.close();
    await database?.drop();
    await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  });

  test('without the link nobody sets it up; with it, missing fields are named in words', async () => {
    await page.goto(origin);
    await page.waitForURL('**/set-up');
    await page.getByText('Open that link here.').waitFor();
    await expectAccessible(page);
    const link = await setUpLink(kept.house);
    await page.goto('about:blank');
    await page.goto(String(link));
    await page.getByRole('button', { name: 'Set up Kept' }).click();
    await page.getByText('Some fields above need another look.').waitFor();
    await expectAccessible(page);
  });

  test('the first administrator sets up the organisation and is led by first steps', async () => {
    await page.getByLabel('Name of the organisation').fill('Luz del Norte');
    await page.getByLabel('Name', { exact: true }).fill('Ada First');
    await page.getByLabel('E-mail').fill('ada@example.org');
    await page.getByLabel('New password').fill('password12');
    await page.getByText('Easy to guess').waitFor();
    await page.getByLabel('New password').fill(password);
    await page.getByText('Strong.').waitFor();
    await page.getByRole('button', { name: 'Set up Kept' }).click();
    await page.waitForURL(`${origin}/`);
    await page.getByRole('link', { name: /Done.*The organisation is set up/ }).waitFor();
    await expectAccessible(page);
  });

  test('signs out; a wrong password is refused in words; the right one opens', async () => {
    await page.getByRole('button', { name: /You and your settings/ }).click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL('**/sign-in*');
    await page.getByLabel('E-mail').fill('ada@example.org');
    await page.getByLabel('Password', { exact: true }).fill('not the password');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('E-mail or password is not right.').waitFor();
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('First steps').waitFor();
  });

  test('a source shows its key once, waits for its first event, and counts what came', async () => {
    await page.getByRole('link', { name: /Make a source and send its first event/ }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('Name', { exact: true }).fill('Web shop');
    await expectAccessible(page);
    await form.getByRole('button', { name: 'Make the source' }).click();
    await page.getByText('Waiting for the first event').waitFor();
    await expectAccessible(page);
    const sample = String(await page.locator('pre code').textContent());
    const key = /writeKey: '([^']+)'/.exec(sample)?.[1];
    const sent = await send(origin, String(key), [
      { type: 'identify', messageId: 'm1', userId: 'c-1', traits: { name: 'Ana Ruiz', email: 'ana@example.org' } },
      { type: 'track', messageId: 'm2', userId: 'c-1', event: 'Order Completed', properties: order },
      { type: 'track', messageId: 'm2', userId: 'c-1', event: 'Order Completed', properties: order },
      { type: 'track', messageId: 'm3', userId: 'c-1', event: 'Later', timestamp: '2090-01-01T00:00:00Z' },
    ]);
    expect(sent).toBe(200);
    await page.getByText('It came. Kept hears this source.').waitFor();
    const counted = '4 sent = 2 remembered + 1 duplicate + 1 quarantined';
    await page.getByRole('img', { name: counted }).waitFor();
    await page.reload();
    await page.getByText('Put your write key in place of the dots.').waitFor();
    expect(await page.getByText(String(key)).count()).toBe(0);
    await followTo(page, '/intake');
    await page.getByRole('img', { name: counted }).waitFor();
    await expectAccessible(page);
  });

  test('quarantine says why, shows what came, and sets it aside', async () => {
    await page.getByRole('link', { name: 'Look at them' }).click();
    await page.getByText('The time lies in the future.').waitFor();
    await page.getByText('As it came', { exact: true }).click();
    await page.getByText('"messageId": "m3"').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Set aside' }).last().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Set aside' }).click();
    await page.getByText('Nothing waits').waitFor();
  });

  test('the house at a glance counts the customer, with the definition one click away', async () => {
    for (const width of [390, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      // Nothing that is seen is pushed away by what comes later.
      const chart = page.getByRole('heading', { name: 'Money by month' });
      expect(await shiftOf(page, origin, () => chart.waitFor())).toBeLessThan(0.05);
    }
    // It would be seen: something that comes late above all else is.
    await page.evaluate(() =>
      document.querySelector('main')?.prepend(Object.assign(document.createElement('div'), { style: 'height: 200px' })),
    );
    await expect.poll(() => movedOn(page)).toBeGreaterThan(0.05);
    await page.evaluate(() => document.querySelector('main')?.firstElementChild?.remove());
    await page.getByRole('button', { name: 'What is “Known customers”?' }).click();
    await page.getByText('Joined records count once.').waitFor();
    await page.keyboard.press('Escape');
    await expectAccessible(page);
  });

  test('a file is looked at, tried, imported, and taken out again', async () => {
    await followTo(page, '/intake/imports/new');
    await page.getByRole('heading', { name: 'Import a file' }).waitFor();
    await expectAccessible(page);
    const days = Array.from({ length: 20 }, (_, at) => String(at + 1).padStart(2, '0'));
    const good = days.map((day) => `k${day};p${day}@example.org;2026-10-${day};hola ${day}`);
    const rows = ['id;email;Fecha;nota', ...good, 'k21;;not a date;x'];
    const buffer = Buffer.from(rows.join('\n'));
    await page.locator('input[type=file]').setInputFiles({ name: 'clients.csv', mimeType: 'text/csv', buffer });
    await page.getByRole('heading', { name: 'What it becomes' }).waitFor();
    await page.getByRole('combobox', { name: 'What id is' }).click();
    await page.getByRole('option', { name: 'Customer number' }).click();
    await page.getByText('k01 · p01@example.org').first().waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Try it first' }).click();
    await page.getByText('The trial is done; nothing was written.').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Import for good' }).click();
    await page.getByText('Imported.', { exact: true }).waitFor();
    await page.getByText('The date cannot be read.').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Take it all out' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Take it all out' }).click();
    await page.getByText('Taken out.', { exact: true }).waitFor();
  }, 60_000);

  test('the year names the holidays of the region; a day of one’s own is added, taken away, and taken back', async () => {
    await followTo(page, '/settings/organisation');
    await page.getByRole('combobox', { name: 'Region' }).click();
    await page.getByRole('option', { name: 'Comunidad de Madrid' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Día de la Comunidad de Madrid').first().waitFor();
    await page.getByText(/^\d{3} working days$/).waitFor();
    await page.getByRole('button', { name: 'Add a day' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('What day it is').fill('Company day');
    await form.getByRole('button', { name: 'Save' }).click();
    await form.getByText('Choose a date.').waitFor();
    await form.locator('input[type=date]').fill(`${await page.getByText(/^20\d\d$/).textContent()}-07-16`);
    await expectAccessible(page);
    await form.getByRole('button', { name: 'Save' }).click();
    const row = page.getByRole('listitem').filter({ hasText: 'Company day' });
    await row.waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Remove Company day' }).click();
    await row.waitFor({ state: 'detached' });
    await page.getByText('Company day: the day is as before.').waitFor();
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await row.waitFor();
  });

  test('an invited colleague comes in, in Russian, and sees what his role allows', async () => {
    await followTo(page, '/people');
    await page.getByRole('button', { name: 'Invite' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('Name', { exact: true }).fill('Иван Петров');
    await form.getByLabel('E-mail').fill('ivan@example.org');
    await form.getByRole('combobox', { name: 'Language' }).click();
    await page.getByRole('option', { name: 'Русский' }).click();
    await expectAccessible(page);
    await form.getByRole('button', { name: 'Invite' }).click();
    await page.getByRole('button', { name: 'Show' }).click();
    const link = String(await page.getByRole('dialog').locator('code').textContent());
    const phone = await reader(browser, { size: 'phone', scheme: 'dark', language: 'en' });
    const guest = await phone.newPage();
    await guest.goto(link);
    await guest.getByRole('heading', { name: 'Добро пожаловать в Kept' }).waitFor();
    await expectAccessible(guest);
    expect(await overOf(guest)).toBe(0);
    await guest.getByLabel('Новый пароль').fill('верный конь батарея');
    await guest.getByRole('button', { name: 'Войти' }).click();
    await guest.waitForURL(`${origin}/`);
    await followTo(guest, '/people/rights');
    await guest.getByText('Ваша роль: Сотрудник').waitFor();
    await expectAccessible(guest);
    expect(await overOf(guest)).toBe(0);
    await followTo(guest, '/people');
    await guest.getByText('Эта страница не входит в вашу роль').waitFor();
    await guest.goto(link);
    await guest.getByText('Это приглашение уже использовано').waitFor();
    await phone.close();
  }, 60_000);

  const pages = [
    '/people',
    '/people/departments',
    '/people/rights',
    '/settings',
    '/settings/account',
    '/settings/organisation',
    '/settings/keys',
    '/settings/changes',
    '/settings/blocked-keys',
    '/settings/uses',
    '/settings/uses/proof',
    '/claims',
    '/intake/imports',
    '/start',
  ];

  test('every other page is accessible and fits a phone', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    for (const path of pages) {
      await followTo(page, path);
      await page.locator('[role=status]', { hasText: 'Loading' }).waitFor({ state: 'detached' });
      await expectAccessible(page);
      expect({ path, over: await overOf(page) }).toEqual({ path, over: 0 });
    }
  }, 120_000);

  test('what was changed is told in words: no ids, no codes', async () => {
    await followTo(page, '/settings/changes');
    await page.getByText('was invited').first().waitFor();
    expect(await page.locator('main').textContent()).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}|_|[{}]/);
  });

  test('the built pieces never import each other in a circle, which would leave one unready', async () => {
    const assets = join(web, 'assets');
    const scripts = (await readdir(assets)).filter((name) => name.endsWith('.js'));
    const imports = new Map<string, string[]>();
    for (const name of scripts) {
      const text = await readFile(join(assets, name), 'utf8');
      imports.set(
        name,
        [...text.matchAll(/(?:from|import)"\.\/([^"]+\.js)"/g)].map((found) => found[1] ?? ''),
      );
    }
    // Whatever imports nothing that is left is ready; a circle never becomes so.
    for (let ready = 1; ready > 0; ) {
      const done = [...imports].filter(([, wanted]) => !wanted.some((name) => imports.has(name)));
      for (const [name] of done) imports.delete(name);
      ready = done.length;
    }
    expect([...imports.keys()]).toEqual([]);
  });
});

/** By how many pixels a page is wider than its window. */
async function overOf(page: Page): Promise<number> {
  return Math.max(0, await page.evaluate(() => document.documentElement.scrollWidth - innerWidth));
}

const order = {
  order_id: 'o-1',
  currency: 'EUR',
  total: 41.2,
  products: [{ product_id: 'p-1', name: 'Green tariff', price: 41.2, quantity: 1 }],
};

async function send(origin: string, key: string, batch: readonly object[]): Promise<number> {
  const authorization = `Basic ${Buffer.from(`${key}:`).toString('base64')}`;
  const headers = { 'content-type': 'application/json', authorization };
  const answer = await fetch(`${origin}/v1/batch`, { method: 'POST', headers, body: JSON.stringify({ batch }) });
  return answer.status;
}
