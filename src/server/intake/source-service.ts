import type { InputOf, ReplyOf } from '../../shared/contract.ts';
import type {
  closeSource as closeContract,
  editSource as editContract,
  makeSource as makeContract,
  renewKey as renewContract,
  sources as sourcesContract,
} from '../../shared/intake.ts';
import { language } from '../../shared/scalars.ts';
import { houseCountry } from '../customers/country-service.ts';
import type { Call } from '../platform/area.ts';
import { newId, newSecret, sha256 } from '../platform/ids.ts';
import { refuse } from '../platform/refuse.ts';
import {
  findSource,
  insertSource,
  listSources,
  type SourceRow,
  saveClosed,
  saveKey,
  updateSource,
} from './source-store.ts';
import type { SourceTerms } from './telling-rules.ts';

/** All sources with counts that reconcile. */
export async function sources(call: Call): Promise<ReplyOf<typeof sourcesContract>> {
  const rows = await listSources(call.tx);
  return {
    sources: rows.map((row) => ({
      ...row,
      made_at: row.made_at.toISOString(),
      closed_at: row.closed_at?.toISOString() ?? null,
      last_at: row.last_at?.toISOString() ?? null,
    })),
  };
}

/** Makes a source; a server or browser gets a write key, shown this once. Refuses `source.name-taken`. */
export async function makeSource(
  call: Call,
  input: InputOf<typeof makeContract>,
): Promise<ReplyOf<typeof makeContract>> {
  const writeKey = input.kind === 'file' ? undefined : newWriteKey();
  const sourceId = newId();
  const made = await insertSource(call.tx, {
    ...input,
    sourceId,
    keyHash: writeKey === undefined ? undefined : sha256(writeKey),
    keyPrefix: writeKey?.slice(0, 8),
    at: call.now,
    by: call.actor.name,
  });
  if (!made) refuse('source.name-taken');
  return { source_id: sourceId, write_key: writeKey ?? null };
}

/** Edits a source. Refuses `record.stale` where somebody else edited it meanwhile. */
export async function editSource(
  call: Call,
  input: InputOf<typeof editContract>,
): Promise<ReplyOf<typeof editContract>> {
  const standing = await requireSource(call, input.source_id);
  const version = await updateSource(call.tx, { ...input, sourceId: input.source_id });
  if (version === undefined)
    refuse('record.stale', { current: { ...standing, made_at: standing.made_at.toISOString() } });
  return { version };
}

/** Gives a source a new write key. */
export async function renewKey(
  call: Call,
  input: InputOf<typeof renewContract>,
): Promise<ReplyOf<typeof renewContract>> {
  await requireSource(call, input.source_id);
  const writeKey = newWriteKey();
  await saveKey(call.tx, input.source_id, sha256(writeKey), writeKey.slice(0, 8));
  return { write_key: writeKey };
}

/** Closes a source or opens it again. */
export async function closeSource(
  call: Call,
  input: InputOf<typeof closeContract>,
): Promise<ReplyOf<typeof closeContract>> {
  await requireSource(call, input.source_id);
  await saveClosed(call.tx, input.source_id, input.closed ? call.now : null);
  return {};
}

/** What reading a source's messages needs to know of it. */
export async function termsOf(call: Pick<Call, 'house' | 'now' | 'tx'>, row: SourceRow): Promise<SourceTerms> {
  return {
    sourceId: row.source_id,
    kind: row.kind,
    channel: row.channel,
    zone: row.zone,
    currency: row.currency,
    language: language.catch('en').parse(row.language),
    country: await houseCountry(call),
  };
}

async function requireSource(call: Call, sourceId: string): Promise<SourceRow> {
  const row = await findSource(call.tx, sourceId);
  if (row === undefined) refuse('record.not-found');
  return row;
}

function newWriteKey(): string {
  return `wk_${newSecret().replaceAll(/[-_]/g, '').slice(0, 36)}`;
}
