import { type BinaryLike, randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import type { PasswordCost } from '../platform/config.ts';
import { refuse } from '../platform/refuse.ts';

const keyBytes = 32;
/** Two at a time, so that a flood of sign-ins leaves the disk's threads to others; a longer queue is refused. */
const atOnce = 2;
const queueLimit = 60;
let running = 0;
const queue: (() => void)[] = [];

/** A password as it is kept: `scrypt$N$r$p$salt$hash`, so that the cost can grow with the machines. */
export async function hashPassword(password: string, cost: PasswordCost): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, cost);
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

/** True when the password is the one that was kept; `undefined` takes as long as `cost` says and is never right. */
export async function isPassword(password: string, kept: string | undefined, cost: PasswordCost): Promise<boolean> {
  const [kind, N, r, p, salt, hash] = (kept ?? '').split('$');
  if (kind !== 'scrypt' || salt === undefined || hash === undefined) {
    await derive(password, randomBytes(16), cost);
    return false;
  }
  const wanted = Buffer.from(hash, 'base64url');
  const key = await derive(password, Buffer.from(salt, 'base64url'), { N: Number(N), r: Number(r), p: Number(p) });
  return key.length === wanted.length && timingSafeEqual(key, wanted);
}

async function derive(password: string, salt: BinaryLike, options: ScryptOptions): Promise<Buffer> {
  if (running >= atOnce) await turn();
  running += 1;
  try {
    return await new Promise<Buffer>((done, fail) => {
      scrypt(password.normalize('NFKC'), salt, keyBytes, { ...options, maxmem: 128 * 2 ** 20 }, (error, key) =>
        error === null ? done(key) : fail(error),
      );
    });
  } finally {
    running -= 1;
    queue.shift()?.();
  }
}

function turn(): Promise<void> {
  if (queue.length >= queueLimit) refuse('house.busy', { retryAfterSeconds: 5 });
  return new Promise((done) => queue.push(done));
}
