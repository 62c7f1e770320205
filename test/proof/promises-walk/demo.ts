import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { demoMessages } from '../../../src/server/demo/stream.ts';
import { type Checked, type Counted, checkPromises, countBy } from '../../support/promise-checker.ts';
import { isIn } from '../walk/people.ts';
import { picture, see } from '../walk/screen.ts';
import { byName, figures, openPeriod, percent, type Row, rates } from './rates.ts';

const run = { customers: 150, seed: 11, until: '2026-11-01T00:00:00.000Z' };
/** The arguments that open the demo company whose messages are read here. */
export const demoArgs = [
  'demo',
  ...['--customers', String(run.customers)],
  ...['--seed', String(run.seed)],
  ...['--until', run.until],
];
const title = 'Your order at home within 5 working days';

/** Each promise of the demo by the messages that its systems send, read by code that knows nothing of the product. */
export function checkDemo(): readonly Checked[] {
  return checkPromises([...demoMessages(run)].map((message) => JSON.stringify(message)).join('\n'));
}

/** Signs in as the demo says. */
export async function signInToDemo(page: Page, said: Readonly<Record<string, unknown>>): Promise<void> {
  await page.goto(String(said['url']));
  await page.getByRole('textbox', { name: 'E-mail' }).fill(String(said['email']));
  await page.getByLabel('Password', { exact: true }).fill(String(said['password']));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await isIn(page);
}

function rowOf(name: string, { kept, exceeded, broken, open }: Counted): Row {
  const ended = kept + exceeded + broken;
  return { name, kept, exceeded, broken, open, rate: ended < 5 ? undefined : percent(kept + exceeded, ended) };
}

/** The standing promise, and all by who keeps them, on the screen as the computation has them. */
export async function demoStands(page: Page, origin: string, checked: readonly Checked[]): Promise<void> {
  const standing = checked.filter((one) => one.standing);
  const own = countBy(standing, () => title).get(title);
  const all = countBy(checked, () => 'all').get('all');
  if (own === undefined || all === undefined) throw new Error('the demo promised nothing');
  expect(Math.min(own.kept, own.exceeded, own.broken)).toBeGreaterThan(0);
  await openPeriod(page, origin, '2023-10-01', '2026-12-31');
  await see(page, `${(all.kept + all.exceeded).toLocaleString('en-GB')} of `);
  const told = await figures(page);
  expect([told['Broken'], told['Exceeded'], told['Still open']]).toEqual(
    [all.broken, all.exceeded, all.open].map((count) => count.toLocaleString('en-GB')),
  );
  const rows = await rates(page, 'Standing promise');
  expect(rows.filter((row) => row.name === title)).toEqual([rowOf(title, own)]);
  const kinds = countBy(checked, (one) => one.kind);
  const sums = (all: readonly Row[]) => all.map(({ name: _name, ...rest }) => JSON.stringify(rest)).toSorted();
  expect(sums(await rates(page, 'What it is about'))).toEqual(
    sums([...kinds].map(([kind, counted]) => rowOf(kind, counted))),
  );
  await picture(page, 'demo-rates');
  await lastYearStands(page, origin, standing);
}

/** The page of the standing promise counts what was due in the last twelve months. */
async function lastYearStands(page: Page, origin: string, standing: readonly Checked[]): Promise<void> {
  await page.goto(`${origin}/promises/standing`);
  await page.getByRole('link', { name: new RegExp(title) }).click();
  await page.getByRole('heading', { name: title }).waitFor();
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Madrid' }).format(Date.now());
  const yearAgo = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`;
  const recent = standing.filter((one) => one.due !== undefined && one.due > yearAgo && one.due <= today);
  const counted = countBy(recent, () => title).get(title);
  const ended = (counted?.kept ?? 0) + (counted?.exceeded ?? 0) + (counted?.broken ?? 0);
  expect(ended).toBeGreaterThanOrEqual(30);
  const share = (((counted?.kept ?? 0) + (counted?.exceeded ?? 0)) / ended) * 100;
  const told = await figures(page);
  expect(told['Keeping rate']).toBe(`${Number(share.toFixed(1))}%`);
  expect(told['Held now']).toBe(String(standing.filter((one) => one.state === 'open').length));
  await picture(page, 'demo-standing');
}

/** The rows of a table by name, for whoever compares two lookings. */
export async function demoRows(page: Page, origin: string): Promise<Row[]> {
  await openPeriod(page, origin, '2023-10-01', '2026-12-31');
  return byName(await rates(page));
}
