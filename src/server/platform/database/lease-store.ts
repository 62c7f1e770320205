import { sql } from 'kysely';
import type { Tx } from './open.ts';

/** Takes or renews a lease by the database's clock; false while another holds it. */
export async function takeLease(tx: Tx, name: string, holder: string, seconds: number): Promise<boolean> {
  const { rows } = await sql<{ holder: string }>`
    insert into platform.lease as l (name, holder, until)
    values (${name}, ${holder}, now() + make_interval(secs => ${seconds}))
    on conflict (name) do update set holder = excluded.holder, until = excluded.until
      where l.holder = excluded.holder or l.until < now()
    returning holder`.execute(tx);
  return rows.length === 1;
}

/** Gives back whatever a server held that is known to be dead. */
export async function dropLeasesOf(tx: Tx, holder: string): Promise<void> {
  await sql`delete from platform.lease where holder = ${holder}`.execute(tx);
}

/** Gives a lease back early. */
export async function dropLease(tx: Tx, name: string, holder: string): Promise<void> {
  await sql`delete from platform.lease where name = ${name} and holder = ${holder}`.execute(tx);
}
