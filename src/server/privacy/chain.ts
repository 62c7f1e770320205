import { createHash, createHmac } from 'node:crypto';
import { canonicalUse, type KeptUse } from './rules.ts';

/** The head before the first link. */
export const firstHead = Buffer.alloc(32);

/** A use's leaf: HMAC-SHA256 under its customer's secret, so that without the secret it says nothing of the use. */
export function leafOf(secret: Buffer, use: KeptUse): Buffer {
  return createHmac('sha256', secret).update(canonicalUse(use)).digest();
}

/** The head after a link: SHA-256 of the head before it and its leaves in order. */
export function headAfter(previous: Buffer, leaves: readonly Buffer[]): Buffer {
  const hash = createHash('sha256').update(previous);
  for (const leaf of leaves) hash.update(leaf);
  return hash.digest();
}
