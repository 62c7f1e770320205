import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { House } from '../platform/area.ts';
import { firstHead, headAfter, leafOf } from './chain.ts';
import { type KeptUse, readUse } from './rules.ts';
import { ensureSecrets, findLastLink, insertLink, insertUses, listNewUses } from './store.ts';

/** Uses to a link, at most. */
const group = 1_000;

/** The newest head of this server's chain. */
export interface Head {
  readonly serverId: string;
  readonly linkNo: number;
  readonly head: Buffer;
}

/**
 * Moves the lines of a file into `privacy.use`, a link of this server's chain for each group, in one transaction each:
 * a group that was already moved before a crash adds nothing. Gives the newest head, `undefined` when nothing was new.
 */
export async function moveFile(house: House, source: { path: string; fd?: number }): Promise<Head | undefined> {
  let head: Head | undefined;
  let batch: KeptUse[] = [];
  const flush = async () => {
    if (batch.length > 0) head = (await moveGroup(house, batch)) ?? head;
    batch = [];
  };
  const input = createReadStream(
    source.path,
    source.fd === undefined ? {} : { fd: source.fd, start: 0, autoClose: false },
  );
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    const use = readUse(line);
    if (use === undefined) {
      if (line !== '') house.log.warn({}, 'a torn line of the use log was passed over; its reader got no answer');
      continue;
    }
    batch.push(use);
    if (batch.length >= group) await flush();
  }
  await flush();
  return head;
}

async function moveGroup(house: House, batch: readonly KeptUse[]): Promise<Head | undefined> {
  const { serverId } = house.config;
  return house.database.transaction(async (tx) => {
    const unmoved = await listNewUses(tx, batch);
    const uses = batch.filter((use) => unmoved.has(use.useId));
    if (uses.length === 0) return undefined;
    const ids = [...new Set(uses.map((use) => use.customerId))].sort();
    const secrets = await ensureSecrets(tx, new Map(ids.map((id) => [id, randomBytes(32)])));
    const last = await findLastLink(tx, serverId);
    const linkNo = (last?.link_no ?? 0) + 1;
    const leaves = uses.map((use) => leafOf(secrets.get(use.customerId) ?? firstHead, use));
    const head = headAfter(last?.head ?? firstHead, leaves);
    await insertUses(tx, uses, { serverId, linkNo });
    await insertLink(tx, { server_id: serverId, link_no: linkNo, leaves, head }, house.clock.now());
    return { serverId, linkNo, head };
  });
}
