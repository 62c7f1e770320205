import { sql } from 'kysely';
import { standingRule } from '../../shared/promises-standing.ts';
import type { Tx } from '../platform/database/open.ts';
import type { InForce } from './standing-rules.ts';

/** A version of a standing promise as its table has it. */
export interface StandingRow {
  readonly standing_id: string;
  readonly version: number;
  readonly state: 'draft' | 'in-force' | 'withdrawn' | 'superseded';
  readonly texts: unknown;
  readonly rule: unknown;
  readonly keeper_department: string | null;
  readonly public: boolean;
  readonly in_force_at: Date | null;
  readonly published_at: Date | null;
  readonly ended_at: Date | null;
  readonly made_at: Date;
}

const columns = sql`standing_id, version, state, texts, rule, keeper_department, public, in_force_at, published_at, ended_at, made_at`;

/** Every version, the newest promise first. */
export async function listStandings(tx: Tx): Promise<StandingRow[]> {
  const { rows } = await sql<StandingRow>`
    select ${columns} from promises.standing order by standing_id desc, version desc`.execute(tx);
  return rows;
}

/** The versions of one, held until the transaction ends. */
export async function lockStanding(tx: Tx, standingId: string): Promise<StandingRow[]> {
  const { rows } = await sql<StandingRow>`
    select ${columns} from promises.standing where standing_id = ${standingId}::uuid order by version desc
    for update`.execute(tx);
  return rows;
}

/** Writes a new version. */
export async function insertStanding(
  tx: Tx,
  row: Omit<StandingRow, 'state' | 'in_force_at' | 'published_at' | 'ended_at'> & { readonly made_by: string },
): Promise<void> {
  await sql`
    insert into promises.standing (standing_id, version, state, texts, rule, keeper_department, public, made_at, made_by)
    values (${row.standing_id}, ${row.version}, 'draft', ${JSON.stringify(row.texts)}::jsonb,
      ${JSON.stringify(row.rule)}::jsonb, ${row.keeper_department}, ${row.public}, ${row.made_at}, ${row.made_by})`.execute(
    tx,
  );
}

/** Moves a version into another state. */
export async function saveStandingState(
  tx: Tx,
  row: Pick<StandingRow, 'standing_id' | 'version' | 'state' | 'in_force_at' | 'published_at' | 'ended_at'>,
): Promise<void> {
  await sql`
    update promises.standing set state = ${row.state}, in_force_at = ${row.in_force_at},
      published_at = ${row.published_at}, ended_at = ${row.ended_at}
    where standing_id = ${row.standing_id}::uuid and version = ${row.version}`.execute(tx);
}

/** What is, or once was, in force. */
export async function listInForce(tx: Tx): Promise<InForce[]> {
  const { rows } = await sql<Omit<InForce, 'rule'> & { rule: unknown }>`/* plan once */
    select standing_id, version, rule, keeper_department, texts -> 'en' ->> 'promise' as title, in_force_at,
      published_at, ended_at
    from promises.standing where in_force_at is not null order by standing_id, version`.execute(tx);
  return rows.map((row) => ({ ...row, rule: standingRule.parse(row.rule) }));
}
