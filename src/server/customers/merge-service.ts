import type { InputOf, ReplyOf } from '../../shared/contract.ts';
import {
  customersMerged,
  customersUnmerged,
  type merge as mergeContract,
  type previewMerge as previewContract,
  type unmerge as unmergeContract,
} from '../../shared/customers-merges.ts';
import type { Call } from '../platform/area.ts';
import { newId } from '../platform/ids.ts';
import { refuse } from '../platform/refuse.ts';
import { CustomerIds } from './customer-ids.ts';
import { facesOf, mostMembers } from './face-rules.ts';
import { signsOf } from './merge-signs-rules.ts';
import {
  countSide,
  type FaceRow,
  findLink,
  insertLink,
  listKeyValues,
  listMembers,
  listStanding,
  lockFaces,
  saveFaces,
  saveUndone,
} from './merge-store.ts';
import { holdStanding } from './standing-store.ts';

/** Everyone who is read as one with this customer, noted as used. Refuses `record.not-found`. */
export async function members(call: Call, customerId: string): Promise<CustomerIds> {
  const rows = await listMembers(call.tx, customerId);
  const first = rows[0];
  if (first === undefined) refuse('record.not-found');
  const all = rows.map((row) => row.customer_id);
  call.use(all);
  return new CustomerIds(first.face_id, all);
}

/** As `members`, for a call that then writes: they stand until it ends. */
export async function membersHeld(call: Call, customerId: string): Promise<CustomerIds> {
  await holdStanding(call.tx);
  return members(call, customerId);
}

/** Joins one customer's face to another's. Refuses `merge.already-one`, `merge.too-many`, `record.not-found`. */
export async function merge(call: Call, input: InputOf<typeof mergeContract>): Promise<ReplyOf<typeof mergeContract>> {
  await holdStanding(call.tx);
  const rows = await facesLocked(call, [input.from_id, input.to_id]);
  const from = rows.find((row) => row.customer_id === input.from_id);
  const to = rows.find((row) => row.customer_id === input.to_id);
  if (from === undefined || to === undefined) refuse('record.not-found');
  call.use(rows.map((row) => row.customer_id));
  const link = await join(call, rows, { from, to, evidence: input.evidence, reason: input.reason });
  return { link_id: link, face_id: to.face_id };
}

/** Joins a customer that names nobody (a device) to the one who turned out to be its owner; nothing when it moved. */
export async function mergeUnknown(call: Call, fromId: string, toId: string): Promise<string | undefined> {
  const rows = await facesLocked(call, [fromId, toId]);
  const from = rows.find((row) => row.customer_id === fromId);
  const to = rows.find((row) => row.customer_id === toId);
  if (from === undefined || to === undefined || from.face_id === to.face_id || from.face_id !== fromId)
    return undefined;
  if (rows.length > mostMembers) return undefined;
  return join(call, rows, { from, to, evidence: 'same-device', reason: 'identified' });
}

/**
 * Locks everyone under these customers' faces. Who waited for another merge looks again with new eyes, until what is
 * locked is what is there: a face may have moved, or have got a member, while we waited.
 */
async function facesLocked(call: Call, ids: readonly string[]): Promise<FaceRow[]> {
  let before = '';
  for (let round = 0; round < 5; round++) {
    const rows = await lockFaces(call.tx, ids);
    const now = rows.map((row) => `${row.customer_id} ${row.face_id}`).join('\n');
    if (now === before) return rows;
    before = now;
  }
  return refuse('house.busy', { retryAfterSeconds: 1 });
}

async function join(
  call: Call,
  rows: readonly FaceRow[],
  about: { from: FaceRow; to: FaceRow; evidence: string; reason: string },
): Promise<string> {
  const { from, to } = about;
  if (from.face_id === to.face_id) refuse('merge.already-one');
  if (rows.length > mostMembers) refuse('merge.too-many', { slots: { limit: mostMembers } });
  const linkId = newId();
  const link = { fromId: from.face_id, linkId, toId: to.face_id, evidence: about.evidence, reason: about.reason };
  await insertLink(call.tx, { ...link, at: call.now, by: call.actor.name });
  const ids = rows.map((row) => row.customer_id);
  await saveFaces(call.tx, new Map(ids.map((id) => [id, to.face_id])));
  const moved = rows.filter((row) => row.face_id === from.face_id).map((row) => row.customer_id);
  const payload = { from_id: from.face_id, to_id: to.face_id, link_id: linkId, member_ids: moved };
  call.append(customersMerged, to.face_id, payload);
  call.append(customersMerged, from.face_id, payload);
  return linkId;
}

/** Takes a merge back: faces are again what they would be without it. Refuses `merge.already-undone`. */
export async function unmerge(
  call: Call,
  input: InputOf<typeof unmergeContract>,
): Promise<ReplyOf<typeof unmergeContract>> {
  const rows = await facesLocked(call, [input.customer_id]);
  const locked = rows.map((row) => row.customer_id);
  const link = await findLink(call.tx, locked, input.link_id);
  if (link === undefined) refuse('record.not-found');
  if (link.undone_at !== null) refuse('merge.already-undone');
  call.use(locked);
  const about = { customerId: link.customer_id, linkId: link.link_id, reason: input.reason };
  await saveUndone(call.tx, { ...about, at: call.now, by: call.actor.name });
  const standing = await listStanding(call.tx, locked);
  const faces = facesOf(
    locked,
    standing.map((row) => ({ from: row.customer_id, to: row.to_id })),
  );
  await saveFaces(call.tx, faces);
  const parted = locked.filter((id) => faces.get(id) === link.customer_id);
  const payload = { from_id: link.customer_id, to_id: link.to_id, link_id: link.link_id, member_ids: parted };
  call.append(customersUnmerged, link.to_id, payload);
  call.append(customersUnmerged, link.customer_id, payload);
  return {};
}

/** What a merge would bring together, and what speaks for and against it. */
export async function previewMerge(
  call: Call,
  input: InputOf<typeof previewContract>,
): Promise<ReplyOf<typeof previewContract>> {
  const [from, to] = [await sideOf(call, input.from_id), await sideOf(call, input.to_id)];
  const one = from.rows[0]?.face_id === to.rows[0]?.face_id;
  const many = from.rows.length + to.rows.length > mostMembers;
  const keys = await listKeyValues(call.tx, [...from.ids, ...to.ids]);
  return {
    from: from.side,
    to: to.side,
    signs: signsOf(
      { ...from.face, keys: keys.filter((key) => from.ids.includes(key.customer_id)) },
      { ...to.face, keys: keys.filter((key) => to.ids.includes(key.customer_id)) },
    ),
    blocked_by: one ? 'merge.already-one' : many ? 'merge.too-many' : null,
  };
}

async function sideOf(call: Call, customerId: string) {
  const rows = await listMembers(call.tx, customerId);
  const face = rows.find((row) => row.customer_id === customerId);
  if (face === undefined) refuse('record.not-found');
  const ids = rows.map((row) => row.customer_id);
  call.use(ids);
  const counted = await countSide(call.tx, ids);
  return { rows, ids, face, side: { customer_id: customerId, name: face.name, members: rows.length, ...counted } };
}
