import { sql } from 'kysely';
import type { Tx } from '../platform/database/open.ts';
import type { Setting } from './setting-rules.ts';

/** What the house has set, if anything. */
export async function findSetting(tx: Tx): Promise<Setting | undefined> {
  const { rows } = await sql<Setting>`/* plan once */
    select five, cap, fade_months, rest_days, ask_from, ask_until, ask_minutes, ask_later_days, own_minutes, recheck_days,
      budgets, forgotten_days, version from moments.setting`.execute(tx);
  return rows[0];
}

/** Writes the house's ways over those of a version (0: none were written yet); false where they are of another by now. */
export async function saveSetting(tx: Tx, next: Omit<Setting, 'version'>, version: number): Promise<boolean> {
  const done = await sql`
    insert into moments.setting as s (five, cap, fade_months, rest_days, ask_from, ask_until, ask_minutes,
      ask_later_days, own_minutes, recheck_days, budgets, forgotten_days)
    values (${next.five}, ${next.cap}, ${next.fade_months}, ${next.rest_days}, ${next.ask_from}, ${next.ask_until},
      ${next.ask_minutes}, ${next.ask_later_days}, ${next.own_minutes}, ${next.recheck_days},
      ${JSON.stringify(next.budgets)}::jsonb, ${next.forgotten_days})
    on conflict (only_one) do update set five = excluded.five, cap = excluded.cap, fade_months = excluded.fade_months,
      rest_days = excluded.rest_days, ask_from = excluded.ask_from, ask_until = excluded.ask_until,
      ask_minutes = excluded.ask_minutes, ask_later_days = excluded.ask_later_days, own_minutes = excluded.own_minutes,
      recheck_days = excluded.recheck_days, budgets = excluded.budgets, forgotten_days = excluded.forgotten_days,
      version = s.version + 1
    where s.version = ${version}`.execute(tx);
  return Number(done.numAffectedRows ?? 0) === 1;
}
