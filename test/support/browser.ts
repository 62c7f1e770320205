import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';

/** Where a browser is looked for; `KEPT_CHROMIUM` names another. */
const places = [
  process.env['KEPT_CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The browser on this machine, or undefined: tests then say that they were skipped, and why. */
export const browserPath = places.find((place) => place !== undefined && existsSync(place));

/** The two sizes at which every page is looked at. */
export const sizes = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;
export type Size = keyof typeof sizes;

export const schemes = ['light', 'dark'] as const;
export type Scheme = (typeof schemes)[number];

/** Starts a quiet Chromium that calls nobody; close it when done. */
export function launch(): Promise<Browser> {
  if (browserPath === undefined) throw new Error('no Chromium on this machine; set KEPT_CHROMIUM to its path');
  return chromium.launch({
    executablePath: browserPath,
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-default-apps',
      '--disable-sync',
      '--disable-extensions',
      '--no-first-run',
      '--metrics-recording-only',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--force-color-profile=srgb',
      // No page of a test lives long enough to win back what optimizing its scripts costs.
      '--js-flags=--no-turbofan,--no-maglev',
    ],
  });
}

export interface Look {
  readonly size?: Size;
  readonly scheme?: Scheme;
  readonly language?: 'en' | 'es' | 'ru';
}

const regions = { en: 'en-GB', es: 'es-ES', ru: 'ru-RU' } as const;

/** A fresh reader: his screen, light or dark, language; Madrid time, motion reduced so that pictures are still. */
export function reader(browser: Browser, look: Look = {}): Promise<BrowserContext> {
  return browser.newContext({
    viewport: sizes[look.size ?? 'desktop'],
    colorScheme: look.scheme ?? 'light',
    locale: regions[look.language ?? 'en'],
    timezoneId: 'Europe/Madrid',
    reducedMotion: 'reduce',
    hasTouch: look.size === 'phone',
  });
}

const axe = fileURLToPath(import.meta.resolve('axe-core/axe.min.js'));
let axeSource: Promise<string> | undefined;

/**
 * Fails on any violation of WCAG 2.2 A and AA (and axe's best practices) that axe finds on the page as it stands. Axe is
 * put into a document once, and what is well is not described: both are slow. Our pages have no frames to look into.
 */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await page.locator('iframe').count()).toBe(0);
  if (!(await page.evaluate(() => 'axe' in window))) {
    axeSource ??= readFile(axe, 'utf8');
    await page.evaluate(await axeSource);
  }
  const lines = await page.evaluate<string[]>(lookOver);
  if (lines.length > 0) throw new Error(`${lines.length} accessibility violations\n${lines.join('\n')}`);
}

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const lookOver = `axe.run(document, { resultTypes: ['violations'], runOnly: { type: 'tag', values: ${JSON.stringify(tags)} } })
  .then(({ violations }) => violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => id + ': ' + target.join(' ') + '\\n    ' + failureSummary)))`;

/** Loads a page whole and gives how much of what was seen moved by itself until it was still: its cumulative layout shift. */
export async function shiftOf(page: Page, address: string, isWhole: () => Promise<unknown>): Promise<number> {
  await page.addInitScript(watchShifts);
  await page.goto(address);
  await isWhole();
  await page.waitForTimeout(300);
  return movedOn(page);
}

/** How much of what is seen on a page moved by itself since it was loaded for `shiftOf`. */
export function movedOn(page: Page): Promise<number> {
  return page.evaluate(() => {
    const moved: unknown = Reflect.get(window, 'moved');
    return typeof moved === 'number' ? moved : Number.NaN;
  });
}

const watchShifts = `window.moved = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.moved += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });`;

/** Goes to another page as a link does, without loading everything anew, until its title is there. */
export async function followTo(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    // A page that stays, asked for something else, keeps its title.
    const stays = new URL(to, location.href).pathname === location.pathname;
    for (const title of document.querySelectorAll('h1')) if (!stays) title.dataset['left'] = '';
    history.pushState({}, '', to);
  }, path);
  await page.locator('h1:not([data-left])').waitFor();
}

/** Takes a page at both sizes, light and dark, into `.cache/screens/<name>-<size>-<scheme>.png`; gives the paths. */
export async function screenshots(page: Page, name: string, fullPage = false): Promise<readonly string[]> {
  const folder = new URL('../../.cache/screens/', import.meta.url).pathname;
  await mkdir(folder, { recursive: true });
  const paths: string[] = [];
  for (const [size, viewport] of Object.entries(sizes)) {
    for (const scheme of schemes) {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme: scheme });
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      await page.waitForTimeout(150);
      const path = join(folder, `${name}-${size}-${scheme}.png`);
      await page.screenshot({ path, fullPage });
      paths.push(path);
    }
  }
  return paths;
}
