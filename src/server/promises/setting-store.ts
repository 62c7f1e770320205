import { sql } from 'kysely';
import { integers } from '../platform/database/arrays.ts';
import type { Tx } from '../platform/database/open.ts';
import type { Setting } from './side-store.ts';

/** Writes the house's ways over those of a version (0: none were written yet); false where they are of another by now. */
export async function saveSetting(
  tx: Tx,
  next: Omit<Setting, 'zone_data' | 'version'>,
  version: number,
): Promise<boolean> {
  const done = await sql`
    insert into promises.setting as s (accept_minutes, alarm_shares, public_page, public_rate)
    values (${next.accept_minutes}, ${integers(next.alarm_shares)}::int[], ${next.public_page}, ${next.public_rate})
    on conflict (only_one) do update set accept_minutes = excluded.accept_minutes,
      alarm_shares = excluded.alarm_shares, public_page = excluded.public_page, public_rate = excluded.public_rate,
      version = s.version + 1
    where s.version = ${version}`.execute(tx);
  return Number(done.numAffectedRows ?? 0) === 1;
}
