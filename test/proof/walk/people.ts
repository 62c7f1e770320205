import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { type Look, reader } from '../../support/browser.ts';
import { type MailServer, readable, type Taken } from '../../support/mail-server.ts';

const password = 'correct horse battery';

/** Somebody's browser, at the size and in the language in which he reads. */
export async function browserOf(browser: Browser, look: Look): Promise<Page> {
  const page = await (await reader(browser, look)).newPage();
  page.setDefaultTimeout(12_000);
  return page;
}

/** Waits until somebody stands on Today, whom the door has let in. */
export async function isIn(page: Page): Promise<void> {
  await page.waitForURL((url) => url.pathname === '/');
  await page.getByRole('navigation').first().waitFor();
}

/** Sets an empty house up by the link that its server printed; ends on Today as its administrator. */
export async function setUp(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel('Name of the organisation').fill('Candil Lighting');
  await page.getByLabel('Name', { exact: true }).fill('Ada First');
  await page.getByLabel('E-mail').fill('ada@example.org');
  await page.getByLabel('New password').fill(password);
  await page.getByRole('button', { name: 'Set up Kept' }).click();
  await isIn(page);
}

/** The letters that one address was sent. */
export function lettersTo(mail: MailServer, address: string): Taken[] {
  return mail.taken.filter((one) => one.to === address);
}

/** Sets mail up on its one screen: tried first, then saved. */
export async function setMail(page: Page, origin: string, mail: MailServer): Promise<void> {
  await page.goto(`${origin}/settings/mail`);
  await page.getByText('No mail is set up.').waitFor();
  await page.getByRole('textbox', { name: 'Mail server' }).fill('127.0.0.1');
  await page.getByRole('textbox', { name: 'Port' }).fill(String(mail.port));
  await page.getByRole('combobox', { name: 'Protection of the way' }).click();
  await page.getByRole('option', { name: 'None: only inside your own network' }).click();
  await page.getByRole('button', { name: 'Send me a test message' }).click();
  await page.getByText('The mail server took the message for ada@example.org.').waitFor();
  expect(lettersTo(mail, 'ada@example.org').map(readable)).toEqual([
    expect.stringContaining('This is the message that you asked for.'),
  ]);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Mail is set up.').waitFor();
}

/** Somebody who is invited. */
export interface Invited {
  readonly name: string;
  readonly email: string;
  readonly department: string;
  readonly language: string;
}

/** Invites somebody on the page of people; he comes in by the link in the letter that he is sent. */
export async function invite(
  about: { readonly admin: Page; readonly origin: string; readonly mail: MailServer },
  one: Invited,
  own: Page,
): Promise<void> {
  const { admin, origin, mail } = about;
  await admin.goto(`${origin}/people?invite=yes`);
  const form = admin.getByRole('dialog');
  await form.getByRole('textbox', { name: 'Name' }).fill(one.name);
  await form.getByRole('textbox', { name: 'E-mail' }).fill(one.email);
  await form.getByRole('combobox', { name: 'Department' }).click();
  await admin.getByRole('option', { name: one.department, exact: true }).click();
  await form.getByRole('combobox', { name: 'Language' }).click();
  await admin.getByRole('option', { name: one.language, exact: true }).click();
  await form.getByRole('button', { name: 'Invite', exact: true }).click();
  await admin.getByText(`A letter is on its way to ${one.email}.`).waitFor();
  await expect.poll(() => lettersTo(mail, one.email).length, { timeout: 15_000 }).toBe(1);
  const [letter] = lettersTo(mail, one.email);
  const link = letter === undefined ? undefined : /https?:\/\/\S+/.exec(readable(letter))?.[0];
  if (link === undefined) throw new Error('no link in the letter');
  await own.goto(link);
  await own.locator('input[type=password]').fill(password);
  await own.locator('button[type=submit]').click();
  await isIn(own);
}
