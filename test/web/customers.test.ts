import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Kept, openKept } from '../../src/server/kept.ts';
import { setUpLink } from '../../src/server/staff/set-up-service.ts';
import { pathOf } from '../../src/shared/contract.ts';
import { makeSource } from '../../src/shared/intake.ts';
import { setUp, signIn } from '../../src/shared/staff.ts';
import { browserPath, expectAccessible, followTo, type Look, launch, reader } from '../support/browser.ts';
import { cloneDatabase, type TestDatabase } from '../support/database.ts';
import { setUpInput, testConfig, testPassword, tokenOf } from '../support/house.ts';
import { builtWeb } from '../support/web.ts';

const quiet = { debug() {}, info() {}, warn() {}, error: console.error };

interface Stage {
  readonly kept: Kept;
  readonly origin: string;
  readonly database: TestDatabase;
  readonly folders: readonly string[];
  readonly browser: Browser;
}

let stage: Stage;

/** What a shop's system would tell of three customers: who they are, what they bought, said and were promised. */
function told(): readonly Record<string, unknown>[] {
  const at = (day: string, time = '10:00') => `2026-${day}T${time}:00.000Z`;
  const person = (userId: string, name: string, email: string, phone: string) => ({
    type: 'identify',
    userId,
    messageId: `who-${userId}`,
    timestamp: at('01-10'),
    traits: { name, email, phone, language: 'es', address: { city: 'Valencia', country: 'ES' } },
  });
  const track = (userId: string, event: string, timestamp: string, properties: Record<string, unknown>) => ({
    type: 'track',
    userId,
    event,
    messageId: `${event}-${userId}-${timestamp}`,
    timestamp,
    properties,
  });
  return [
    person('u1', 'Ana Ruiz Peña', 'ana@example.org', '+34600111222'),
    person('u2', 'Ana Ruiz', 'ana.ruiz@example.net', '+34600333444'),
    person('u3', 'Pavel Orlov', 'pavel@example.org', '+34600555666'),
    track('u1', 'Order Completed', at('10-02'), {
      order_id: 'PD-77',
      total: 41.2,
      currency: 'EUR',
      channel: 'shop',
      products: [{ product_id: 'lamp', name: 'Lámpara de mesa', price: 20.6, quantity: 2 }],
    }),
    track('u1', 'Call Ended', at('11-03', '09:05'), {
      channel: 'phone',
      direction: 'in',
      duration_seconds: 240,
      conversation_id: 'talk-1',
      employee_name: 'Marta Llopis',
      words: 'Me han cobrado dos veces la misma factura.',
      language: 'es',
    }),
    track('u1', 'Promise Made', at('11-03', '09:09'), {
      channel: 'phone',
      maker: 'company',
      due: '2026-11-10',
      conversation_id: 'talk-1',
      words: 'Le devolvemos 41,20 € antes del 10 de noviembre.',
    }),
    track('u2', 'Door Opened', at('10-20'), { colour: 'green', width_cm: 90 }),
    ...Array.from({ length: 70 }, (_, index) =>
      track('u3', 'Meter Read', at('05-01', `10:${String(index % 60).padStart(2, '0')}`), {
        value: 4000 + index,
        unit: 'kWh',
        channel: index % 2 === 0 ? 'app' : 'back-office',
      }),
    ).map((message, index) => ({ ...message, messageId: `read-${index}` })),
  ];
}

async function openStage(): Promise<Stage> {
  const database = await cloneDatabase();
  const data = await mkdtemp(join(tmpdir(), 'kept-web-data-'));
  const config = testConfig(data, { KEPT_POOL: '4' });
  const kept = await openKept({ config, databaseUrl: database.url, log: quiet, webFolder: await builtWeb() });
  const origin = await kept.listen();
  await fill(kept);
  return { kept, origin, database, folders: [data], browser: await launch() };
}

async function fill(kept: Kept): Promise<void> {
  const token = tokenOf(await setUpLink(kept.house));
  const opened = await kept.app.inject({ method: 'POST', url: pathOf(setUp), payload: setUpInput(token) });
  const cookie = String(opened.headers['set-cookie']).split(';', 1)[0] ?? '';
  const source = {
    name: 'Shop',
    kind: 'server',
    channel: 'web',
    zone: 'Europe/Madrid',
    currency: 'EUR',
    language: 'es',
  };
  const made = await kept.app.inject({ method: 'POST', url: pathOf(makeSource), payload: source, headers: { cookie } });
  const { write_key: key } = makeSource.reply.parse(made.json());
  const authorization = `Basic ${Buffer.from(`${key}:`).toString('base64')}`;
  const batch = { batch: told() };
  const sent = await kept.app.inject({ method: 'POST', url: '/v1/batch', payload: batch, headers: { authorization } });
  expect(sent.statusCode).toBe(200);
}

/** A reader who is signed in, on a page loaded whole. */
async function signedIn(look: Look, path: string): Promise<{ page: Page; context: BrowserContext }> {
  const context = await reader(stage.browser, look);
  await context.addInitScript((language) => localStorage.setItem('kept.language', language), look.language ?? 'en');
  const data = { email: 'ada@example.org', password: testPassword };
  expect((await context.request.post(stage.origin + pathOf(signIn), { data })).status()).toBe(200);
  const page = await context.newPage();
  page.setDefaultTimeout(12_000);
  await page.goto(stage.origin + path);
  return { page, context };
}

let english: Page | undefined;

/** The page of who reads English at a desk, gone on with as links do: each full load costs seconds. */
async function atDesk(path: string): Promise<Page> {
  if (english === undefined) english = (await signedIn({}, path)).page;
  else await followTo(english, path);
  return english;
}

/** Two cores are shared with everything else. */
const patient = { timeout: 12_000 } as const;

const title = (page: Page) => page.locator('main h1');

describe.skipIf(browserPath === undefined)('customers in a browser', () => {
  beforeAll(async () => {
    stage = await openStage();
  }, 120_000);

  afterAll(async () => {
    await stage.browser.close();
    await stage.kept.close();
    await stage.database.drop();
    for (const folder of stage.folders)
      await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  });

  test('whoever is known is found as one types, opened, and everything that happened stands in one place', async () => {
    const page = await atDesk('/customers');
    await expect.poll(() => title(page).textContent(), patient).toBe('Customers');
    await page.getByRole('link', { name: 'Ana Ruiz Peña' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('searchbox').fill('orlov');
    await expect.poll(() => page.locator('main tbody tr').count(), patient).toBe(1);
    expect(new URL(page.url()).searchParams.get('q')).toBe('orlov');
    await page.getByRole('searchbox').fill('');
    await page.getByRole('link', { name: 'Ana Ruiz Peña' }).click();
    await expect.poll(() => title(page).textContent(), patient).toBe('Ana Ruiz Peña');
    const story = page.getByRole('region', { name: 'The story' });
    await story.getByText('Bought for €41.20, order PD-77').waitFor();
    expect(await story.locator('q').first().textContent()).toBe('Me han cobrado dos veces la misma factura.');
    await story.getByText('Called us, 4 minutes').click();
    await story.getByText('Heard', { exact: true }).waitFor();
    expect(await story.locator('dd').first().textContent()).toContain('10:05');
    await page.getByText('ana@example.org').waitFor();
    await expectAccessible(page);
  }, 40_000);

  test('a story goes on without end, is narrowed by the address, and an unknown event is shown by its own name', async () => {
    const page = await atDesk('/search?q=Pavel');
    await page
      .getByRole('link', { name: /Pavel Orlov/ })
      .first()
      .waitFor();
    await expectAccessible(page);
    await page
      .getByRole('link', { name: /Pavel Orlov/ })
      .first()
      .click();
    await page.getByText('Meter read: 4,059 kWh').waitFor();
    await page.getByRole('button', { name: 'Show earlier' }).scrollIntoViewIfNeeded();
    await page.getByText('This is where the story begins.').waitFor();
    expect(await page.locator('main li[data-event]').count()).toBe(71);
    await followTo(page, `${new URL(page.url()).pathname}?channel=app`);
    await expect.poll(() => page.locator('main li[data-event]').count(), patient).toBe(35);
    await followTo(page, '/customers?q=ana.ruiz');
    await page.getByRole('link', { name: 'Ana Ruiz', exact: true }).click();
    await page.getByText('Door Opened').waitFor();
    await page.getByText('colour: green').waitFor();
  }, 40_000);

  test('a contact is captured on a phone in Spanish: who, by which channel, what happened; and taken back', async () => {
    const { page, context } = await signedIn({ size: 'phone', language: 'es' }, '/customers');
    await page.getByRole('link', { name: /Ana Ruiz Peña/ }).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Anotar' }).click();
    await page.getByRole('textbox', { name: 'Quién' }).fill('600111222');
    await page.getByRole('option', { name: /Ana Ruiz Peña/ }).click();
    await page.getByRole('radio', { name: 'visita' }).check();
    await page
      .getByRole('textbox', { name: 'Qué pasó' })
      .fill('Pasó por la tienda y pidió que la llamen por la tarde.');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Guardar el contacto' }).click();
    await page.getByText('Contacto con Ana Ruiz Peña guardado').waitFor();
    await page.getByRole('link', { name: /Ana Ruiz Peña/ }).click();
    await page.getByText('Pasó por la tienda y pidió que la llamen por la tarde.').first().waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Deshacer' }).click();
    await page.getByText('corregido después').waitFor();
    expect(await page.locator('main s').first().textContent()).toContain('Pasó por la tienda');
    await context.close();
  }, 40_000);

  test('a contact is captured by keyboard alone: Enter chooses whom one typed, and nothing typed is lost', async () => {
    const page = await atDesk('/customers');
    await page.getByRole('link', { name: 'Pavel Orlov' }).waitFor();
    await page.keyboard.press('c');
    await page.getByRole('textbox', { name: 'Who' }).and(page.locator(':focus')).waitFor();
    await page.keyboard.type('orlov');
    await page.locator('[role=option][data-combobox-selected]', { hasText: 'Pavel Orlov' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'What happened' }).and(page.locator(':focus')).waitFor();
    await page.keyboard.type('Wants his bills explained in Russian.');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Contact with Pavel Orlov saved').waitFor();
  }, 40_000);

  test('two records of one customer are joined after a look at what speaks for it, and parted again', async () => {
    const { page, context } = await signedIn({ language: 'ru', scheme: 'dark' }, '/customers?q=ana@example.org');
    await page.getByRole('link', { name: 'Ana Ruiz Peña' }).click();
    await page.getByRole('button', { name: 'Ещё' }).click();
    await page.getByRole('menuitem', { name: /Объединить с другой записью/ }).click();
    await page.getByRole('textbox', { name: 'Другая запись' }).fill('ana.ruiz@example.net');
    await page.getByRole('option', { name: /Ana Ruiz/ }).click();
    await page.getByRole('textbox', { name: /Откуда вы знаете/ }).fill('Назвала оба номера');
    await page.getByRole('textbox', { name: /Почему/ }).fill('Два адреса одного человека');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Объединить', exact: true }).click();
    await page.getByText('объединён из 2 записей').waitFor();
    await page.getByText('ana.ruiz@example.net').waitFor();
    await page.getByText('Door Opened').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Отменить объединение' }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('Это сестра');
    await page.getByRole('dialog').getByRole('button', { name: 'Отменить объединение' }).click();
    await page.getByText('Их снова двое').waitFor();
    await expect.poll(() => page.getByText('ana.ruiz@example.net').count(), patient).toBe(0);
    await expect.poll(() => page.getByText('Door Opened').count(), patient).toBe(0);
    await context.close();
  }, 40_000);
});
