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
  /** What was heard before this instant is to open it too; null where that was not asked for. */
  readonly past_before: Date | null;
  readonly past_state: 'running' | 'stopped' | 'done' | null;
  /** The last event that was looked through. */
  readonly past_to: string | null;
  readonly past_opened: number;
  readonly made_at: Date;
}

const columns = sql`standing_id, version, state, texts, rule, keeper_department, public, in_force_at, published_at, ended_at,
  past_before, past_state, past_to, past_opened, made_at`;

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
  row: Pick<StandingRow, 'standing_id' | 'version' | 'texts' | 'rule' | 'keeper_department' | 'public' | 'made_at'> & {
    readonly made_by: string;
  },
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
  row: Omit<StandingRow, 'texts' | 'rule' | 'keeper_department' | 'public' | 'made_at'>,
): Promise<void> {
  await sql`
    update promises.standing set state = ${row.state}, in_force_at = ${row.in_force_at},
      published_at = ${row.published_at}, ended_at = ${row.ended_at}, past_before = ${row.past_before},
      past_state = ${row.past_state}, past_to = ${row.past_to}::uuid, past_opened = ${row.past_opened}
    where standing_id = ${row.standing_id}::uuid and version = ${row.version}`.execute(tx);
}

const inForce = sql`standing_id, version, rule, keeper_department, texts -> 'en' ->> 'promise' as title, in_force_at,
  published_at, ended_at, past_before, past_to`;

/** What is, or once was, in force. */
export async function listInForce(tx: Tx): Promise<InForce[]> {
  const { rows } = await sql<Omit<InForce, 'rule'> & { rule: unknown }>`/* plan once */
    select ${inForce} from promises.standing where in_force_at is not null order by standing_id, version`.execute(tx);
  return rows.map(read);
}

/** One that is to be opened for what happened before it was published, held; none that another server has in hand. */
export async function lockPast(tx: Tx): Promise<PastRow | undefined> {
  const { rows } = await sql<Omit<PastRow, 'rule'> & { rule: unknown }>`
    select ${inForce}, past_opened from promises.standing where past_state = 'running'
    order by published_at, standing_id limit 1 for update skip locked`.execute(tx);
  return rows.map(read)[0];
}

function read<Row extends { readonly rule: unknown }>(row: Row): Omit<Row, 'rule'> & Pick<InForce, 'rule'> {
  return { ...row, rule: standingRule.parse(row.rule) };
}

/** A standing promise on the way to be opened for what was before. */
export type PastRow = InForce & { readonly past_opened: number };

/** Notes how far what was before is looked through. */
export async function savePast(
  tx: Tx,
  row: Pick<StandingRow, 'standing_id' | 'version' | 'past_state' | 'past_to' | 'past_opened'>,
): Promise<void> {
  await sql`
    update promises.standing set past_state = ${row.past_state}, past_to = ${row.past_to}::uuid,
      past_opened = ${row.past_opened}
    where standing_id = ${row.standing_id}::uuid and version = ${row.version}`.execute(tx);
}
