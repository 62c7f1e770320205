import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { browserPath, expectAccessible, followTo, type Look, launch, reader, sizes } from '../support/browser.ts';
import { type Answered, buildGallery, serveWeb, type WebServer } from '../support/web.ts';

/** The frame and every part, from a build that carries the gallery, against a server that answers two questions. */
describe.skipIf(browserPath === undefined)('the frame and the parts', { timeout: 60_000 }, () => {
  let folder: string;
  let browser: Browser;
  let web: WebServer;
  /** Who answers now: each test's own. */
  let answering: House;
  /** One browser a look, so that what it has loaded once is there. */
  const contexts = new Map<string, BrowserContext>();
  /** Of each look the page that tests go through as links do: a full load costs seconds. */
  const shared = new Map<string, Page>();

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kept-web-'));
    [browser] = await Promise.all([launch(), buildGallery(folder)]);
    web = await serveWeb(folder, (address) => answering.answer(address));
  }, 120_000);

  afterEach(async () => {
    const kept = new Set(shared.values());
    for (const page of [...contexts.values()].flatMap((context) => context.pages())) {
      if (!kept.has(page)) await page.close();
    }
  });

  afterAll(async () => {
    await browser?.close();
    await web?.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** Goes on with a look's page, whose reader is signed in and whose server answers. */
  async function visit(path: string, look: Look): Promise<Page> {
    answering = house(look.language ?? 'en');
    const name = JSON.stringify(look);
    const there = shared.get(name);
    if (there !== undefined) await followTo(there, path);
    const page = there ?? (await open(path, look));
    shared.set(name, page);
    return page;
  }

  /** A fresh page, loaded whole. */
  async function open(path: string, look: Look, server = house(look.language ?? 'en')): Promise<Page> {
    answering = server;
    const name = JSON.stringify(look);
    const context = contexts.get(name) ?? (await reader(browser, look));
    contexts.set(name, context);
    const page = await context.newPage();
    await page.goto(web.origin + path);
    return page;
  }

  const english: Look = { size: 'desktop', scheme: 'light', language: 'en' };
  const looks: readonly Look[] = [
    english,
    { size: 'desktop', scheme: 'dark', language: 'es' },
    { size: 'phone', scheme: 'light', language: 'ru' },
  ];

  async function expectFine(page: Page): Promise<void> {
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.locator('figure svg').first().waitFor();
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  }

  test.each(looks)('every part is accessible and fits: $size, $scheme, $language', async (look) => {
    const page = await visit('/gallery', look);
    await expectFine(page);
    expect(await page.locator('html').getAttribute('lang')).toBe(look.language);
  });

  // One of each size, scheme and a longer language; the parts above are looked at in all four.
  test.each(looks.slice(1))(
    'Today, the palette and the keys are accessible: $size, $scheme, $language',
    async (look) => {
      const page = await visit('/', look);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await expectAccessible(page);
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog').waitFor();
      await expectAccessible(page);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
      await expectAccessible(page);
    },
  );

  test('j and Enter go into a row, and the focus to the new page’s title', async () => {
    const page = await visit('/gallery', english);
    // The keys of a list are heard from when its rows are there.
    await page.getByText('Customer 2').first().waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.waitForFunction(() => document.activeElement?.textContent?.includes('Customer 2') ?? false);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/gallery/n1');
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
  });

  test('the palette finds what rooms find and goes there', async () => {
    const page = await visit('/', english);
    await page.keyboard.press('/');
    await page.getByRole('textbox').fill('ana');
    await page.getByText('Ana Ruiz').click();
    await page.waitForURL('**/gallery/ana');
  });

  test('who is not signed in signs in and comes back to where he wanted to go', async () => {
    const server = house('en');
    server.person = false;
    const page = await open('/gallery?x=1', english, server);
    await page.waitForURL(`${web.origin}/sign-in?back=%2Fgallery%3Fx%3D1`);
    await expectAccessible(page);
    await signIn(page);
    await page.waitForURL(`${web.origin}/gallery?x=1`);
  });

  test('a return address on another site is not followed', async () => {
    const page = await visit('/sign-in?back=https://evil.example/', english);
    await signIn(page);
    await page.getByText('First steps').waitFor();
    expect(page.url()).toBe(`${web.origin}/`);
  });

  test('when the session ends under a page, the password is asked over it and the page stays', async () => {
    const page = await visit('/gallery', english);
    const server = answering;
    await page.getByLabel('Name', { exact: true }).first().fill('half a sentence');
    server.ended = true;
    await page.getByRole('button', { name: /You and your settings/ }).click();
    // By keyboard: fonts may still arrive and move the menu under a mouse.
    await page.getByRole('button', { name: 'Sign out' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Your session has ended' });
    await dialog.waitFor();
    await expectAccessible(page);
    await dialog.getByLabel('Password', { exact: true }).fill('correct horse');
    await dialog.getByRole('button', { name: 'Sign in' }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(await page.getByLabel('Name', { exact: true }).first().inputValue()).toBe('half a sentence');
  });

  test('while the server is away a banner says so, and goes when it is back', async () => {
    const page = await visit('/', english);
    const server = answering;
    const context = page.context();
    await page.getByText('First steps').waitFor();
    server.away = true;
    await context.setOffline(true);
    await page.getByText('You are offline.').waitFor();
    await expectAccessible(page);
    server.away = false;
    await context.setOffline(false);
    await page.getByText('You are offline.').waitFor({ state: 'hidden' });
  });

  test('an address with nothing behind it says so and leads home', async () => {
    const page = await visit('/nowhere', english);
    await page.getByRole('heading', { name: 'There is nothing here' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Go to Today' }).click();
    await page.getByText('First steps').waitFor();
  });

  test('a page that the role does not include says so', async () => {
    const page = await visit('/gallery-closed', english);
    await page.getByText('This page is not part of your role').waitFor();
    await expectAccessible(page);
  });

  // Last, as the page that is made small and dark while it stands there is the one of all tests above.
  test('every part is accessible and fits: phone, dark, en', async () => {
    const page = await visit('/gallery', english);
    await page.setViewportSize(sizes.phone);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(() => page.locator('html').getAttribute('data-mantine-color-scheme')).toBe('dark');
    await expectFine(page);
  });
});

async function signIn(page: Page): Promise<void> {
  await page.getByLabel('E-mail').fill('marta@lumbre.example');
  await page.getByLabel('Password', { exact: true }).fill('correct horse');
  await page.getByRole('button', { name: 'Sign in' }).click();
}

type House = ReturnType<typeof house>;

/** A made-up server with one person, who may be signed out, cut off, or away. */
function house(language: 'en' | 'es' | 'ru') {
  const state = { person: true, ended: false, away: false };
  const answer = (path: string): Answered | 'away' => {
    if (state.away) return 'away';
    if (path === '/api/v1/staff/sign-in') {
      state.person = true;
      state.ended = false;
      return { status: 200, body: { person_id: personId } };
    }
    if (path === '/api/v1/staff/me') return { status: 200, body: me(language, state.person && !state.ended) };
    if (state.ended) return { status: 401, body: { status: 401, code: 'access.not-signed-in' } };
    return { status: 404, body: { status: 404, code: 'request.not-found' } };
  };
  return Object.assign(state, { answer });
}

const personId = '0199d5e0-0000-7000-8000-000000000001';

function me(language: 'en' | 'es' | 'ru', signedIn: boolean) {
  const person = {
    person_id: personId,
    name: 'Marta Iglesias',
    email: 'marta@lumbre.example',
    role: 'employee',
    language,
    zone: 'Europe/Madrid',
    department_id: null,
  };
  const house = {
    name: 'Lumbre Energía',
    languages: ['en', 'es', 'ru'],
    zone: 'Europe/Madrid',
    currency: 'EUR',
    logo: null,
  };
  const rights = ['open', 'signed-in', 'customers.read', 'customers.write', 'memory.capture'];
  return {
    person: signedIn ? person : null,
    rights: signedIn ? rights : [],
    house,
    set_up: true,
    mail: false,
    live: null,
  };
}
