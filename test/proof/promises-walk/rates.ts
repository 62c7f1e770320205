import type { Page } from 'playwright-core';

/** How promises ended, as a row of the page of promises says. */
export interface Row {
  readonly name: string;
  readonly kept: number;
  readonly exceeded: number;
  readonly broken: number;
  readonly open: number;
  /** In whole percent; undefined where the page says that too little is known. */
  readonly rate: number | undefined;
}

/** Opens the page of promises in English for two days, as somebody would who chooses them. */
export async function openPeriod(page: Page, origin: string, since: string, until: string): Promise<void> {
  await page.goto(`${origin}/promises`);
  await page.getByRole('combobox', { name: 'Period' }).click();
  await page.getByRole('option', { name: 'Other days' }).click();
  await page.getByLabel('From', { exact: true }).fill(since);
  await page.getByLabel('To', { exact: true }).fill(until);
  await page.getByRole('button', { name: 'What is “Keeping rate”?' }).waitFor();
}

const wholeOf = (text: string | undefined) => Number((text ?? '').replaceAll(/[^\d]/g, ''));

/** The figures at the top: their texts by their names. */
export async function figures(page: Page): Promise<Readonly<Record<string, string>>> {
  const told = await page
    .getByRole('button', { name: /^What is “/ })
    .evaluateAll((buttons) =>
      buttons.map((button) => [button.textContent ?? '', button.parentElement?.textContent ?? '']),
    );
  return Object.fromEntries(told.map(([name = '', text = '']) => [name, text.slice(name.length).trim()]));
}

/** The rows of the table of rates, as they stand on the screen. */
export async function rates(page: Page, by?: string): Promise<Row[]> {
  if (by !== undefined) {
    await page.getByRole('combobox', { name: 'Rates by' }).click();
    await page.getByRole('option', { name: by, exact: true }).click();
    await page.getByRole('columnheader', { name: by, exact: true }).waitFor();
  }
  const table = page.getByRole('table', { name: 'Keeping rates' });
  await table.waitFor();
  const cells = await table
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent ?? '')),
    );
  return cells.map(([name = '', rate = '', , kept, exceeded, broken, open]) => ({
    name,
    kept: wholeOf(kept),
    exceeded: wholeOf(exceeded),
    broken: wholeOf(broken),
    open: wholeOf(open),
    rate: rate.endsWith('%') ? wholeOf(rate) : undefined,
  }));
}

/** The same rows in an order that does not depend on their rates. */
export function byName(rows: readonly Row[]): Row[] {
  return rows.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** A share in whole percent as people read it. */
export function percent(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : Math.round((100 * part) / whole);
}
