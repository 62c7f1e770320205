import type { BrokenLink } from '../../shared/privacy.ts';
import type { Tx } from '../platform/database/open.ts';
import { firstHead, headAfter, leafOf } from './chain.ts';
import type { ExportedHead } from './heads.ts';
import { type LinkRow, listLinks, listPlacedUses, listSecrets, listServers, type PlacedUse } from './store.ts';

/** What a look through every chain found. */
export interface ChainReport {
  readonly links: number;
  readonly uses: number;
  /** The first place of each server where its chain does not hold; empty when all is whole. */
  readonly broken: BrokenLink[];
}

const page = 50;

/**
 * Recomputes every chain: a use changed, taken away or put in by SQL, a link changed or taken out, and, against the
 * heads that were written down outside the database, a tail cut off. Names the first such place of each server.
 */
export async function verifyChain(tx: Tx, heads: readonly ExportedHead[] = []): Promise<ChainReport> {
  const written = Map.groupBy(heads, (head) => head.server_id);
  const servers = new Set([...(await listServers(tx)), ...written.keys()]);
  const broken: BrokenLink[] = [];
  let links = 0;
  let uses = 0;
  for (const serverId of [...servers].sort()) {
    const report = await verifyServer(tx, serverId, written.get(serverId) ?? []);
    links += report.links;
    uses += report.uses;
    if (report.broken !== undefined) broken.push(report.broken);
  }
  return { links, uses, broken };
}

async function verifyServer(tx: Tx, serverId: string, heads: readonly ExportedHead[]) {
  const expected = new Map(heads.map((head) => [head.link_no, head.head]));
  let at = 0;
  let head: Buffer = firstHead;
  let uses = 0;
  const stop = (linkNo: number, what: BrokenLink['what'], useId: string | null = null) => ({
    links: at,
    uses,
    broken: { server_id: serverId, link_no: linkNo, what, use_id: useId },
  });
  for (;;) {
    const rows = await listLinks(tx, serverId, at, page);
    const last = rows.at(-1);
    if (last === undefined) break;
    const placed = await listPlacedUses(tx, serverId, at + 1, last.link_no);
    const secrets = await listSecrets(tx, [...new Set(placed.map((use) => use.customerId))]);
    const byLink = Map.groupBy(placed, (use) => use.linkNo);
    for (const row of rows) {
      if (row.link_no !== at + 1) return stop(at + 1, 'link-missing');
      const wrong = wrongLink(row, head, expected) ?? wrongUse(row, byLink.get(row.link_no) ?? [], secrets);
      if (wrong !== undefined) return stop(row.link_no, wrong.what, wrong.useId);
      at = row.link_no;
      head = row.head;
      uses += row.leaves.length;
    }
  }
  const longest = Math.max(0, ...expected.keys());
  if (longest > at) return stop(at + 1, 'tail-missing');
  const beyond = (await listPlacedUses(tx, serverId, at + 1, Number.MAX_SAFE_INTEGER))[0];
  if (beyond !== undefined) return stop(at + 1, 'link-missing', beyond.useId);
  return { links: at, uses, broken: undefined };
}

interface Wrong {
  readonly what: BrokenLink['what'];
  readonly useId: string | null;
}

function wrongLink(row: LinkRow, previous: Buffer, expected: ReadonlyMap<number, string>): Wrong | undefined {
  const written = expected.get(row.link_no);
  const follows = headAfter(previous, row.leaves).equals(row.head);
  if (follows && (written === undefined || written === row.head.toString('hex'))) return undefined;
  return { what: 'link-changed', useId: null };
}

function wrongUse(row: LinkRow, uses: readonly PlacedUse[], secrets: ReadonlyMap<string, Buffer>): Wrong | undefined {
  for (const [leafNo, leaf] of row.leaves.entries()) {
    const use = uses[leafNo];
    if (use === undefined || use.leafNo > leafNo) return { what: 'use-missing', useId: null };
    if (use.leafNo < leafNo) return { what: 'use-added', useId: use.useId };
    const secret = secrets.get(use.customerId);
    if (secret === undefined || !leafOf(secret, use).equals(leaf)) return { what: 'use-changed', useId: use.useId };
  }
  const more = uses[row.leaves.length];
  return more === undefined ? undefined : { what: 'use-added', useId: more.useId };
}
