import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AwaitedLine, awaitLines } from '../../src/server/today/line-service.ts';
import { weighCustomers } from '../../src/server/today/stake-service.ts';
import { make } from '../../src/shared/customers.ts';
import { editMe, signIn } from '../../src/shared/staff.ts';
import { departments, editDepartment } from '../../src/shared/staff-house.ts';
import { browserPath, expectAccessible, followTo, type Look, launch, reader } from '../support/browser.ts';
import { asHouse } from '../support/call.ts';
import { openHouse, type SignedIn, type TestHouse, testPassword } from '../support/house.ts';
import { departmentOf } from '../support/people.ts';
import { builtWeb } from '../support/web.ts';

const hourMs = 3_600_000;

/** Two clerks of Billing and who heads it, at the same lines. */
describe.skipIf(browserPath === undefined)('Today among colleagues', { timeout: 60_000 }, () => {
  let house: TestHouse;
  let origin: string;
  let browser: Browser;
  let billing: string;
  let lucia: SignedIn;
  let pavel: SignedIn;
  let first: Page;
  let second: Page;
  const customers: string[] = [];

  beforeAll(async () => {
    const webFolder = await builtWeb();
    [house, browser] = await Promise.all([openHouse({ webFolder }), launch()]);
    await house.kept.listen();
    origin = house.kept.app.listeningOrigin;
    billing = await departmentOf(house, 'billing');
    lucia = await house.person('employee', billing);
    pavel = await house.person('employee', billing);
    await house.ask(editMe, { name: 'Lucía Bravo' }, lucia);
    await house.ask(editMe, { name: 'Pavel Orlov' }, pavel);
    const all = (await house.ask(departments, {}, house.administrator)).departments;
    const version = all.find((one) => one.department_id === billing)?.version ?? 0;
    const head = { department_id: billing, version, head_id: house.administrator.personId };
    await house.ask(editDepartment, head, house.administrator);
    for (const name of ['Ana Ruiz', 'Zoë Brandt', 'Marta Gil']) {
      customers.push((await house.ask(make, { kind: 'person', name }, house.administrator)).customer_id);
    }
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  const line = (at: number, key: string, over: Partial<AwaitedLine> = {}): AwaitedLine => ({
    ...{ customerId: customers[at] ?? '', room: 'promises', key, kind: 'promises.accept', departmentId: billing },
    ...{ word: 'promisesToday.line.late', slots: { due: { on: '2026-03-02' } }, path: `/customers/${customers[at]}` },
    ...over,
  });
  const put = (...lines: AwaitedLine[]) => asHouse(house.kept, (call) => awaitLines(call, lines));

  async function open(email: string, look: Look = {}): Promise<{ context: BrowserContext; page: Page }> {
    const context = await reader(browser, look);
    const data = { email, password: testPassword };
    const came = await context.request.post(`${origin}/api/v1/${signIn.name.replace('.', '/')}`, { data });
    expect(came.status()).toBe(200);
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(origin);
    return { context, page };
  }

  test('a customer’s lines stand together, whom we owe before others, each with its reason', async () => {
    await asHouse(house.kept, (call) =>
      weighCustomers(call, [{ customerId: customers[1] ?? '', owed: 5, lost: true }]),
    );
    const act = { word: 'promisesToday.step.accept' as const, endpoint: 'promises.accept', input: {} };
    await put(
      line(0, 'ana', { weight: 2, act }),
      line(1, 'repair', {
        weight: 5,
        word: 'momentsToday.line.repair',
        slots: { at: { at: '2026-11-20T10:00:00Z' } },
        kind: 'moments.repair',
      }),
      line(1, 'ask', {
        weight: 1,
        word: 'momentsToday.line.look',
        slots: { at: { at: '2026-11-20T10:00:00Z' } },
        kind: 'moments.ask',
      }),
      line(2, 'marta', { weight: 1, personId: lucia.personId, until: new Date(Date.now() - 50 * hourMs) }),
    );
    [{ page: first }, { page: second }] = await Promise.all([
      open('employee-1@example.org'),
      open('employee-2@example.org'),
    ]);
    const rows = first.getByRole('list', { name: 'What awaits you' }).getByRole('listitem');
    await expect.poll(() => rows.count(), { timeout: 15_000 }).toBe(4);
    const said = await rows.allInnerTexts();
    expect(said.map((text) => /Zoë|Marta|Ana/.exec(text)?.[0])).toEqual(['Zoë', 'Zoë', 'Marta', 'Ana']);
    expect(said[0]).toMatch(/To repair: a bad moment[\s\S]*we owe 5 good moments[\s\S]*he may be leaving us/);
  });

  test('what one takes, the other sees at once as his; at the same second one has it and the other is told', async () => {
    const mine = first.getByRole('listitem').filter({ hasText: 'Ana Ruiz' });
    const his = second.getByRole('listitem').filter({ hasText: 'Ana Ruiz' });
    await his.getByRole('button', { name: 'Accept' }).waitFor();
    await mine.hover();
    await first.keyboard.press('x');
    await first.getByText('You have it now.').waitFor();
    await his.getByText('Lucía Bravo has this').waitFor();
    expect(await his.getByRole('button', { name: 'Accept' }).count()).toBe(0);
    await expectAccessible(second);
    await first.getByRole('button', { name: 'Undo' }).last().click();
    await mine.getByText('you have it', { exact: true }).waitFor({ state: 'detached' });
    await his.getByRole('button', { name: 'Accept' }).waitFor();
    // The second does not hear of the first before he presses, too.
    await second.route('**/api/v1/today/lines*', (route) => route.abort());
    await first.getByRole('listitem').filter({ hasText: 'Ana Ruiz' }).hover();
    await first.keyboard.press('x');
    await mine.getByText('you have it', { exact: true }).waitFor();
    await his.getByRole('button', { name: 'Accept' }).click();
    await second.getByText('Lucía Bravo has just taken this.').waitFor();
    await second.getByRole('button', { name: 'Close' }).last().click();
  });

  test('by keyboard a line goes to a colleague, with a note; undone, it is back', async () => {
    await first.getByRole('listitem').filter({ hasText: 'Marta Gil' }).hover();
    await first.keyboard.press('h');
    const form = first.getByRole('dialog');
    await form.getByRole('combobox', { name: 'To whom' }).fill('Pavel');
    await first.getByRole('option', { name: 'Pavel Orlov' }).click();
    await form.getByLabel('A note to it').fill('She calls at ten.');
    await form.getByRole('button', { name: 'Hand over' }).click();
    await first.getByText('Pavel Orlov has it now.').waitFor();
    await second.unroute('**/api/v1/today/lines*');
    await second.reload();
    await second.getByText('She calls at ten.').waitFor();
    await second.getByText('Lucía Bravo handed it over').waitFor();
    await first.getByRole('button', { name: 'Undo' }).last().click();
    await first.getByRole('listitem').filter({ hasText: 'Marta Gil' }).waitFor();
    await first.context().close();
    await second.context().close();
  });

  test('who leads sees how much awaits whom, and hands several over at once, on a phone', async () => {
    const { page, context } = await open('ada@example.org', { size: 'phone', scheme: 'dark' });
    await page.getByRole('link', { name: 'Team' }).click();
    const row = page.getByRole('row').filter({ hasText: 'Lucía Bravo' });
    await row.getByRole('cell', { name: '2' }).waitFor();
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await row.getByRole('link', { name: 'Lucía Bravo' }).click();
    await page.getByRole('checkbox', { name: 'Choose all' }).check();
    await page.getByText('2 chosen').waitFor();
    await page.getByRole('button', { name: 'Hand over' }).click();
    const form = page.getByRole('dialog');
    await form.getByText('Marta Gil').waitFor();
    await form.getByRole('combobox', { name: 'To whom' }).fill('Pavel');
    await page.getByRole('option', { name: 'Pavel Orlov' }).click();
    await expectAccessible(page);
    await form.getByRole('button', { name: 'Hand over' }).click();
    await page.getByText('Nothing awaits here.').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Marta Gil').waitFor();
    await followTo(page, '/team');
    await page.getByRole('link', { name: 'Nobody has it' }).click();
    await page.getByText('To repair: a bad moment').waitFor();
    await context.close();
  });
});
