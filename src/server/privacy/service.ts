import type { InputOf, ReplyOf } from '../../shared/contract.ts';
import type * as privacy from '../../shared/privacy.ts';
import type { Call } from '../platform/area.ts';
import { openCursor, sealCursor } from '../platform/cursor.ts';
import { secretOf } from '../platform/secret.ts';
import { readHeads } from './heads.ts';
import { listUses, type ShownUse } from './store.ts';
import { verifyChain } from './verify.ts';

/** Shows what was used of a customer; a read of several who are one was noted for each of them. */
export async function uses(call: Call, input: InputOf<typeof privacy.uses>): Promise<ReplyOf<typeof privacy.uses>> {
  const secret = secretOf(call.house.config);
  const before = input.cursor === undefined ? undefined : openCursor('privacy.uses', input.cursor, secret)[0];
  const rows = await listUses(call.tx, [input.customer_id], { before, limit: input.limit + 1 });
  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  // To look at it is a use as well.
  if (last !== undefined) call.use([last.customer_id]);
  return {
    uses: page.map(shown),
    next: last !== undefined && rows.length > page.length ? sealCursor('privacy.uses', [last.use_id], secret) : null,
  };
}

function shown(row: ShownUse): ReplyOf<typeof privacy.uses>['uses'][number] {
  const { name_en, name_es, name_ru, at, ...use } = row;
  const department =
    name_en === null || name_es === null || name_ru === null ? null : { en: name_en, es: name_es, ru: name_ru };
  return { ...use, at: at.toISOString(), department };
}

/** Recomputes the chains of the use log. */
export async function verify(call: Call): Promise<ReplyOf<typeof privacy.verify>> {
  const report = await verifyChain(call.tx, readHeads(call.house.config));
  return { links: report.links, uses: report.uses, broken: report.broken };
}
