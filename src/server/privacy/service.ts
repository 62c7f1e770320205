import type { InputOf, ReplyOf } from '../../shared/contract.ts';
import type * as privacy from '../../shared/privacy.ts';
import type { Call } from '../platform/area.ts';
import { refuse } from '../platform/refuse.ts';
import { readHeads } from './heads.ts';
import { listUses, type ShownUse } from './store.ts';
import { verifyChain } from './verify.ts';

/** Shows what was used of a customer. */
export async function uses(call: Call, input: InputOf<typeof privacy.uses>): Promise<ReplyOf<typeof privacy.uses>> {
  const before = input.cursor === undefined ? undefined : placeOf(input.cursor);
  const rows = await listUses(call.tx, [input.customer_id], { before, limit: input.limit + 1 });
  const page = rows.slice(0, input.limit);
  return {
    uses: page.map(shown),
    next: rows.length > input.limit ? (page.at(-1)?.use_id ?? null) : null,
  };
}

function shown(row: ShownUse): ReplyOf<typeof privacy.uses>['uses'][number] {
  const { name_en, name_es, name_ru, at, ...use } = row;
  const department =
    name_en === null || name_es === null || name_ru === null ? null : { en: name_en, es: name_es, ru: name_ru };
  return { ...use, at: at.toISOString(), department };
}

function placeOf(cursor: string): string {
  if (!/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(cursor)) refuse('request.bad-cursor');
  return cursor;
}

/** Recomputes the chains of the use log. */
export async function verify(call: Call): Promise<ReplyOf<typeof privacy.verify>> {
  const report = await verifyChain(call.tx, readHeads(call.house.config));
  return { links: report.links, uses: report.uses, broken: report.broken };
}
