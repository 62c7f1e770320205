import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));

/** The folder of the built pages, built anew only where they are older than their sources; one build for all tests. */
export async function builtWeb(): Promise<string> {
  const ready = "import('./scripts/setup.mjs').then(({ ensureReady }) => ensureReady({ web: true }))";
  await run(process.execPath, ['-e', ready], { cwd: root });
  return fileURLToPath(new URL('../../dist/web', import.meta.url));
}

/** Builds the pages with the gallery of all parts into a folder; nothing is packed. */
export async function buildGallery(folder: string): Promise<void> {
  const vite = fileURLToPath(new URL('../../node_modules/vite/bin/vite.js', import.meta.url));
  const options = [
    '--mode',
    'gallery',
    '--minify',
    'false',
    '--outDir',
    folder,
    '--emptyOutDir',
    '--logLevel',
    'error',
  ];
  await run(process.execPath, [vite, 'build', ...options], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
  });
}

/** What an answer of the made-up server is: a status and a JSON body. */
export interface Answered {
  readonly status: number;
  readonly body: unknown;
}

/** A server of built pages whose `/api` a function answers. */
export interface WebServer {
  readonly origin: string;
  close(): Promise<void>;
}

/** Serves a built web client from a folder on this machine alone, kept by browsers as the real server has it kept. */
export async function serveWeb(folder: string, api: (path: string) => Answered | 'away'): Promise<WebServer> {
  const server = createServer(async (request, reply) => {
    const { pathname } = new URL(request.url ?? '/', 'http://kept.test');
    if (pathname.startsWith('/api/')) {
      const answer = api(pathname);
      if (answer === 'away') return request.socket.destroy();
      return reply.writeHead(answer.status, { 'content-type': kinds['.json'] }).end(JSON.stringify(answer.body));
    }
    const path = join(folder, normalize(pathname));
    const isFile = extname(path) !== '' && existsSync(path);
    const file = isFile ? path : join(folder, 'index.html');
    const kept = isFile ? 'public, max-age=31536000, immutable' : 'no-cache';
    reply.writeHead(200, { 'content-type': kinds[extname(file)] ?? 'text/plain', 'cache-control': kept });
    return reply.end(await readFile(file));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    origin: `http://127.0.0.1:${port}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const kinds: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
