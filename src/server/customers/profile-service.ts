import type { InputOf, ReplyOf } from '../../shared/contract.ts';
import type { show as showContract } from '../../shared/customers.ts';
import type { Call } from '../platform/area.ts';
import { refuse } from '../platform/refuse.ts';
import { agreementsOf } from './agreement-service.ts';
import type { CustomerIds } from './customer-ids.ts';
import { claimOf } from './key-service.ts';
import { listClaimsOf } from './key-store.ts';
import { members } from './merge-service.ts';
import { type KeyLine, type LinkLine, listDetails, listKeys, listLinks } from './profile-store.ts';

/** Who a customer is: the record of his face, and the keys, claims, agreements and merges of all its members. */
export async function show(call: Call, input: InputOf<typeof showContract>): Promise<ReplyOf<typeof showContract>> {
  const ids = await members(call, input.customer_id);
  const details = await listDetails(call.tx, ids);
  const face = details.find((row) => row.customer_id === ids.faceId);
  if (face === undefined) refuse('record.not-found');
  return {
    ...face,
    made_at: face.made_at.toISOString(),
    members: details.map((row) => ({ customer_id: row.customer_id, name: row.name })),
    keys: (await listKeys(call.tx, ids)).map(keyOnWire),
    claims: await claimsOf(call, ids),
    agreements: await agreementsOf(call, ids),
    links: (await listLinks(call.tx, ids)).map(linkOnWire),
  };
}

function keyOnWire(row: KeyLine) {
  return { ...row, verified_at: row.verified_at.toISOString() };
}

async function claimsOf(call: Call, ids: CustomerIds) {
  const rows = await listClaimsOf(call.tx, ids);
  call.use(rows.map((row) => row.customer_id));
  return rows.map((row) => {
    const { name: _name, ...claim } = claimOf(row);
    return claim;
  });
}

function linkOnWire(row: LinkLine) {
  return {
    link_id: row.link_id,
    from: { customer_id: row.from_id, name: row.from_name },
    to: { customer_id: row.to_id, name: row.to_name },
    evidence: row.evidence,
    reason: row.reason,
    made_at: row.made_at.toISOString(),
    made_by: row.made_by,
    undone_at: row.undone_at?.toISOString() ?? null,
  };
}
