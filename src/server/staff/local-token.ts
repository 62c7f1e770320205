import { timingSafeEqual } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../platform/config.ts';
import { newSecret, sha256 } from '../platform/ids.ts';

/** Where the token lies with which the command line on this machine is known. */
export function localTokenFile(config: Pick<Config, 'dataFolder'>): string {
  return join(config.dataFolder, 'run', 'local-token');
}

/** Makes a new token for this run, readable by the server's user alone; gives it back. */
export function makeLocalToken(config: Pick<Config, 'dataFolder'>): string {
  const token = newSecret();
  mkdirSync(join(config.dataFolder, 'run'), { recursive: true, mode: 0o700 });
  writeFileSync(localTokenFile(config), `${token}\n`, { mode: 0o600 });
  return token;
}

/** True for the token of this run, shown from this machine. */
export function isLocalToken(config: Pick<Config, 'dataFolder'>, shown: string, address: string): boolean {
  if (!isLoopback(address)) return false;
  const token = readToken(localTokenFile(config));
  return token !== undefined && timingSafeEqual(sha256(token), sha256(shown));
}

function readToken(file: string): string | undefined {
  try {
    const token = readFileSync(file, 'utf8').trim();
    return token === '' ? undefined : token;
  } catch {
    return undefined;
  }
}

/** True for an address of this machine. */
export function isLoopback(address: string): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address);
}
