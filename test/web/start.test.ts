import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Analytics } from '@segment/analytics-node';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserPath, launch as openBrowser, reader } from '../support/browser.ts';
import { command, endCommands, launch } from '../support/command.ts';

// What a stranger does: starts Kept with the real extract, sets it up in a browser, looks, lets clients speak, starts again.
const data = await mkdtemp(join(tmpdir(), 'kept-stranger-'));
const env = { KEPT_DATA: data, KEPT_UNSAFE: '1' };
const patient = { timeout: 15_000 } as const;

/** Of each customer of the extract, his invoices: read from the file by plain code. */
function invoicesOf(): Map<string, Set<string>> {
  const lines = readFileSync('examples/online-retail/extract.csv', 'utf8').split(/\r?\n/).slice(1);
  const found = new Map<string, Set<string>>();
  for (const line of lines) {
    const cells = line.match(/("([^"]|"")*"|[^,]*)(,|$)/g)?.map((cell) => cell.replace(/,$/, '').replaceAll('"', ''));
    const [invoice = '', , , , , , customer = ''] = cells ?? [];
    if (customer === '') continue;
    found.set(customer, (found.get(customer) ?? new Set()).add(invoice));
  }
  return found;
}

/** The numbers of the orders that the story shows, scrolled to its end. */
async function ordersShown(page: Page): Promise<Set<string>> {
  const seen = new Set<string>();
  for (let still = 0; still < 3; ) {
    const before = seen.size;
    for (const text of await page.locator('main').allInnerTexts()) {
      for (const number of text.match(/\bC?\d{6}\b/g) ?? []) seen.add(number);
    }
    await page.mouse.wheel(0, 4_000);
    await page.waitForTimeout(250);
    still = seen.size === before ? still + 1 : 0;
  }
  return seen;
}

async function purchasesOf(page: Page): Promise<string[]> {
  const answer = await page.evaluate(async () => {
    const customer = location.pathname.split('/').at(-1);
    return (await fetch(`/api/v1/memory/purchases?customer_id=${customer}&limit=200`)).json();
  });
  return answer.purchases.map((one: { order_key: string }) => one.order_key).toSorted();
}

async function openCustomer(page: Page, key: string): Promise<void> {
  await page.goto(`${new URL(page.url()).origin}/customers?q=${key}`);
  await page.locator('main a[href^="/customers/"]').first().click(patient);
  await page.locator('main h1').filter({ hasText: key }).waitFor(patient);
}

describe.skipIf(browserPath === undefined || !existsSync('dist/web/index.html'))('a stranger starts Kept', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await endCommands();
    await rm(data, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  });

  test('sees a real customer with every invoice, and what clients send within a second; all is there after a restart', async () => {
    const invoices = invoicesOf();
    const [key = '', own = new Set<string>()] = [...invoices].find(([, one]) => one.size >= 5 && one.size <= 12) ?? [];
    expect(own.size).toBeGreaterThan(4);

    const first = launch(['start', '--extract', '--json'], env);
    const said = await first.said;
    const context = await reader(browser, {});
    const page = await context.newPage();
    page.setDefaultTimeout(patient.timeout);
    await page.goto(String(said['set_up']));
    await page.getByLabel('Name of the organisation').fill('The Gift House');
    await page.getByLabel('Name', { exact: true }).fill('Ada First');
    await page.getByLabel('E-mail').fill('ada@example.org');
    await page.getByLabel('New password').fill('correct horse battery');
    await page.getByRole('button', { name: 'Set up Kept' }).click();
    await page.locator('main h1').waitFor();

    await expect.poll(async () => (await command(['verify', '--json'], env)).exit, { timeout: 30_000 }).toBe(0);
    await openCustomer(page, key);
    expect(await purchasesOf(page)).toEqual([...own].toSorted());
    const shown = await ordersShown(page);
    expect([...own].filter((number) => !shown.has(number))).toEqual([]);

    const made = await page.evaluate(async () => {
      const body = JSON.stringify({
        name: 'Site',
        kind: 'server',
        channel: 'web',
        zone: 'Europe/London',
        currency: 'GBP',
        language: 'en',
      });
      const headers = { 'content-type': 'application/json' };
      return (await fetch('/api/v1/intake/make-source', { method: 'POST', headers, body })).json();
    });
    const analytics = new Analytics({ writeKey: made.write_key, host: String(said['local_url']), flushAt: 1 });
    analytics.track({
      userId: key,
      event: 'Parcel Praised',
      properties: { words: 'Everything came whole, thank you' },
    });
    await analytics.closeAndFlush();
    const began = performance.now();
    await page.reload();
    await page.getByText('Everything came whole, thank you').first().waitFor();
    expect(performance.now() - began).toBeLessThan(8_000);

    first.child.kill('SIGTERM');
    expect((await first.ended).exit).toBe(0);
    const second = launch(['start', '--json'], { ...env, KEPT_PORT: new URL(String(said['url'])).port });
    const again = await second.said;
    expect(again['set_up']).toBeNull();
    await page.goto(String(again['url']));
    await openCustomer(page, key);
    expect(await purchasesOf(page)).toEqual([...own].toSorted());
    await page.getByText('Everything came whole, thank you').first().waitFor();
    await context.close();
  }, 120_000);
});
