import { execFile } from 'node:child_process';
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
