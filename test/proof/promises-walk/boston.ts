import { createReadStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip, gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { bostonFile, lateShare, type Request, readRequests } from '../boston-311.ts';
import { picture, see } from '../walk/screen.ts';
import { byName, figures, openPeriod, percent, type Row, rates } from './rates.ts';

const rows = 5_000;
const mapping = new URL('../../../examples/boston-311/mapping.yaml', import.meta.url);
const since = '2011-01-01';
const until = '2020-12-31';

/** Writes the first requests of the city's file into a file of their own; gives them back as plain code reads them. */
export async function sliceOfBoston(folder: string): Promise<{ readonly path: string; readonly requests: Request[] }> {
  const lines: string[] = [];
  const input = createReadStream(bostonFile).pipe(createGunzip());
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    lines.push(line);
    if (lines.length > rows) break;
  }
  const path = join(folder, 'boston-first-5000.csv.gz');
  await writeFile(path, gzipSync(`${lines.join('\n')}\n`));
  return { path, requests: await readRequests(path) };
}

/** Imports the file on the page of imports, by the mapping of the example pasted as text. */
export async function importBoston(page: Page, origin: string, path: string): Promise<void> {
  await page.goto(`${origin}/intake/imports/new`);
  await page.locator('input[type=file]').setInputFiles(path);
  await page.getByRole('heading', { name: 'What it becomes' }).waitFor();
  await page.getByText('Edit as text (YAML)').click();
  await page.getByRole('textbox', { name: 'Mapping' }).fill(await readFile(mapping, 'utf8'));
  await page.getByRole('button', { name: 'Use this text' }).click();
  await see(page, 'A mapping chosen or written by you is used.');
  await page.locator('[aria-busy=false]').first().waitFor();
  await picture(page, 'boston-import');
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByText('Imported.', { exact: true }).waitFor({ timeout: 60_000 });
  const told = await page.locator('main dl').first().textContent();
  expect(told).toContain(rows.toLocaleString('en-GB'));
}

/** What the page must say, counted from the rows of the file alone. */
function expectedRows(requests: readonly Request[]): Row[] {
  const promised = requests.filter((one) => one.target !== '');
  const counted = [...Map.groupBy(promised, (one) => one.department)].map(([name, own]): Row => {
    const closed = own.filter((one) => one.closed !== '');
    const broken = closed.filter((one) => one.closed > one.target).length;
    const kept = closed.length - broken;
    const rate = closed.length < 5 ? undefined : percent(kept, closed.length);
    return { name, kept, exceeded: 0, broken, open: own.length - closed.length, rate };
  });
  return byName(counted);
}

/** Late in all and by department on the screen, as an independent count of the rows says. */
export async function bostonStands(page: Page, origin: string, requests: readonly Request[]): Promise<void> {
  const all = lateShare(requests);
  const late = requests.filter((one) => one.target !== '' && one.closed > one.target).length;
  const open = requests.filter((one) => one.target !== '' && one.closed === '').length;
  expect([requests.length, all.closed > 2_000, late > 200]).toEqual([rows, true, true]);
  await openPeriod(page, origin, since, until);
  const written = (count: number) => count.toLocaleString('en-GB');
  await expect
    .poll(async () => (await figures(page))['Broken'], { timeout: 60_000, interval: 500 })
    .toBe(written(late));
  const told = await figures(page);
  expect(told['Keeping rate']).toMatch(
    new RegExp(`^${percent(all.closed - late, all.closed)}%${written(all.closed - late)} of ${written(all.closed)} `),
  );
  expect(told['Still open']).toBe(written(open));
  // What is late now is late at whatever it was promised for; in this house a few of our own may be among it.
  expect(Number(told['Late']?.replaceAll(',', ''))).toBeGreaterThanOrEqual(open);
  await expect.poll(async () => byName(await rates(page)), { timeout: 30_000 }).toEqual(expectedRows(requests));
}
