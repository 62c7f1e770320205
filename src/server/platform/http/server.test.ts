import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fastify from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openHouse, type TestHouse } from '../../../../test/support/house.ts';
import { servePages } from './pages.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

it('shows the API page, loaded at the first look, and the description that it reads', async () => {
  const page = await house.kept.app.inject({ method: 'GET', url: '/docs/' });
  expect(page.statusCode).toBe(200);
  expect(page.headers['content-type']).toContain('text/html');
  expect(page.body).toContain('Kept API');
  const description = await house.kept.app.inject({ method: 'GET', url: '/openapi.json' });
  expect(description.json()).toMatchObject({ openapi: '3.1.0' });
});

it('sends pages packed to who can unpack them, hashed files for a year, the page itself never stale', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kept-pages-'));
  await writeFile(join(folder, 'index.html'), '<p>plain</p>');
  await writeFile(join(folder, 'index.html.gz'), gzipSync('<p>packed</p>'));
  const app = fastify();
  await servePages(app, folder);
  const packed = await app.inject({ method: 'GET', url: '/index.html', headers: { 'accept-encoding': 'gzip' } });
  expect(packed.headers).toMatchObject({ 'content-encoding': 'gzip', 'cache-control': 'no-cache' });
  const plain = await app.inject({ method: 'GET', url: '/index.html' });
  expect(plain.body).toBe('<p>plain</p>');
  await app.close();
  await rm(folder, { recursive: true });
});
