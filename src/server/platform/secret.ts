import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
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

const cipher = 'aes-256-gcm';

/** Seals a text with a key made of the house's secret, for one use: without the secret it is not read, nor changed unseen. */
export function seal(config: Pick<Config, 'dataFolder'>, use: string, text: string): string {
  const nonce = randomBytes(12);
  const sealing = createCipheriv(cipher, keyOf(config, use), nonce);
  const sealed = Buffer.concat([sealing.update(text, 'utf8'), sealing.final()]);
  return Buffer.concat([nonce, sealing.getAuthTag(), sealed]).toString('base64url');
}

/** Opens what was sealed for the same use; `undefined` where it was sealed with another house's secret, or was changed. */
export function unseal(config: Pick<Config, 'dataFolder'>, use: string, sealed: string): string | undefined {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length < 28) return undefined;
  const opening = createDecipheriv(cipher, keyOf(config, use), bytes.subarray(0, 12));
  opening.setAuthTag(bytes.subarray(12, 28));
  try {
    return Buffer.concat([opening.update(bytes.subarray(28)), opening.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}

/** A text's signature by the house's secret, for one use: 256 bits, URL-safe, always the same for the same text. */
export function sign(config: Pick<Config, 'dataFolder'>, use: string, text: string): string {
  return createHmac('sha256', keyOf(config, use)).update(text).digest('base64url');
}

function keyOf(config: Pick<Config, 'dataFolder'>, use: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secretOf(config), '', use, 32));
}
