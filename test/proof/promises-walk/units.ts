import type { Locator, Page } from 'playwright-core';
import { expectAccessible } from '../../support/browser.ts';
import { act, picture, see } from '../walk/screen.ts';
import type { Walkers } from './lamp.ts';
import { addStep, mark, promise } from './making.ts';

/** The addresses of promises in each unit and of what may become of one. */
export interface Units {
  readonly amount: string;
  readonly rating: string;
  readonly words: string;
  readonly released: string;
  readonly outer: string;
  readonly step: string;
  readonly stepDueAt: number;
  readonly expectation: string;
}

const minimum = 'Prometido como mínimo';
const better = 'Mejor aún';

async function inAmount(form: Locator): Promise<void> {
  await form.getByText('una cantidad', { exact: true }).click();
  await form.getByRole('textbox', { name: 'Unidad' }).fill('€');
  await form.getByRole('textbox', { name: minimum }).fill('40');
  await form.getByRole('textbox', { name: better }).fill('50,50');
}

const inMarks = (unit: string, adequate: number, desired: number) => async (form: Locator) => {
  await form.getByText(unit, { exact: true }).click();
  await mark(form, minimum, adequate);
  await mark(form, better, desired);
};

/** An amount, kept by another department: more than even desired came, and the maker corrects what was written. */
async function amount({ shop, store, customer }: Walkers): Promise<string> {
  const words = 'Le devolvemos al menos 40 euros';
  const url = await promise(shop, customer, { words, due: /^Mañana/, keeper: 'Logística', more: inAmount });
  await see(shop, '40 €');
  await see(shop, '50,5 €');
  await store.goto(url);
  await store.getByRole('button', { name: 'Accept' }).click();
  const form = await act(store, 'Write the result');
  await form.getByRole('textbox', { name: 'What he received, €' }).fill('much');
  await form.getByRole('button', { name: 'Write the result' }).click();
  await form.getByText('Write a number.').waitFor();
  await form.getByRole('textbox', { name: 'What he received, €' }).fill('61.25');
  await form.getByRole('button', { name: 'Write the result' }).click();
  await see(store, 'Kept, and better than promised');
  await see(shop, '21,25 € mejor de lo prometido');
  const correcting = await act(shop, 'Corregir el resultado');
  await correcting.getByRole('textbox', { name: 'Qué recibió, €' }).fill('41');
  await correcting.getByRole('textbox', { name: 'Por qué fue otro' }).fill('El banco descontó la comisión');
  await picture(shop, 'correct');
  await correcting.getByRole('button', { name: 'Corregir el resultado' }).click();
  await see(shop, 'Corregido; lo primero que se anotó queda');
  await amountStands(shop);
  await picture(shop, 'amount');
  return url;
}

/** The first result stays and is what counts; the correction stands beside it, with its value and its why. */
async function amountStands(shop: Page): Promise<void> {
  await shop.getByRole('img', { name: 'Resultado 61,25 €: superada. Adecuado 40 €, deseado 50,5 €.' }).waitFor();
  await see(shop, 'El banco descontó la comisión');
  await see(shop, /^Resultado corregido a 41 €:/);
}

async function rating({ shop, customer }: Walkers): Promise<string> {
  const words = 'Quedará usted contento con la instalación';
  const url = await promise(shop, customer, { words, due: /^Mañana/, more: inMarks('una nota', 5, 6) });
  const form = await act(shop, 'Anotar el resultado');
  await form.getByRole('button', { name: 'Anotar el resultado' }).click();
  await form.getByText('Esto falta todavía.').waitFor();
  await mark(form, 'Qué nota le pone', 5);
  await form.getByRole('button', { name: 'Anotar el resultado' }).click();
  await shop.getByRole('img', { name: 'Resultado 5 de 7: cumplida. Adecuado 5 de 7, deseado 6 de 7.' }).waitFor();
  await see(shop, 'tal como se prometió');
  return url;
}

/** In his own words with a mark beside them: less came than was expected, and it is said why. */
async function inWords({ shop, customer }: Walkers): Promise<string> {
  const words = 'Le trataremos como a un vecino';
  const more = inMarks('sus palabras', 5, 7);
  const url = await promise(shop, customer, { words, due: /^Mañana/, more });
  const form = await act(shop, 'Anotar el resultado');
  await mark(form, 'Qué nota le pone', 3);
  await form.getByRole('textbox', { name: 'Qué dijo el cliente' }).fill('Correcto, pero frío.');
  await expectAccessible(shop);
  await form.getByRole('button', { name: 'Anotar el resultado' }).click();
  await see(shop, 'faltaron 2');
  const why = await act(shop, 'Decir por qué no se cumplió');
  await why.getByText('el trabajo no fue lo bastante bueno').click();
  await why.getByRole('button', { name: 'Decir por qué no se cumplió' }).click();
  await see(shop, 'Por qué: el trabajo no fue lo bastante bueno');
  await picture(shop, 'words');
  return url;
}

async function release({ shop, customer }: Walkers): Promise<string> {
  const url = await promise(shop, customer, { words: 'Le guardamos la vitrina', due: /^Mañana/ });
  const form = await act(shop, 'El cliente nos libera');
  await form.getByRole('textbox', { name: 'Qué dijo el cliente' }).fill('Ya no la quiero, gracias.');
  await form.getByRole('button', { name: 'El cliente nos libera' }).click();
  await see(shop, 'Liberada por el cliente:');
  await see(shop, 'Ya no la quiero, gracias.');
  return url;
}

/** What he expects though nobody promised it, where he has it from, and that less came. */
async function expectation({ shop, customer }: Walkers): Promise<string> {
  await shop.goto(customer);
  await shop.getByText('Entre los dos', { exact: true }).click();
  await shop.getByRole('button', { name: 'Anotar lo que espera' }).click();
  const form = shop.getByRole('dialog');
  await form.getByRole('textbox', { name: 'Qué espera' }).fill('Que alguien conteste el mismo día');
  await mark(form, 'Cuánto espera', 6);
  await form.getByRole('combobox', { name: 'De dónde lo tiene' }).click();
  await shop.getByRole('option', { name: 'nuestra publicidad' }).click();
  await picture(shop, 'expect');
  await form.getByRole('button', { name: 'Anotarlo' }).click();
  await see(shop, 'Anotado lo que espera Ana Ruiz');
  await shop.getByRole('button', { name: 'Abrir', exact: true }).click();
  await shop.getByRole('heading', { name: 'Qué espera Ana Ruiz' }).waitFor();
  await see(shop, 'nuestra publicidad');
  await see(shop, 'esperada');
  await shop.locator('main dt').getByText('Esperado', { exact: true }).waitFor();
  const url = shop.url();
  const result = await act(shop, 'Anotar el resultado');
  await mark(result, 'Qué nota le pone', 4);
  await result.getByRole('button', { name: 'Anotar el resultado' }).click();
  await see(shop, 'faltaron 2');
  await picture(shop, 'expectation');
  return url;
}

/** A promise to Ana that waits for a step inside, which is due in a minute or two. */
export async function makeStep({ shop, customer }: Walkers): Promise<Pick<Units, 'outer' | 'step' | 'stepDueAt'>> {
  const outer = await promise(shop, customer, { words: 'Le entregamos la araña de cristal', due: /^Mañana/ });
  await act(shop, 'Añadir un paso interno');
  const step = await addStep(shop, { words: 'Compramos el cristal', due: 30 });
  await see(shop, 'La promesa que depende de este paso');
  return { outer, step: step.url, stepDueAt: step.at };
}

/** Each unit and each way once: form, shown, result, gap. */
export async function walkUnits(walkers: Walkers): Promise<Omit<Units, 'outer' | 'step' | 'stepDueAt'>> {
  return {
    amount: await amount(walkers),
    rating: await rating(walkers),
    words: await inWords(walkers),
    released: await release(walkers),
    expectation: await expectation(walkers),
  };
}

/** A step that runs late warns whoever keeps the promise to the customer: on Today, and on the promise's own page. */
export async function stepWarns({ shop, origin }: Walkers, units: Pick<Units, 'outer' | 'stepDueAt'>): Promise<void> {
  await shop.goto(origin);
  await see(
    shop,
    /^Un paso interno va con atraso; peligra la promesa para mañana/,
    Math.max(0, units.stepDueAt - Date.now()) + 12_000,
  );
  await picture(shop, 'step-today');
  await shop.goto(units.outer);
  await shop.getByRole('list', { name: 'Pasos internos' }).getByText('con atraso').waitFor();
  await picture(shop, 'step-late');
}

/** All of it as the screens have it, whenever one looks. */
export async function unitsStand(walkers: Walkers, units: Units): Promise<void> {
  const { shop } = walkers;
  await shop.goto(units.amount);
  await amountStands(shop);
  await shop.goto(units.rating);
  await see(shop, 'tal como se prometió');
  await shop.goto(units.words);
  await see(shop, 'faltaron 2');
  await see(shop, 'Correcto, pero frío.');
  await see(shop, 'Por qué: el trabajo no fue lo bastante bueno');
  await shop.goto(units.released);
  await see(shop, 'liberada por el cliente');
  await see(shop, 'Ya no la quiero, gracias.');
  await shop.goto(units.expectation);
  await see(shop, 'nuestra publicidad');
  await see(shop, 'faltaron 2');
  await stepWarns(walkers, units);
}
