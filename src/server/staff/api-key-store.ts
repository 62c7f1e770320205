import { sql } from 'kysely';
import type { Tx } from '../platform/database/open.ts';

/** An API key without its secret. */
export interface ApiKeyListRow {
  readonly key_id: string;
  readonly name: string;
  readonly prefix: string;
  readonly scopes: string[];
  readonly made_by: string;
  readonly made_by_name: string;
  readonly made_at: Date;
  readonly last_used_at: Date | null;
  readonly until: Date | null;
  readonly revoked_at: Date | null;
}

/** Keys of one maker or of all, newest first. */
export async function listApiKeys(tx: Tx, madeBy: string | undefined): Promise<ApiKeyListRow[]> {
  const { rows } = await sql<ApiKeyListRow>`
    select k.key_id, k.name, k.prefix, k.scopes, k.made_by, p.name as made_by_name, k.made_at, k.last_used_at, k.until,
      k.revoked_at
    from staff.api_key k join staff.person p on p.person_id = k.made_by
    where ${madeBy ?? null}::uuid is null or k.made_by = ${madeBy ?? null}::uuid
    order by k.made_at desc, k.key_id limit 1000`.execute(tx);
  return rows;
}

/** Writes a new key. */
export async function insertApiKey(
  tx: Tx,
  key: {
    keyId: string;
    name: string;
    prefix: string;
    secretHash: Buffer;
    scopes: readonly string[];
    madeBy: string;
    at: Date;
    until: string | null;
  },
): Promise<void> {
  await sql`
    insert into staff.api_key (key_id, name, prefix, secret_hash, scopes, made_by, made_at, until)
    values (${key.keyId}, ${key.name}, ${key.prefix}, ${key.secretHash}, ${[...key.scopes]}, ${key.madeBy}, ${key.at},
      ${key.until})`.execute(tx);
}

/** Who made a key and under which name; locked until this transaction ends. */
export async function lockApiKey(
  tx: Tx,
  keyId: string,
): Promise<{ readonly made_by: string; readonly name: string; readonly revoked_at: Date | null } | undefined> {
  const { rows } = await sql<{ made_by: string; name: string; revoked_at: Date | null }>`
    select made_by, name, revoked_at from staff.api_key where key_id = ${keyId} for update`.execute(tx);
  return rows[0];
}

/** Ends a key. */
export async function saveRevoked(tx: Tx, keyId: string, at: Date): Promise<void> {
  await sql`update staff.api_key set revoked_at = ${at} where key_id = ${keyId}`.execute(tx);
}
