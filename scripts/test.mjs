// npm test: makes ready, then types, lint and all tests; arguments go to vitest. Ends with "N passed, N failed, N skipped".
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureReady, root } from './setup.mjs';

const browsers = [
  process.env.CHROME_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

function say(line) {
  process.stdout.write(`${line}\n`);
}

const node = ensureReady({ web: true });
const browser = browsers.find((path) => path && existsSync(path));
say(
  browser
    ? `browser for the tests: ${browser}`
    : 'no Chromium found (set CHROME_PATH): the tests in a browser are skipped',
);

const env = { ...process.env, NODE_COMPILE_CACHE: join(root, '.cache', 'compile') };
if (browser) env.CHROME_PATH = browser;
else delete env.CHROME_PATH;

/** Runs a tool of node_modules in the root; true when it found nothing wrong. */
function passes(title, path, args) {
  say(`\n— ${title}`);
  const done = spawnSync(node, [join(root, 'node_modules', path), ...args], { cwd: root, env, stdio: 'inherit' });
  return done.status === 0;
}

/** What vitest counted. A file that could not be loaded, or an error outside of any test, counts as one failed. */
function counted(report, ended) {
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  const result = JSON.parse(readFileSync(report, 'utf8'));
  const broken = result.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  const failed = result.numFailedTests + broken.length;
  return {
    passed: result.numPassedTests,
    failed: failed === 0 && !ended ? 1 : failed,
    skipped: result.numPendingTests + (result.numTodoTests ?? 0),
  };
}

/** Servers that tests kill write down nothing of what they compiled: it is done once for all of them. */
function compileOnce() {
  const parts = ['start', 'verify', 'backup', 'doctor'].map((name) => `import('./src/server/cli/${name}.ts')`);
  const text = `Promise.all([${parts.join()}]).then(() => process.exit())`;
  spawnSync(node, ['-e', text], { cwd: root, env, stdio: 'inherit' });
}

const checks = [
  // Checkers beside each other work the same types out again: one needs half the processor time of four.
  passes('types (tsc -b)', 'typescript/bin/tsc', ['-b', '--checkers', '1']),
  passes('lint (biome check)', '@biomejs/biome/bin/biome', ['check', '--diagnostic-level=warn']),
];
compileOnce();
const report = join(root, '.cache', 'vitest.json');
mkdirSync(join(root, '.cache'), { recursive: true });
rmSync(report, { force: true });
const extra = process.argv.slice(2);
const ended = passes('tests (vitest)', 'vitest/vitest.mjs', [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
  ...extra,
]);
const { passed, failed, skipped } = counted(report, ended);
const good = checks.filter(Boolean).length;
say(`\n${passed + good} passed, ${failed + checks.length - good} failed, ${skipped} skipped`);
process.exit(ended && failed === 0 && good === checks.length ? 0 : 1);
