import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import RudderAnalytics from '@rudderstack/rudder-sdk-node';
import { Analytics } from '@segment/analytics-node';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserPath, followTo, launch as openBrowser, reader } from '../support/browser.ts';
import { command, endCommands, launch, type Running } from '../support/command.ts';
import { builtWeb } from '../support/web.ts';

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
  await followTo(page, `/customers?q=${encodeURIComponent(key)}`);
  await page.locator('main a[href^="/customers/"]').first().click(patient);
  await page.locator('main h1').filter({ hasText: key }).waitFor(patient);
}

/** The counts of every source, as the page of sources writes them: sent = remembered + duplicate + quarantined. */
async function countsOf(page: Page, source: string): Promise<string | null> {
  // Loaded whole: what was looked at before is not asked again.
  await page.goto(`${new URL(page.url()).origin}/intake`);
  const row = page.locator('main').getByRole('listitem').filter({ hasText: source });
  return row.getByRole('img').first().getAttribute('aria-label');
}

/** A file of customers of which one row in a hundred is bad; the numbers of those lines. */
function badFile(prefix: string, rows: number): { text: string; badLines: number[] } {
  const badLines: number[] = [];
  const lines = Array.from({ length: rows }, (_, at) => {
    const isBad = at % 100 === 37;
    if (isBad) badLines.push(at + 2);
    return `${prefix}${at},${prefix}${at}@example.org,${isBad ? '2026-13-45' : '2026-02-03'},said number ${at}`;
  });
  return { text: `customer,email,date,note\n${lines.join('\n')}\n`, badLines };
}

/** Imports a file by hand, in the browser; ends on the import's page. */
async function importByHand(page: Page, name: string, text: string): Promise<void> {
  await followTo(page, '/intake/imports/new');
  const buffer = Buffer.from(text);
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer });
  await page.getByRole('heading', { name: 'What it becomes' }).waitFor();
  await page.getByRole('combobox', { name: 'What customer is' }).click();
  await page.getByRole('option', { name: 'Customer number' }).click();
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByText('Imported.', { exact: true }).waitFor(patient);
}

/** Numbers of the lines that the error file names. */
async function errorLines(page: Page): Promise<number[]> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Error file' }).click();
  const text = readFileSync(await (await waiting).path(), 'utf8');
  const [head = '', ...lines] = text.trim().split(/\r?\n/);
  const at = head
    .replace('\ufeff', '')
    .split(',')
    .findIndex((name) => /^line/i.test(name));
  return lines.map((line) => Number(line.split(',')[at]));
}

describe.skipIf(browserPath === undefined)('a stranger starts Kept', () => {
  const invoices = invoicesOf();
  const [key = '', own = new Set<string>()] = [...invoices].find(([, one]) => one.size >= 5 && one.size <= 12) ?? [];
  const kept = badFile('kept-', 1_000);
  const undone = badFile('undone-', 300);
  let running: Running;
  let said: Record<string, unknown>;
  let browser: Browser;
  let page: Page;
  let importAt: string;
  let writeKey: string;

  /** Each of the two who were one for a while has what he said, and the second what came meanwhile. */
  async function expectParted(): Promise<void> {
    await openCustomer(page, 'kept-502@example.org');
    await page.getByText('said number 502').first().waitFor();
    await page.getByText('Called Again').first().waitFor();
    expect(await page.getByText('said number 501').count()).toBe(0);
    await openCustomer(page, 'kept-501@example.org');
    await page.getByText('said number 501').first().waitFor();
    expect(await page.getByText(/said number 502|Called Again/).count()).toBe(0);
  }

  /** Sends a batch as the source does. */
  async function send(batch: readonly object[]): Promise<number> {
    const authorization = `Basic ${Buffer.from(`${writeKey}:`).toString('base64')}`;
    const body = JSON.stringify({ batch });
    return (await fetch(`${said['local_url']}/v1/batch`, { method: 'POST', headers: { authorization }, body })).status;
  }

  beforeAll(async () => {
    await builtWeb();
    browser = await openBrowser();
    running = launch(['start', '--extract', '--json'], env);
    said = await running.said;
    page = await (await reader(browser, {})).newPage();
    page.setDefaultTimeout(patient.timeout);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await endCommands();
    await rm(data, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  });

  test('sees a real customer with every invoice', async () => {
    await page.goto(String(said['set_up']));
    await page.getByLabel('Name of the organisation').fill('The Gift House');
    await page.getByLabel('Name', { exact: true }).fill('Ada First');
    await page.getByLabel('E-mail').fill('ada@example.org');
    await page.getByLabel('New password').fill('correct horse battery');
    await page.getByRole('button', { name: 'Set up Kept' }).click();
    await page.locator('main h1').waitFor();
    await expect.poll(async () => (await command(['verify', '--json'], env)).exit, { timeout: 30_000 }).toBe(0);
    await openCustomer(page, key);
    expect(own.size).toBeGreaterThan(4);
    expect(await purchasesOf(page)).toEqual([...own].toSorted());
    const shown = await ordersShown(page);
    expect([...own].filter((number) => !shown.has(number))).toEqual([]);
  }, 60_000);

  test('what clients send is on the open page within a second; the same batch twice adds nothing', async () => {
    const made: { write_key: string } = await page.evaluate(async () => {
      const about = { kind: 'server', channel: 'web', zone: 'Europe/London', currency: 'GBP', language: 'en' };
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ name: 'Site', ...about });
      return (await fetch('/api/v1/intake/make-source', { method: 'POST', headers, body })).json();
    });
    writeKey = made.write_key;
    const host = String(said['local_url']);
    await openCustomer(page, key);
    const address = page.url();
    // Its stream opens late: what came after the page was loaded is announced all the same.
    let letThrough = () => {};
    await page.route('**/api/v1/live*', async (route) => {
      await new Promise<void>((done) => {
        letThrough = done;
      });
      await route.continue();
    });
    await page.goto(address);
    await page.getByText('Bought, order').first().waitFor();
    expect(await send([{ type: 'track', userId: key, event: 'Came Early', messageId: 'early' }])).toBe(200);
    letThrough();
    await page.getByRole('button', { name: '1 new' }).click();
    await page.getByText('Came Early').first().waitFor();
    await page.unroute('**/api/v1/live*');
    const analytics = new Analytics({ writeKey, host, flushAt: 1, flushInterval: 10 });
    const rudder = new RudderAnalytics(writeKey, { dataPlaneUrl: host, flushAt: 1, flushInterval: 10 });
    const clients = [
      { client: analytics, event: 'Parcel Praised', words: 'Everything came whole, thank you' },
      { client: rudder, event: 'Question Asked', words: 'When does the next catalogue come?' },
    ];
    for (const { client, event, words } of clients) {
      const waits: number[] = [];
      for (const again of ['', ', I say it again', ', and once more']) {
        const began = performance.now();
        client.track({ userId: key, event, properties: { words: words + again } });
        await page.getByRole('button', { name: /^\d+ new$/ }).click();
        await page
          .getByText(words + again, { exact: false })
          .first()
          .waitFor();
        waits.push(performance.now() - began);
      }
      // Other tests run beside this one: the fastest of three says what Kept needs.
      expect(Math.min(...waits)).toBeLessThan(1_000);
    }
    await analytics.closeAndFlush();
    await new Promise((done) => rudder.flush(done));

    const batch = Array.from({ length: 20 }, (_, n) => ({
      type: 'track',
      userId: key,
      event: 'Shelf Looked At',
      messageId: `twice-${n}`,
      timestamp: '2026-02-03T10:00:00Z',
    }));
    expect([await send(batch), await send(batch)]).toEqual([200, 200]);
    expect(await countsOf(page, 'Site')).toBe('47 sent = 27 remembered + 20 duplicate + 0 quarantined');
  }, 60_000);

  test('a file with one bad row in a hundred: the good ones in, the bad ones in the error file by their lines', async () => {
    await importByHand(page, 'kept.csv', kept.text);
    importAt = new URL(page.url()).pathname;
    expect(await errorLines(page)).toEqual(kept.badLines);
    await openCustomer(page, 'kept-36');
    await page.getByText('said number 36').first().waitFor();
  }, 60_000);

  test('an import that is taken out leaves nobody behind', async () => {
    await importByHand(page, 'undone.csv', undone.text);
    await openCustomer(page, 'undone-36');
    await page.goBack();
    await page.goBack();
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Take it all out' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Take it all out' }).click();
    await page.getByText('Taken out.', { exact: true }).waitFor();
    await page.goto(`${new URL(page.url()).origin}/customers?q=undone-36`);
    await page.getByText('No customer fits').first().waitFor();
  }, 60_000);

  test('two are made one, one of them is heard again, and parted each has his own', async () => {
    await openCustomer(page, 'kept-501@example.org');
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Join another record' }).click();
    await page.getByRole('textbox', { name: 'The other record' }).fill('kept-502@example.org');
    await page.getByRole('option', { name: /kept-502/ }).click();
    await page.getByRole('textbox', { name: /How do you know/ }).fill('he said so');
    await page.getByRole('textbox', { name: /Why/ }).fill('two addresses of one man');
    await page.getByRole('button', { name: 'Join them' }).click();
    await page.getByText('Joined into one customer').waitFor();
    await page.getByText('said number 501').first().waitFor();
    await page.getByText('said number 502').first().waitFor();
    expect(await send([{ type: 'track', userId: 'kept-502', event: 'Called Again', messageId: 'again-502' }])).toBe(
      200,
    );
    await page.getByRole('button', { name: '1 new' }).click();
    await page.getByText('Called Again').first().waitFor();
    await page.getByRole('button', { name: 'Undo the join' }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('they are brothers');
    await page.getByRole('dialog').getByRole('button', { name: 'Undo the join' }).click();
    await page.getByText('They are two again').waitFor();
    await expectParted();
  }, 60_000);

  test('all of it is there after a restart', async () => {
    running.child.kill('SIGTERM');
    expect((await running.ended).exit).toBe(0);
    running = launch(['start', '--json'], { ...env, KEPT_PORT: new URL(String(said['url'])).port });
    const again = await running.said;
    expect(again['set_up']).toBeNull();
    await page.goto(String(again['url']));
    await page.locator('main h1').waitFor();
    await openCustomer(page, key);
    expect(await purchasesOf(page)).toEqual([...own].toSorted());
    await page.getByText('Everything came whole, thank you').first().waitFor();
    await page.getByText('When does the next catalogue come?').first().waitFor();
    expect(await countsOf(page, 'Site')).toBe('48 sent = 28 remembered + 20 duplicate + 0 quarantined');
    await expectParted();
    await followTo(page, importAt);
    expect(await errorLines(page)).toEqual(kept.badLines);
    await followTo(page, '/customers?q=undone-36');
    await page.getByText('No customer fits').first().waitFor();
  }, 60_000);
});
