import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

const folder = new URL('../../../.cache/screens/', import.meta.url).pathname;

/** Takes a page as its reader has it, light and dark, to be looked at by people: `.cache/screens/walk-<name>-<scheme>.png`. */
export async function picture(page: Page, name: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const scheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.waitForTimeout(200);
    await page.screenshot({ path: join(folder, `walk-${name}-${scheme}.png`), fullPage: scheme === 'light' });
  }
  // Nothing stands out at the side, in whatever language and however narrow.
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
}

/** Takes what is on every page where a step stopped. */
export async function stoppedAt(pages: readonly (Page | undefined)[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [index, page] of pages.entries()) {
    await page?.screenshot({ path: join(folder, `walk-stopped-${index}.png`) }).catch(() => undefined);
  }
}

/** Does something with a promise: by its button, or out of the menu where the button has no room. */
export async function act(page: Page, name: string): Promise<Locator> {
  const more = page.getByRole('button', { name: 'Más', exact: true }).and(page.locator('[aria-haspopup="menu"]'));
  const own = page.locator('main').getByRole('button', { name });
  await page.locator('main').getByRole('button').first().waitFor();
  if ((await own.count()) > 0) await own.click();
  else {
    await more.last().click();
    await page.getByRole('menuitem', { name }).click();
  }
  return page.getByRole('dialog');
}

/** Waits until a text is on the page; fails with what is there instead. */
export async function see(page: Page, text: string | RegExp, timeout = 12_000): Promise<void> {
  try {
    await page.getByText(text).first().waitFor({ timeout });
  } catch {
    const instead = await page.locator('body').ariaSnapshot();
    throw new Error(`not on the page: ${text}\n${page.url()}\n${instead.slice(0, 3_000)}`);
  }
}

const madrid = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Madrid', dateStyle: 'short', timeStyle: 'short' });

/** The first whole minute that is at least so many seconds away: as an instant, and as a wall in Madrid shows it. */
export function minuteIn(seconds: number): { readonly at: number; readonly day: string; readonly time: string } {
  const at = Math.ceil((Date.now() + seconds * 1_000) / 60_000) * 60_000;
  const [day = '', time = ''] = madrid.format(at).split(' ');
  return { at, day, time };
}
