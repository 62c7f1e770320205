import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { browserPath, launch } from '../support/browser.ts';
import { openMailServer } from '../support/mail-server.ts';
import type { Checked } from '../support/promise-checker.ts';
import type { Request } from './boston-311.ts';
import { bostonStands, importBoston, sliceOfBoston } from './promises-walk/boston.ts';
import { checkDemo, demoArgs, demoStands, signInToDemo } from './promises-walk/demo.ts';
import {
  acceptLamp,
  agreeAnew,
  declineLamp,
  keepLamp,
  type Lamp,
  lampIsLate,
  lampStands,
  lucia,
  makeLamp,
  pavel,
  type Walkers,
} from './promises-walk/lamp.ts';
import { makeStep, stepWarns, type Units, unitsStand, walkUnits } from './promises-walk/units.ts';
import { confirmAndDismiss, hearPromises, wordsStand } from './promises-walk/words.ts';
import { browserOf, invite, setMail, setUp } from './walk/people.ts';
import { picture, stoppedAt } from './walk/screen.ts';
import { type Started, startKept } from './walk/server.ts';

const patient = 180_000;

it('a browser is here', () => expect(browserPath).toBeDefined());

describe('the ledger of promises, walked from npm start', { timeout: patient }, () => {
  let server: Started;
  let browser: Browser;
  let admin: Page;
  let walkers: Walkers;
  let lamp: Lamp;
  let units: Units;
  let requests: Request[];
  let files: string;

  beforeAll(async () => {
    files = await mkdtemp(join(tmpdir(), 'kept-walk-files-'));
    [server, browser] = await Promise.all([startKept('start.mjs'), launch()]);
    admin = await browserOf(browser, {});
  }, patient);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await walkers?.mail.close();
    await rm(files, { recursive: true, force: true });
  }, patient);
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await stoppedAt([walkers?.shop, walkers?.store, admin]);
  });

  /** Everything that was walked, read from the screens once more. */
  async function expectAll(): Promise<void> {
    await lampStands(walkers, lamp);
    await unitsStand(walkers, units);
    await wordsStand(walkers);
    await bostonStands(admin, server.origin, requests);
    await admin.goto(`${server.origin}/settings/mail`);
    await admin.getByText('Mail is set up.').waitFor();
  }

  it('a house is set up, mail is set by its screen and tried, two people come in by their letters', async () => {
    const mail = await openMailServer();
    const { origin } = server;
    const shop = await browserOf(browser, { size: 'phone', language: 'es' });
    const store = await browserOf(browser, {});
    walkers = { shop, store, origin, mail, customer: '' };
    await setUp(admin, String(server.said['set_up']));
    await setMail(admin, origin, mail);
    const about = { admin, origin, mail };
    const [sales, logistics] = ['Marketing and sales', 'Logistics'];
    await invite(about, { name: 'Lucía Bravo', email: lucia, department: sales, language: 'Español' }, shop);
    await invite(about, { name: 'Pavel Orlov', email: pavel, department: logistics, language: 'English' }, store);
    await shop.goto(`${origin}/customers?make=Ana+Ruiz`);
    await shop.getByRole('dialog').getByRole('button', { name: 'Crear el cliente' }).click();
    await shop.getByRole('heading', { name: 'Ana Ruiz' }).waitFor();
    walkers = { ...walkers, customer: shop.url() };
  });

  it('a promise on a phone in Spanish is accepted by another department', async () => {
    lamp = await makeLamp(walkers);
    await acceptLamp(walkers);
  });

  it('it runs late while its maker looks at it: alarmed on Today, in the telling and by mail', async () => {
    // A second page of hers, so that nothing but the alarm changes the first.
    const beside = { ...walkers, shop: await walkers.shop.context().newPage() };
    beside.shop.setDefaultTimeout(12_000);
    const step = await makeStep(beside);
    await beside.shop.close();
    await lampIsLate(walkers, lamp);
    await stepWarns(walkers, step);
    units = { ...step, amount: '', rating: '', words: '', released: '', expectation: '' };
  });

  it('it is agreed anew with the customer and kept; the customer alone says how it felt', async () => {
    await agreeAnew(walkers, lamp);
    await keepLamp(walkers);
  });

  it('a second one, declined by its keeper, is red to its maker at once', () => declineLamp(walkers, lamp));

  it('an amount, a mark, his words, a release and an expectation: form, shown, result, gap', async () => {
    units = { ...units, ...(await walkUnits(walkers)) };
  });

  it('a promise found in words is nobody’s until one key makes it one; another is dismissed', async () => {
    await hearPromises(walkers);
    await confirmAndDismiss(walkers);
    await walkers.shop.goto(`${server.origin}/promises`);
    await walkers.shop.getByRole('heading', { name: 'El calendario de nuestra palabra' }).waitFor();
    await picture(walkers.shop, 'promises');
    await walkers.shop.goto(walkers.customer);
    await walkers.shop.getByText('Entre los dos', { exact: true }).click();
    await walkers.shop.getByText('En qué quedaron las anteriores').waitFor();
    await picture(walkers.shop, 'customer');
  });

  it('Boston by the page of imports: late in all and by department as the rows themselves say', async () => {
    const slice = await sliceOfBoston(files);
    requests = slice.requests;
    await importBoston(admin, server.origin, slice.path);
    await bostonStands(admin, server.origin, requests);
    await picture(admin, 'boston');
  });

  it('all of it after the server was ended and started again', async () => {
    await server.end('SIGTERM');
    await server.again();
    await expectAll();
  });

  it('all of it after the server was killed', async () => {
    await server.end('SIGKILL');
    await server.again();
    await expectAll();
  });
});

describe('kept demo', { timeout: patient }, () => {
  let server: Started;
  let browser: Browser;
  let page: Page;
  let checked: readonly Checked[];

  beforeAll(async () => {
    [server, browser] = await Promise.all([startKept('kept.mjs', demoArgs), launch()]);
    page = await browserOf(browser, {});
    checked = checkDemo();
  }, patient);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  }, patient);

  it('the keeping rate on its pages is that of an independent computation', async () => {
    await signInToDemo(page, server.said);
    await demoStands(page, server.origin, checked);
  });

  it('and is the same after a restart', async () => {
    await server.end('SIGTERM');
    await server.again();
    await page.goto(server.origin);
    await demoStands(page, server.origin, checked);
  });
});
