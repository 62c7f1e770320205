import { sql } from 'kysely';
import type { Language } from '../../shared/scalars.ts';
import type { Tx } from '../platform/database/open.ts';

/** What a one-time link is for. */
export type LinkKind = 'set-up' | 'invitation' | 'reset';

/** A link that still works, with its person. */
export interface LinkRow {
  readonly kind: LinkKind;
  readonly person_id: string | null;
  readonly until: Date;
  readonly name: string | null;
  readonly email: string | null;
  readonly language: Language | null;
}

/** Makes a link; its end is by the database's clock and given back. */
export async function insertLink(
  tx: Tx,
  link: { tokenHash: Buffer; kind: LinkKind; personId: string | null; hours: number },
): Promise<Date> {
  const { rows } = await sql<{ until: Date }>`
    insert into staff.link (token_hash, kind, person_id, until)
    values (${link.tokenHash}, ${link.kind}, ${link.personId}, now() + make_interval(hours => ${link.hours}))
    returning until`.execute(tx);
  const until = rows[0]?.until;
  if (until === undefined) throw new Error('the link was not kept');
  return until;
}

/** A link by its token, while unused, in time and of a person who is here. */
export async function findLink(tx: Tx, tokenHash: Buffer): Promise<LinkRow | undefined> {
  const { rows } = await sql<LinkRow>`
    select l.kind, l.person_id, l.until, p.name, p.email, p.language
    from staff.link l left join staff.person p using (person_id)
    where l.token_hash = ${tokenHash} and l.used_at is null and l.until > now()
      and (l.person_id is null or p.state <> 'left')`.execute(tx);
  return rows[0];
}

/** Uses a link up; of several at once only one succeeds. */
export async function spendLink(tx: Tx, tokenHash: Buffer): Promise<boolean> {
  const done = await sql`
    update staff.link set used_at = now() where token_hash = ${tokenHash} and used_at is null`.execute(tx);
  return Number(done.numAffectedRows ?? 0) === 1;
}

/** Ends every unused link of a kind, of one person or (null) of the house. */
export async function eraseLinks(tx: Tx, kind: LinkKind, personId: string | null): Promise<void> {
  await sql`
    delete from staff.link where kind = ${kind} and used_at is null
      and person_id is not distinct from ${personId}::uuid`.execute(tx);
}

/** How many links of a kind a person was given in the last 15 minutes. */
export async function countFreshLinks(tx: Tx, kind: LinkKind, personId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from staff.link
    where kind = ${kind} and person_id = ${personId} and made_at > now() - interval '15 minutes'`.execute(tx);
  return rows[0]?.n ?? 0;
}
