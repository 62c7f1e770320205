// Runs a TypeScript file of Kept on Node 24: node scripts/run.mjs FILE [arguments]
import { spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { constants } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureReady, root } from './setup.mjs';

function environment() {
  return { NODE_COMPILE_CACHE: join(root, '.cache', 'compile'), ...process.env };
}

/** Runs a program in our place: same terminal, same signals, same exit code. */
export function become(program, args) {
  // Where Node can replace itself by a program (22.15 on), nothing stands between that program and its caller.
  if (process.execve) process.execve(program, [program, ...args], environment());
  const child = spawn(program, args, { stdio: 'inherit', env: environment() });
  for (const name of ['SIGTERM', 'SIGHUP', 'SIGUSR2']) process.on(name, () => child.kill(name));
  // A terminal's Ctrl-C reaches the child by itself.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
  child.on('error', (error) => {
    process.stderr.write(`kept: ${error.message}\n`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
}

// Batches live for milliseconds: with room for the young they are swept seldom, instead of growing old by accident.
const flags = ['--max-semi-space-size=32'];

/** Makes ready and runs a file of the project (its path from the root) with arguments. */
export function runFile(file, args, { web }) {
  const node = ensureReady({ web });
  become(node, [...flags, isAbsolute(file) ? file : join(root, file), ...args]);
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [file, ...args] = process.argv.slice(2);
  if (file === undefined) {
    process.stderr.write('usage: node scripts/run.mjs FILE [arguments]\n');
    process.exit(2);
  }
  runFile(file, args, { web: false });
}
