import { sql } from 'kysely';
import { refuse } from '../refuse.ts';
import type { Tx } from './open.ts';

/**
 * Begins a repeatable request: gives back the stored answer of an earlier one with the same key, waiting while that one
 * still runs. Refuses `request.idempotency-mismatch` where the same key came with another body.
 */
export async function recallAnswer(tx: Tx, keyHash: Buffer, bodyHash: Buffer): Promise<string | undefined> {
  const { rows: made } = await sql`
    insert into platform.answer (key_hash, body_hash) values (${keyHash}, ${bodyHash})
    on conflict do nothing returning 1 as made`.execute(tx);
  if (made.length === 1) return undefined;
  const { rows } = await sql<{ body_hash: Buffer; body: string | null }>`
    select body_hash, body from platform.answer where key_hash = ${keyHash}`.execute(tx);
  const stored = rows[0];
  if (stored === undefined || stored.body === null) refuse('request.idempotency-running', { retryAfterSeconds: 1 });
  if (!stored.body_hash.equals(bodyHash)) refuse('request.idempotency-mismatch');
  return stored.body;
}

/** Keeps the answer for who asks again with the same key. */
export async function storeAnswer(tx: Tx, keyHash: Buffer, body: string): Promise<void> {
  await sql`update platform.answer set body = ${body}, status = 200 where key_hash = ${keyHash}`.execute(tx);
}

/** Forgets answers older than 48 hours. */
export async function eraseOldAnswers(tx: Tx): Promise<void> {
  await sql`delete from platform.answer where at < now() - interval '48 hours'`.execute(tx);
}
