import { sql } from 'kysely';
import type { Language, MailTrouble } from '../../shared/scalars.ts';
import type { Tx } from '../platform/database/open.ts';

/** An outside keeper as his table has him. */
export interface PartnerRow {
  readonly partner_id: string;
  readonly name: string;
  readonly email: string | null;
  readonly language: Language;
  readonly token_hash: Buffer | null;
  readonly token_until: Date | null;
  /** How many links he has had; the last one opens. */
  readonly links: number;
  readonly closed_at: Date | null;
  readonly version: number;
}

/** A partner as a page shows him. */
export type ShownPartner = PartnerRow & { readonly open: number; readonly mail_trouble: MailTrouble | null };

const columns = sql`p.partner_id, p.name, p.email, p.language, p.token_hash, p.token_until, p.links, p.closed_at, p.version`;
const shownColumns = sql`${columns},
  (select count(*) from promises.promise o where o.state = 'open' and o.keeper_partner = p.partner_id) as open,
  (select l.error from promises.partner_letter l where l.partner_id = p.partner_id
    order by l.made_at desc limit 1) as mail_trouble`;

/** Every partner by name, those with whom we work first. */
export async function listPartners(tx: Tx): Promise<ShownPartner[]> {
  const { rows } = await sql<ShownPartner>`
    select ${shownColumns} from promises.partner p
    order by p.closed_at is not null, p.name collate "unicode", p.partner_id`.execute(tx);
  return rows;
}

/** One partner. */
export async function findPartner(tx: Tx, partnerId: string): Promise<ShownPartner | undefined> {
  const { rows } = await sql<ShownPartner>`
    select ${shownColumns} from promises.partner p where p.partner_id = ${partnerId}::uuid`.execute(tx);
  return rows[0];
}

/** One partner, held until the transaction ends. */
export async function lockPartner(tx: Tx, partnerId: string): Promise<PartnerRow | undefined> {
  const { rows } = await sql<PartnerRow>`
    select ${columns} from promises.partner p where p.partner_id = ${partnerId}::uuid for update`.execute(tx);
  return rows[0];
}

/** The partner whose link's token this is the hash of, while it opens. */
export async function findPartnerByToken(tx: Tx, tokenHash: Buffer, now: Date): Promise<PartnerRow | undefined> {
  const { rows } = await sql<PartnerRow>`
    select ${columns} from promises.partner p
    where p.token_hash = ${tokenHash} and p.token_until > ${now} and p.closed_at is null`.execute(tx);
  return rows[0];
}

/** Adds a partner. */
export async function insertPartner(
  tx: Tx,
  row: Pick<PartnerRow, 'partner_id' | 'name' | 'email' | 'language' | 'closed_at'> & {
    made_at: Date;
    made_by: string;
  },
): Promise<void> {
  await sql`
    insert into promises.partner (partner_id, name, email, language, closed_at, made_at, made_by)
    values (${row.partner_id}::uuid, ${row.name}, ${row.email}, ${row.language}, ${row.closed_at}, ${row.made_at},
      ${row.made_by})`.execute(tx);
}

/** Changes a partner; one with whom we no longer work loses his link. */
export async function savePartnerRow(
  tx: Tx,
  row: Pick<PartnerRow, 'partner_id' | 'name' | 'email' | 'language' | 'closed_at'>,
): Promise<void> {
  await sql`
    update promises.partner set name = ${row.name}, email = ${row.email}, language = ${row.language},
      closed_at = ${row.closed_at}, version = version + 1,
      token_hash = case when ${row.closed_at}::timestamptz is null then token_hash end,
      token_until = case when ${row.closed_at}::timestamptz is null then token_until end
    where partner_id = ${row.partner_id}::uuid`.execute(tx);
}

/** Gives a partner a new link; the one before it opens no more. */
export async function saveLink(
  tx: Tx,
  partnerId: string,
  link: { readonly tokenHash: Buffer; readonly until: Date; readonly number: number },
): Promise<void> {
  await sql`
    update promises.partner set token_hash = ${link.tokenHash}, token_until = ${link.until}, links = ${link.number}
    where partner_id = ${partnerId}::uuid`.execute(tx);
}
