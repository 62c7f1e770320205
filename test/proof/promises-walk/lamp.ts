import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { expectAccessible } from '../../support/browser.ts';
import { type MailServer, readable } from '../../support/mail-server.ts';
import { lettersTo } from '../walk/people.ts';
import { act, picture, see } from '../walk/screen.ts';
import { sendPromise, typePromise } from './making.ts';

/** Those who walk: the maker on her phone in Spanish, the keeper at his desk in English. */
export interface Walkers {
  readonly shop: Page;
  readonly store: Page;
  readonly origin: string;
  /** The address of Ana's page. */
  readonly customer: string;
  readonly mail: MailServer;
}

export const lucia = 'lucia@example.org';
export const pavel = 'pavel@example.org';
const brings = 'Le llevamos la lámpara a casa';
const mounts = 'Le montamos la lámpara';

/** A promise in the house that came to be late and was agreed anew. */
export interface Lamp {
  readonly first: string;
  readonly dueAt: number;
  second: string;
  declined: string;
}

/** A promise on a phone, in Spanish, kept by another department, due in a minute or two. */
export async function makeLamp({ shop, customer }: Walkers): Promise<Lamp> {
  const dueAt = await typePromise(shop, customer, { words: brings, due: 50, keeper: 'Logística' });
  await picture(shop, 'making');
  const first = await sendPromise(shop);
  await see(shop, /Se le pidió a Logística y no ha contestado/);
  await picture(shop, 'asked');
  return { first, dueAt, second: '', declined: '' };
}

/** The keeper accepts it on Today by its one button; the maker sees it without asking. */
export async function acceptLamp({ shop, store, origin }: Walkers): Promise<void> {
  await store.goto(origin);
  await see(store, /^To accept: a promise by Lucía Bravo/);
  await store.getByRole('button', { name: 'Accept', exact: true }).first().click();
  await shop.getByRole('list').getByText('Aceptada').waitFor();
}

/** Late at its minute: on the open page, on Today of both, in the telling, and once by mail to each. */
export async function lampIsLate(walkers: Walkers, lamp: Lamp): Promise<void> {
  const { shop, store, origin } = walkers;
  await see(shop, 'con atraso', lamp.dueAt - Date.now() + 10_000);
  expect(Date.now()).toBeGreaterThanOrEqual(lamp.dueAt);
  await see(shop, 'Venció sin que llegara nada');
  await expectRed(shop, 'con atraso');
  await picture(shop, 'late');
  await expect
    .poll(() => [lucia, pavel].map((one) => letters(walkers, lamp, one).length), { timeout: 20_000 })
    .toEqual([1, 1]);
  expect(letters(walkers, lamp, lucia)[0]).toContain('Con atraso: la promesa a Ana Ruiz vencía');
  expect(letters(walkers, lamp, pavel)[0]).toContain('Late: the promise to Ana Ruiz was due');
  await shop.goto(origin);
  await see(shop, /^Una promesa vencía hoy/);
  await expectAccessible(shop);
  await picture(shop, 'today');
  await told(shop);
  await picture(shop, 'told');
  await store.goto(origin);
  await see(store, /^A promise was due today/);
}

/** The letters that told somebody of the lamp's delay. */
function letters({ mail }: Walkers, lamp: Lamp, address: string): string[] {
  const path = new URL(lamp.first).pathname;
  return lettersTo(mail, address)
    .map((one) => readable(one))
    .filter((text) => text.includes(path) && /^(Con atraso|Late): /m.test(text));
}

async function told(shop: Page): Promise<void> {
  await shop.getByRole('button', { name: /^Sus avisos/ }).click();
  await shop
    .getByRole('dialog')
    .getByText(/^Con atraso: la promesa a Ana Ruiz vencía/)
    .first()
    .waitFor();
}

/** Red as red is meant here: the colour of what is owed. */
async function expectRed(page: Page, text: string): Promise<void> {
  const mark = page.locator('main [data-tone="owed"]').filter({ hasText: text }).first();
  const [own, owed] = await mark.evaluate((element) => {
    const probe = document.createElement('i');
    probe.style.color = 'var(--owed)';
    element.append(probe);
    const found = [getComputedStyle(element).color, getComputedStyle(probe).color];
    probe.remove();
    return found;
  });
  expect(own).toBe(owed);
}

/** Ana agrees to another day; the first one counts as broken. */
export async function agreeAnew({ shop }: Walkers, lamp: Lamp): Promise<void> {
  await shop.goto(lamp.first);
  const form = await act(shop, 'Acordar otra fecha');
  await form.getByText('Ya había vencido: cuenta como incumplida').waitFor();
  await form.getByRole('button', { name: 'Mañana' }).click();
  await form.getByRole('button', { name: 'Acordar otra fecha' }).click();
  await form.getByText('Sin su acuerdo queda como se prometió.').waitFor();
  await form.getByRole('textbox', { name: 'Qué dijo el cliente' }).fill('Bueno, pero mañana sin falta.');
  await form.getByRole('checkbox', { name: 'El cliente está de acuerdo' }).check();
  await picture(shop, 'anew');
  await form.getByRole('button', { name: 'Acordar otra fecha' }).click();
  await see(shop, 'Acordada de nuevo, para: mañana');
  await shop.waitForURL((url) => url.toString() !== lamp.first && /\/promises\/[^/]+\/[^/]+$/.test(url.pathname));
  lamp.second = shop.url();
}

/** The keeper keeps the new one; the customer alone says how it felt. */
export async function keepLamp({ shop, store, origin }: Walkers): Promise<void> {
  await store.goto(`${origin}/promises/list?which=open`);
  await store.getByRole('link', { name: new RegExp(brings) }).click();
  await store.getByRole('button', { name: 'Accept' }).waitFor();
  await store.keyboard.press('s');
  await store.getByRole('dialog').getByRole('button', { name: 'Write the result' }).click();
  await store.getByRole('img', { name: /kept/ }).first().waitFor();
  await shop
    .getByRole('img', { name: /cumplida/ })
    .first()
    .waitFor();
  await shop.getByRole('button', { name: 'mejor' }).click();
  await see(shop, 'El cliente dijo: mejor de lo que esperaba');
  await picture(shop, 'kept');
}

/** A second promise, declined: red to its maker at once, while she looks at Today. */
export async function declineLamp({ shop, store, origin, customer }: Walkers, lamp: Lamp): Promise<void> {
  await typePromise(shop, customer, { words: mounts, due: /^Mañana/, keeper: 'Logística' });
  lamp.declined = await sendPromise(shop);
  await see(shop, /Se le pidió a Logística/);
  await store.goto(lamp.declined);
  await store.getByRole('button', { name: 'Accept' }).waitFor();
  await store.keyboard.press('d');
  const form = store.getByRole('dialog');
  await form.getByRole('textbox', { name: 'Why not' }).fill('No van that day');
  await form.getByRole('button', { name: /working days/ }).click();
  const asked = Date.now();
  await form.getByRole('button', { name: 'Cannot keep it' }).click();
  await see(shop, /Logística no puede, pero sí: /);
  expect(Date.now() - asked).toBeLessThan(3_000);
  await expectRed(shop, 'se propone otra fecha');
  await picture(shop, 'declined');
  await shop.goto(origin);
  await see(shop, /^Logística no puede para mañana y propone/);
  await picture(shop, 'today-declined');
}

/** All of it as the screens have it, whenever one looks. */
export async function lampStands(walkers: Walkers, lamp: Lamp): Promise<void> {
  const { shop, store, origin } = walkers;
  await shop.goto(lamp.first);
  await see(shop, brings);
  for (const done of ['Aceptada', 'Venció sin que llegara nada', 'Acordado con el cliente: mañana']) {
    await shop.getByRole('list').getByText(done, { exact: true }).waitFor();
  }
  await expectRed(shop, 'incumplida');
  await shop.goto(lamp.second);
  await shop
    .getByRole('img', { name: /: cumplida/ })
    .first()
    .waitFor();
  await see(shop, 'El cliente dijo: mejor de lo que esperaba');
  await shop.goto(lamp.declined);
  await see(shop, /Logística no puede, pero sí: /);
  await see(shop, 'No van that day');
  await expectRed(shop, 'se propone otra fecha');
  await shop.goto(origin);
  await see(shop, /^Logística no puede para mañana y propone/);
  await told(shop);
  await store.goto(lamp.second);
  await store
    .getByRole('img', { name: /: kept/ })
    .first()
    .waitFor();
  // Who was told is not told again.
  expect([lucia, pavel].map((one) => letters(walkers, lamp, one).length)).toEqual([1, 1]);
}
