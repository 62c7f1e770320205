import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AwaitedLine, awaitLines, settleLines } from '../../src/server/today/line-service.ts';
import { tell, tellingIdOf } from '../../src/server/today/telling-service.ts';
import { make } from '../../src/shared/customers.ts';
import { editMe, signIn } from '../../src/shared/staff.ts';
import { browserPath, expectAccessible, type Look, launch, reader } from '../support/browser.ts';
import { asHouse } from '../support/call.ts';
import { openHouse, type SignedIn, type TestHouse, testPassword } from '../support/house.ts';
import { type MailServer, mailUser, openMailServer } from '../support/mail-server.ts';
import { departmentOf } from '../support/people.ts';

/** Built before all tests, as `npm start` serves it. */
const webFolder = fileURLToPath(new URL('../../dist/web', import.meta.url));
const hourMs = 3_600_000;

/** Everyone's home, as a clerk of Billing and the administrator see it. */
describe.skipIf(browserPath === undefined || !existsSync(webFolder))(
  'Today in the browser',
  { timeout: 60_000 },
  () => {
    let house: TestHouse;
    let origin: string;
    let browser: Browser;
    let mail: MailServer;
    let billing: string;
    let clerk: SignedIn;
    let page: Page;
    const customers: string[] = [];

    beforeAll(async () => {
      mail = await openMailServer({ asks: true });
      [house, browser] = await Promise.all([openHouse({ webFolder }), launch()]);
      await house.kept.listen();
      origin = house.kept.app.listeningOrigin;
      billing = await departmentOf(house, 'billing');
      clerk = await house.person('employee', billing);
      await house.ask(editMe, { name: 'Lucía Bravo', language: 'es' }, clerk);
      for (const name of ['Ana Ruiz', 'Pavel Orlov', 'Zoë Brandt', 'Marta Gil']) {
        customers.push((await house.ask(make, { kind: 'person', name }, house.administrator)).customer_id);
      }
    }, 60_000);

    afterAll(async () => {
      await browser?.close();
      await house?.close();
      await mail?.close();
    });

    const line = (at: number, hours: number, over: Partial<AwaitedLine> = {}): AwaitedLine => ({
      customerId: customers[at] ?? '',
      room: 'promises',
      key: `line ${at}`,
      kind: 'promises.late',
      personId: clerk.personId,
      until: new Date(Date.now() + hours * hourMs),
      word: 'promisesToday.line.late',
      slots: { due: { at: new Date(Date.now() + hours * hourMs).toISOString() }, maker: { person: clerk.personId } },
      path: `/customers/${customers[at]}`,
      ...over,
    });
    const put = (...lines: AwaitedLine[]) => asHouse(house.kept, (call) => awaitLines(call, lines));

    async function open(email: string, look: Look = {}): Promise<{ context: BrowserContext; opened: Page }> {
      const context = await reader(browser, look);
      const data = { email, password: testPassword };
      const came = await context.request.post(`${origin}/api/v1/${signIn.name.replace('.', '/')}`, { data });
      expect(came.status()).toBe(200);
      const opened = await context.newPage();
      opened.setDefaultTimeout(15_000);
      await opened.goto(origin);
      return { context, opened };
    }

    test('nobody awaits anything; then who, what, why and until when, late first, in the clerk’s language', async () => {
      page = (await open('employee-1@example.org', { language: 'es' })).opened;
      await page.getByText('Nadie espera nada de usted.').waitFor();
      await put(
        line(0, -50),
        line(1, 20, { kind: 'promises.due-soon', word: 'promisesToday.line.dueSoon' }),
        line(2, 3, {
          kind: 'promises.accept',
          word: 'promisesToday.line.accept',
          personId: null,
          departmentId: billing,
        }),
      );
      await page.getByRole('button', { name: '3 novedades' }).click();
      const rows = page.getByRole('list', { name: 'Lo que le espera' }).getByRole('listitem');
      await page.getByText('3 clientes esperan algo de usted; 1 va con atraso.').waitFor();
      await expect.poll(() => rows.allInnerTexts()).toHaveLength(3);
      const [late, shared] = await rows.allInnerTexts();
      expect(late).toMatch(
        /Ana Ruiz\s*Una promesa vencía .*\n?Está atrasada y el cliente espera[\s\S]*2 días de atraso/,
      );
      expect(shared).toMatch(/Zoë Brandt\s*Por aceptar: una promesa de Lucía Bravo para/);
      expect(shared).toContain('para Facturación');
      await rows.first().hover();
      await page.getByRole('complementary', { name: 'El resumen de este cliente' }).getByText('Ana Ruiz').waitFor();
      await expectAccessible(page);
    });

    test('all by keyboard: down to a row, take it, put it off, undo', async () => {
      for (const name of ['Ana Ruiz', 'Zoë Brandt']) {
        await page.keyboard.press('j');
        await page.waitForFunction((text) => document.activeElement?.textContent?.includes(text) ?? false, name);
      }
      await page.keyboard.press('x');
      await page.getByText('Ahora lo tiene usted.').waitFor();
      await page.getByText('lo tiene usted', { exact: true }).waitFor();
      await page.keyboard.press('s');
      await page.getByRole('dialog').getByText('Mañana por la mañana').waitFor();
      await expectAccessible(page);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.getByText(/Aplazado hasta mañana, 09:00/).waitFor();
      await page.getByRole('radio', { name: '1 aplazado' }).waitFor({ state: 'attached' });
      const list = page.getByRole('list', { name: 'Lo que le espera' });
      expect(await list.getByText('Zoë Brandt').count()).toBe(0);
      await page.getByRole('button', { name: 'Deshacer' }).last().click();
      await list.getByText('Zoë Brandt').waitFor();
    });

    test('what others settle stays where it is until it is folded; the bell says what was told', async () => {
      await asHouse(house.kept, (call) => settleLines(call, [line(1, 20)], clerk.personId));
      await put(line(3, 1));
      await asHouse(house.kept, (call) =>
        tell(call, [
          {
            tellingId: tellingIdOf('web', 'late'),
            personId: clerk.personId,
            customerId: customers[0],
            kind: 'promises.late',
            word: 'promisesToday.line.late',
            slots: { due: { at: new Date(Date.now() - hourMs).toISOString() } },
            path: `/customers/${customers[0]}`,
            at: call.now,
            lateSeconds: 7_200,
          },
        ]),
      );
      await page.locator('[data-gone="true"]').filter({ hasText: 'Pavel Orlov' }).waitFor();
      await page.getByRole('button', { name: '1 novedad' }).click();
      await page.getByText('Marta Gil').waitFor();
      expect(await page.getByText('Pavel Orlov').count()).toBe(0);
      await page.getByRole('button', { name: 'Sus avisos: 1 sin ver' }).click();
      const told = page.getByRole('button', { name: /Con atraso: la promesa a Ana Ruiz vencía/ });
      await told.waitFor();
      await page.getByText('avisado con 2 horas de atraso').waitFor();
      await expectAccessible(page);
      await told.click();
      await page.waitForURL(`**/customers/${customers[0]}`);
      await page.getByRole('button', { name: 'Sus avisos', exact: true }).waitFor();
      await page.context().close();
    });

    test('on a phone, in Russian: the act stands under the thumb', async () => {
      await house.ask(editMe, { language: 'ru' }, clerk);
      const { context, opened } = await open('employee-1@example.org', {
        language: 'ru',
        size: 'phone',
        scheme: 'dark',
      });
      await opened.getByText('Срок обещания прошёл').first().waitFor();
      const box = await opened.getByRole('link', { name: 'Что можно сделать' }).first().boundingBox();
      expect(box?.height).toBeGreaterThanOrEqual(44);
      expect(await opened.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      await expectAccessible(opened);
      await context.close();
    });

    test('the account says how one is told, and changes it at once', async () => {
      const { context, opened } = await open('employee-1@example.org', { language: 'ru', size: 'phone' });
      await opened.goto(`${origin}/settings/account`);
      await opened.getByRole('checkbox', { name: 'Обещание просрочено: В Kept' }).click();
      const stored = () => house.rows('select app from today.preference');
      await expect.poll(stored).toEqual([{ app: false }]);
      expect(await opened.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      await expectAccessible(opened);
      await context.close();
    });

    test('the administrator sets up mail on one screen, and is told what is wrong first', async () => {
      const { context, opened } = await open('ada@example.org');
      await opened.goto(`${origin}/settings/mail`);
      await opened.getByLabel('Mail server').fill('127.0.0.1');
      await opened.getByLabel('Port').fill(String(mail.port));
      await opened.getByRole('combobox', { name: 'Protection of the way' }).click();
      await opened.getByRole('option', { name: /None/ }).click();
      await opened.getByLabel('User').fill(mailUser.username);
      await opened.getByRole('textbox', { name: 'Password' }).fill('wrong');
      await opened.getByRole('button', { name: 'Send me a test message' }).click();
      await opened.getByText('The server does not take this user and password').waitFor();
      await opened.getByRole('textbox', { name: 'Password' }).fill(mailUser.password);
      await opened.getByRole('button', { name: 'Send me a test message' }).click();
      await opened.getByText('The mail server took the message for ada@example.org.').waitFor();
      await opened.getByRole('button', { name: 'Save', exact: true }).click();
      await opened.getByText('Mail is set up.').waitFor();
      await opened.getByText('Kept, and never shown.').waitFor();
      expect(mail.taken).toHaveLength(1);
      await expectAccessible(opened);
      await context.close();
    });
  },
);
