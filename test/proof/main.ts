import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

// npm run proof: the product's figures against raw files and published tables. A missing file is a failure here.
const root = fileURLToPath(new URL('../..', import.meta.url));
const args = [
  'node_modules/vitest/vitest.mjs',
  'run',
  '--config',
  'test/proof/vitest.config.ts',
  ...process.argv.slice(2),
];
const done = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
process.exit(done.status ?? 1);
