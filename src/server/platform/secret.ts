import { linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from './config.ts';
import { newId, newSecret } from './ids.ts';

const secrets = new Map<string, string>();

/** The house's own secret (signs cursors and links): made at the first start, readable by the server's user alone. */
export function secretOf(config: Pick<Config, 'dataFolder'>): string {
  const known = secrets.get(config.dataFolder);
  if (known !== undefined) return known;
  const file = join(config.dataFolder, 'secret');
  const secret = readSecret(file) ?? makeSecret(config.dataFolder, file);
  secrets.set(config.dataFolder, secret);
  return secret;
}

function readSecret(file: string): string | undefined {
  try {
    const secret = readFileSync(file, 'utf8').trim();
    return secret === '' ? undefined : secret;
  } catch {
    return undefined;
  }
}

/** Written whole under another name and linked into place, so that of two processes one wins and both read the same. */
function makeSecret(folder: string, file: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const draft = `${file}.${newId()}`;
  writeFileSync(draft, `${newSecret()}\n`, { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch {
    // Somebody was first: his is read below.
  }
  unlinkSync(draft);
  const secret = readSecret(file);
  if (secret === undefined) throw new Error(`The secret of this house cannot be read from ${file}.`);
  return secret;
}
