import { sql } from 'kysely';
import type { Language } from '../../shared/scalars.ts';
import type { Role } from '../../shared/staff.ts';
import type { Tx } from '../platform/database/open.ts';

/** A person as the door needs him. */
export interface KnownRow {
  readonly person_id: string;
  readonly role: Role;
  readonly language: Language;
  readonly department_id: string | null;
}

/** The person of a running session, and whether its end should be moved on. */
export async function findSession(
  tx: Tx,
  tokenHash: Buffer,
): Promise<(KnownRow & { readonly tired: boolean }) | undefined> {
  const { rows } = await sql<KnownRow & { tired: boolean }>`/* plan once */
    select p.person_id, p.role, p.language, p.department_id, s.seen_at < now() - interval '1 hour' as tired
    from staff.session s join staff.person p using (person_id)
    where s.token_hash = ${tokenHash} and s.until > now() and s.made_at > now() - interval '90 days'
      and p.state = 'active'`.execute(tx);
  return rows[0];
}

/** Makes a session of 14 days. */
export async function insertSession(tx: Tx, tokenHash: Buffer, personId: string, address: string): Promise<void> {
  await sql`
    insert into staff.session (token_hash, person_id, until, address)
    values (${tokenHash}, ${personId}, now() + interval '14 days', ${address})`.execute(tx);
}

/** Moves the end of a session on. */
export async function saveSessionSeen(tx: Tx, tokenHash: Buffer): Promise<void> {
  await sql`
    update staff.session set seen_at = now(), until = now() + interval '14 days'
    where token_hash = ${tokenHash}`.execute(tx);
}

/** Ends one session. */
export async function eraseSession(tx: Tx, tokenHash: Buffer): Promise<void> {
  await sql`delete from staff.session where token_hash = ${tokenHash}`.execute(tx);
}

/** Ends every session of a person. */
export async function eraseSessions(tx: Tx, personId: string): Promise<void> {
  await sql`delete from staff.session where person_id = ${personId}`.execute(tx);
}

/** Takes out sessions, links and attempts that are long over. */
export async function eraseOver(tx: Tx): Promise<void> {
  await sql`delete from staff.session where until < now()`.execute(tx);
  await sql`delete from staff.link where until < now() - interval '30 days'`.execute(tx);
  await sql`delete from staff.attempt where last_at < now() - interval '1 day'`.execute(tx);
}

/** The kept password of whoever has this address and works here. */
export async function findPassword(
  tx: Tx,
  email: string,
): Promise<{ readonly person_id: string; readonly secret: string } | undefined> {
  const { rows } = await sql<{ person_id: string; secret: string }>`
    select p.person_id, c.secret from staff.person p join staff.credential c using (person_id)
    where p.email = ${email} and p.state = 'active' and c.kind = 'password'`.execute(tx);
  return rows[0];
}

/** The kept password of a person. */
export async function findPasswordOf(tx: Tx, personId: string): Promise<string | undefined> {
  const { rows } = await sql<{ secret: string }>`
    select secret from staff.credential where kind = 'password' and person_id = ${personId}`.execute(tx);
  return rows[0]?.secret;
}

/** Keeps a person's password in place of an earlier one. */
export async function savePassword(tx: Tx, credentialId: string, personId: string, secret: string): Promise<void> {
  await sql`
    insert into staff.credential (credential_id, person_id, kind, subject, secret)
    values (${credentialId}, ${personId}, 'password', ${personId}, ${secret})
    on conflict (kind, issuer, subject) do update set secret = excluded.secret, changed_at = now()`.execute(tx);
}

/** Wrong passwords of some subjects within the last hour, as any server counted them. */
export async function listAttempts(
  tx: Tx,
  subjects: readonly Buffer[],
): Promise<{ readonly subject: string; readonly failures: number; readonly seconds: number }[]> {
  const { rows } = await sql<{ subject: string; failures: number; seconds: number }>`
    select encode(subject_hash, 'hex') as subject, failures, extract(epoch from now() - last_at)::float8 as seconds
    from staff.attempt where subject_hash = any(${subjects}) and last_at > now() - interval '1 hour'`.execute(tx);
  return rows;
}

/** Counts a wrong password for each subject; after an hour of quiet the count begins anew. */
export async function saveAttempts(tx: Tx, subjects: readonly Buffer[]): Promise<void> {
  await sql`
    insert into staff.attempt as a (subject_hash, failures, last_at)
    select subject, 1, now() from unnest(${subjects}::bytea[]) as t (subject) order by subject
    on conflict (subject_hash) do update set last_at = now(),
      failures = case when a.last_at < now() - interval '1 hour' then 1 else least(a.failures + 1, 10000) end`.execute(
    tx,
  );
}

/** Forgets the wrong passwords of a subject. */
export async function eraseAttempts(tx: Tx, subject: Buffer): Promise<void> {
  await sql`delete from staff.attempt where subject_hash = ${subject}`.execute(tx);
}

/** A person who works here, by his id. */
export async function findKnown(tx: Tx, personId: string): Promise<KnownRow | undefined> {
  const { rows } = await sql<KnownRow>`
    select person_id, role, language, department_id from staff.person
    where person_id = ${personId} and state = 'active'`.execute(tx);
  return rows[0];
}

/** A key with what its maker may do. */
export interface KnownKeyRow {
  readonly key_id: string;
  readonly scopes: readonly string[];
  readonly role: Role;
  readonly language: Language;
  readonly unused: boolean;
}

/** An API key that holds, by the hash of its secret or by its id, of somebody who still works here. */
export async function findApiKey(
  tx: Tx,
  by: { secretHash: Buffer } | { keyId: string },
): Promise<KnownKeyRow | undefined> {
  const which = 'keyId' in by ? sql`k.key_id = ${by.keyId}` : sql`k.secret_hash = ${by.secretHash}`;
  const { rows } = await sql<KnownKeyRow>`
    select k.key_id, k.scopes, p.role, p.language,
      coalesce(k.last_used_at < now() - interval '1 minute', true) as unused
    from staff.api_key k join staff.person p on p.person_id = k.made_by
    where ${which} and k.revoked_at is null and (k.until is null or k.until > now())
      and p.state = 'active'`.execute(tx);
  return rows[0];
}

/** Notes that a key was used. */
export async function saveApiKeyUsed(tx: Tx, keyId: string): Promise<void> {
  await sql`update staff.api_key set last_used_at = now() where key_id = ${keyId}`.execute(tx);
}
