import type { Locator, Page } from 'playwright-core';
import { minuteIn, see } from '../walk/screen.ts';

/** A promise as somebody types it on his phone, in Spanish. */
export interface Typed {
  readonly words: string;
  /** A chip of the form, or in how many seconds. */
  readonly due: RegExp | number;
  readonly keeper?: string;
  /** What is said besides, in the folded part. */
  readonly more?: (form: Locator, page: Page) => Promise<void>;
}

/** Fills the form that is open; answers the instant where it is due to the minute. */
async function fill(page: Page, typed: Typed): Promise<number> {
  const form = page.getByRole('dialog');
  await form.getByRole('textbox', { name: /^Qué prometemos/ }).fill(typed.words);
  let at = 0;
  if (typeof typed.due === 'number') {
    const minute = minuteIn(typed.due);
    at = minute.at;
    await form.getByLabel('Día', { exact: true }).fill(minute.day);
    await form.getByLabel('Hora', { exact: true }).fill(minute.time);
  } else await form.getByRole('button', { name: typed.due }).click();
  if (typed.keeper !== undefined) {
    await form.getByRole('combobox', { name: 'Quién la cumple' }).click();
    await page.getByRole('option', { name: typed.keeper, exact: true }).click();
    await form.getByText(new RegExp(`^${typed.keeper} (tiene|aún no tiene|no trabaja)`)).waitFor();
  }
  if (typed.more !== undefined) {
    await form.getByRole('button', { name: /^Tipo, medida/ }).click();
    await typed.more(form, page);
  }
  return at;
}

/** Opens the form on the customer's page and fills it; nothing is promised yet. */
export async function typePromise(page: Page, customer: string, typed: Typed): Promise<number> {
  await page.goto(customer);
  await page.getByRole('button', { name: 'Prometer', exact: true }).click();
  return fill(page, typed);
}

/** Sends the form; ends on the promise's own page. */
export async function sendPromise(page: Page): Promise<string> {
  await page.getByRole('dialog').getByRole('button', { name: 'Prometerlo' }).click();
  await page.getByRole('button', { name: 'Abrir', exact: true }).click();
  await see(page, /^(Promesa a|Un paso de una promesa a) Ana Ruiz$/);
  return page.url();
}

/** Promises something to Ana; ends on the promise's page and gives its address. */
export async function promise(page: Page, customer: string, typed: Typed): Promise<string> {
  await typePromise(page, customer, typed);
  return sendPromise(page);
}

/** Adds a step inside the promise that is shown; ends on the step's page. */
export async function addStep(page: Page, typed: Typed): Promise<{ readonly url: string; readonly at: number }> {
  const at = await fill(page, typed);
  return { url: await sendPromise(page), at };
}

/** A mark of the scale of 1 to 7 that has this name. */
export async function mark(form: Locator, scale: string, level: number): Promise<void> {
  await form.getByRole('radiogroup', { name: scale }).getByText(String(level), { exact: true }).click();
}
