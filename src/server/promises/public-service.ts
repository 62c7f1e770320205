import type { InputOf, ReplyOf } from '../../shared/contract.ts';
import type * as contract from '../../shared/promises-rates.ts';
import { standing } from '../../shared/promises-standing.ts';
import { language as languages } from '../../shared/scalars.ts';
import type { Call, House } from '../platform/area.ts';
import { refuse } from '../platform/refuse.ts';
import { requireOrganisation } from '../staff/house-service.ts';
import { lastYear } from './ended-service.ts';
import { countEnded, type EndedRow } from './ended-store.ts';
import { publicRateOf } from './public-rules.ts';
import { settingOf } from './setting-service.ts';
import { listStandings } from './standing-store.ts';

/** Counts are taken once a minute, however many read the page. */
const countedForMs = 60_000;

interface Counted {
  readonly atMs: number;
  readonly since: string;
  readonly until: string;
  readonly rows: readonly EndedRow[];
}

const counted = new WeakMap<House, Counted>();

/**
 * The company's standing promises for everybody, and how it keeps them where it shows that. A house that has switched the
 * page off answers as if there were none: `record.not-found`.
 */
export async function publicPage(
  call: Call,
  input: InputOf<typeof contract.publicPage>,
): Promise<ReplyOf<typeof contract.publicPage>> {
  const setting = await settingOf(call);
  if (!setting.public_page) refuse('record.not-found');
  const { name: house, logo } = await requireOrganisation(call.tx);
  const language = input.language ?? languages.catch('en').parse(call.actor.language);
  const known = setting.public_rate ? await countLately(call) : undefined;
  const rows = (await listStandings(call.tx)).filter((row) => row.state === 'in-force' && row.public);
  const all = known?.rows.find((row) => row.dimension === 'all');
  const rate = rateOf(known, all);
  return {
    house,
    logo,
    rate: rate === null ? null : { ...rate, late: all?.late ?? 0 },
    promises: rows.map((row) => ({
      standing_id: row.standing_id,
      version: row.version,
      texts: standing.shape.texts.parse(row.texts)[language],
      in_force_at: row.in_force_at?.toISOString() ?? '',
      rate: rateOf(
        known,
        known?.rows.find((one) => one.dimension === 'standing' && one.value === row.standing_id),
      ),
    })),
  };
}

async function countLately(call: Call): Promise<Counted> {
  const before = counted.get(call.house);
  const atMs = call.now.getTime();
  if (before !== undefined && Math.abs(atMs - before.atMs) < countedForMs) return before;
  const { since, until } = await lastYear(call);
  const fresh = { atMs, since, until, rows: await countEnded(call.tx, since, until) };
  counted.set(call.house, fresh);
  return fresh;
}

function rateOf(known: Counted | undefined, row: EndedRow | undefined) {
  const rate = publicRateOf(row);
  return known === undefined || rate === undefined ? null : { ...rate, since: known.since, until: known.until };
}
