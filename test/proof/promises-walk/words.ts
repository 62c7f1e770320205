import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { expectAccessible } from '../../support/browser.ts';
import { minuteIn, picture, see } from '../walk/screen.ts';
import type { Walkers } from './lamp.ts';

const spoken = 'Le dije que le llamaremos el jueves por lo de la factura.';
const heard = /le llamaremos el jueves/i;
const quote = 'Mañana antes de las cinco le enviamos el presupuesto.';
const visit = 'El viernes pasará nuestro técnico a verlo.';

/** Writes a contact of ours down on the customer's page; it is not saved yet. */
async function note({ shop, customer }: Walkers, words: string): Promise<void> {
  await shop.goto(customer);
  await shop.locator('main').getByRole('button', { name: 'Anotar un contacto' }).first().click();
  const form = shop.getByRole('dialog');
  await form.getByRole('textbox', { name: 'Qué pasó' }).fill(words);
  await form.getByText('Nuestro', { exact: true }).click();
}

async function save(shop: Page): Promise<void> {
  await shop.getByRole('dialog').getByRole('button', { name: 'Guardar el contacto' }).click();
  await see(shop, 'Contacto guardado');
}

const none = { open: 'No hay promesas abiertas', found: 'No se leyó nada en palabras' };

/** The rows of the list of promises due from today on, as they are written on the screen. */
async function listed(page: Page, origin: string, which: 'open' | 'found'): Promise<string[]> {
  await page.goto(`${origin}/promises/list?which=${which}&since=${minuteIn(0).day}`);
  const rows = page.locator('main li a[href^="/promises/"]');
  await rows
    .first()
    .or(page.getByText(none[which]).or(page.getByText('No hay tal promesa')))
    .first()
    .waitFor();
  return rows.allTextContents();
}

/** Read in words while they are typed: nobody's promise until one key makes it one. */
export async function hearPromises(walkers: Walkers): Promise<void> {
  const { shop, origin } = walkers;
  await note(walkers, spoken);
  await see(shop, /^Promesa oída: «.*le llamaremos el jueves/i);
  await picture(shop, 'heard');
  await expectAccessible(shop);
  const beside = await shop.context().newPage();
  expect((await listed(beside, origin, 'open')).filter((one) => heard.test(one))).toEqual([]);
  await beside.close();
  await shop.keyboard.press('Control+p');
  await see(shop, /^Prometido a Ana Ruiz, para: (jue,|mañana)/);
  await save(shop);
  expect((await listed(shop, origin, 'open')).filter((one) => heard.test(one))).toHaveLength(1);
  // Made by hand, it is proposed no second time.
  expect((await listed(shop, origin, 'found')).filter((one) => heard.test(one))).toEqual([]);
}

/** Read in contacts that were saved: proposed with its due, and a promise only by the key of whoever confirms it. */
export async function confirmAndDismiss(walkers: Walkers): Promise<void> {
  const { shop, origin } = walkers;
  for (const words of [quote, visit]) {
    await note(walkers, words);
    await see(shop, /^Promesa oída: /);
    await save(shop);
  }
  await expect
    .poll(async () => (await listed(shop, origin, 'found')).length, { timeout: 20_000, interval: 700 })
    .toBe(2);
  await picture(shop, 'found');
  expect((await listed(shop, origin, 'open')).filter((one) => /presupuesto|técnico/.test(one))).toEqual([]);
  await shop.goto(`${origin}/promises`);
  await shop.getByRole('link', { name: '2 promesas leídas en palabras, por confirmar' }).click();
  await shop.getByRole('link', { name: /técnico/ }).click();
  await see(shop, 'leída en palabras');
  await shop.keyboard.press('d');
  await see(shop, 'no es promesa');
  await shop.goto(`${origin}/promises/list?which=found`);
  await shop.getByRole('link', { name: /presupuesto/ }).click();
  await see(shop, 'leída en palabras');
  await see(shop, /^para: mañana, 17:00/);
  await shop.keyboard.press('a');
  await picture(shop, 'confirm');
  await shop.getByRole('dialog').getByRole('button', { name: 'Hacerla promesa' }).click();
  await see(shop, 'Ya es una promesa');
}

/** What was confirmed is a promise, what was dismissed is none, and nothing is proposed any more. */
export async function wordsStand({ shop, origin }: Walkers): Promise<void> {
  const open = await listed(shop, origin, 'open');
  expect(open.filter((one) => heard.test(one))).toHaveLength(1);
  expect(open.filter((one) => /presupuesto/.test(one))).toHaveLength(1);
  expect(open.filter((one) => /técnico/.test(one))).toEqual([]);
  await shop.goto(`${origin}/promises/list?which=found`);
  await see(shop, none.found);
}
