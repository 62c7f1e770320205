import { sql } from 'kysely';
import type { MailInput } from '../../shared/staff-mail.ts';
import type { Tx } from '../platform/database/open.ts';

/** How mail is sent, as it is kept. */
export interface MailRow {
  readonly host: string;
  readonly port: number;
  readonly security: MailInput['security'];
  readonly username: string | null;
  readonly password_sealed: string | null;
  readonly from_address: string;
  readonly from_name: string | null;
  readonly version: number;
  readonly changed_at: Date;
}

/** How mail is sent; `undefined` where nobody has said. */
export async function findMail(tx: Tx): Promise<MailRow | undefined> {
  const { rows } = await sql<MailRow>`
    select host, port, security, username, password_sealed, from_address, from_name, version, changed_at
    from staff.mail_setting`.execute(tx);
  return rows[0];
}

/** Keeps how mail is sent. */
export async function saveMail(tx: Tx, it: MailInput, passwordSealed: string | null, at: Date): Promise<void> {
  await sql`
    insert into staff.mail_setting as m
      (host, port, security, username, password_sealed, from_address, from_name, changed_at)
    values (${it.host}, ${it.port}, ${it.security}, ${it.username}, ${passwordSealed}, ${it.from_address},
      ${it.from_name}, ${at})
    on conflict (only_one) do update set host = excluded.host, port = excluded.port, security = excluded.security,
      username = excluded.username, password_sealed = excluded.password_sealed, from_address = excluded.from_address,
      from_name = excluded.from_name, changed_at = excluded.changed_at, version = m.version + 1`.execute(tx);
}

/** Forgets how mail is sent. */
export async function eraseMail(tx: Tx): Promise<void> {
  await sql`delete from staff.mail_setting`.execute(tx);
}
