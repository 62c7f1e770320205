import type { InputOf, ReplyOf } from '../../shared/contract.ts';
import type {
  editAgreement as editContract,
  makeAgreement as makeContract,
  setRole as roleContract,
} from '../../shared/customers-agreements.ts';
import type { Call } from '../platform/area.ts';
import { newId } from '../platform/ids.ts';
import { refuse } from '../platform/refuse.ts';
import {
  type AgreementKind,
  type AgreementPicture,
  type AgreementRole,
  type AgreementRow,
  insertAgreement,
  insertRoles,
  isNumberTaken,
  listAgreements,
  listNumbered,
  listPictures,
  listRoles,
  lockAgreement,
  type NoteRow,
  saveAgreement,
  saveNotes,
  saveRole,
  type Terms,
} from './agreement-store.ts';
import type { CustomerIds } from './customer-ids.ts';
import { findText } from './find-rules.ts';
import { membersHeld } from './merge-service.ts';

/** Writes down an agreement, its customer the holder. Refuses `record.conflict` for a number that he has already. */
export async function makeAgreement(
  call: Call,
  input: InputOf<typeof makeContract>,
): Promise<ReplyOf<typeof makeContract>> {
  await membersHeld(call, input.customer_id);
  const terms = termsOf(input);
  const agreementId = newId();
  const { customer_id: customerId } = input;
  const about = { at: call.now, by: call.actor.name, find: findOf(terms) };
  const made = await insertAgreement(call.tx, { ...terms, customerId, agreementId, ...about });
  if (!made) refuse('record.conflict', { errors: [{ path: 'number', code: 'number.taken' }] });
  const holder = { customerId, ownerId: customerId, agreementId, role: 'holder' as const };
  await saveRole(call.tx, { ...holder, since: terms.since, until: null }, call.now, call.actor.name);
  return { agreement_id: agreementId };
}

/** Edits an agreement; what is left out stays. Refuses `record.stale` with what it says now. */
export async function editAgreement(
  call: Call,
  input: InputOf<typeof editContract>,
): Promise<ReplyOf<typeof editContract>> {
  const ids = await membersHeld(call, input.customer_id);
  const before = await lockAgreement(call.tx, ids, input.agreement_id);
  if (before === undefined) refuse('record.not-found');
  if (before.version !== input.version) refuse('record.stale', { current: before });
  const terms = termsOf(input, before);
  if (await isNumberTaken(call.tx, before.customer_id, terms.number, before.agreement_id)) {
    refuse('record.conflict', { errors: [{ path: 'number', code: 'number.taken' }] });
  }
  const version = before.version + 1;
  const about = { customerId: before.customer_id, agreementId: before.agreement_id, version, find: findOf(terms) };
  await saveAgreement(call.tx, { ...terms, ...about });
  return { version };
}

/** Says who is what on an agreement. */
export async function setRole(call: Call, input: InputOf<typeof roleContract>): Promise<ReplyOf<typeof roleContract>> {
  const owners = await membersHeld(call, input.owner_id);
  await membersHeld(call, input.customer_id);
  checkPeriod(input.since ?? null, input.until ?? null);
  const agreement = await lockAgreement(call.tx, owners, input.agreement_id);
  if (agreement === undefined) refuse('record.not-found');
  const { customer_id: ownerId, agreement_id: agreementId } = agreement;
  const role = { customerId: input.customer_id, ownerId, agreementId, role: input.role };
  await saveRole(
    call.tx,
    { ...role, since: input.since ?? null, until: input.until ?? null },
    call.now,
    call.actor.name,
  );
  return {};
}

/** The agreements of these customers and those on which they are something, with everyone's role. */
export async function agreementsOf(call: Call, ids: CustomerIds) {
  const rows = await listAgreements(call.tx, ids);
  const roles = rows.length === 0 ? [] : await listRoles(call.tx, rows);
  call.use(roles.map((role) => role.customer_id));
  const byAgreement = Map.groupBy(roles, (role) => role.agreement_id);
  return rows.map((row) => ({
    ...row,
    roles: (byAgreement.get(row.agreement_id) ?? []).map(({ agreement_id: _agreement, ...role }) => role),
  }));
}

/** What an agreement is found by. */
export function findOf(terms: Pick<Terms, 'number' | 'place' | 'asset'>): string {
  return findText(terms.number, terms.place, terms.asset);
}

function termsOf(told: InputOf<typeof makeContract>, before?: AgreementRow): Terms {
  const of = (field: 'line' | 'place' | 'asset' | 'since' | 'until' | 'terms' | 'terms_version') => {
    const value = told[field];
    return value === undefined ? (before?.[field] ?? null) : value;
  };
  const since = of('since');
  const until = of('until');
  checkPeriod(since, until);
  return {
    number: told.number,
    kind: told.kind,
    line: of('line'),
    place: of('place'),
    asset: of('asset'),
    since,
    until,
    terms: of('terms'),
    terms_version: of('terms_version'),
  };
}

function checkPeriod(since: string | null, until: string | null): void {
  if (since === null || until === null || since <= until) return;
  refuse('request.invalid', { errors: [{ path: 'until', code: 'date.before-since' }] });
}

/**
 * The agreement of each customer and number, at the same place as asked: his own, or one on which he (or who is read as
 * one with him) is something. `undefined` where there is none or no number was given. One statement.
 */
export async function findAgreements(
  call: Call,
  asked: readonly { customerId: string; number: string | undefined }[],
): Promise<(string | undefined)[]> {
  const pairs = new Map<string, { customerId: string; number: string }>();
  for (const { customerId, number } of asked) {
    if (number !== undefined) pairs.set(pairOf(customerId, number), { customerId, number });
  }
  const found = await numbered(call, [...pairs.values()]);
  return asked.map(({ customerId, number }) =>
    number === undefined ? undefined : found.get(pairOf(customerId, number))?.agreementId,
  );
}

/** What a source tells of an agreement of a customer. */
export interface AgreementNote {
  readonly customerId: string;
  readonly sourceId: string;
  readonly number: string;
  readonly kind: AgreementKind;
  readonly line: string | undefined;
  readonly place: string | undefined;
  readonly asset: string | undefined;
  readonly since: string | undefined;
  readonly until: string | undefined;
  readonly termsVersion: string | undefined;
  /** When it happened: what is told late only fills what is empty. Without it, now. */
  readonly toldAt?: Date | undefined;
  /** Who else is what on it; the customer himself is its holder. */
  readonly roles?: readonly { readonly customerId: string; readonly role: AgreementRole }[] | undefined;
}

/** What noting agreements wrote that was not there before. */
export interface AgreementsMade {
  readonly agreements: readonly { customerId: string; agreementId: string }[];
  /** On agreements that were there. */
  readonly roles: readonly { customerId: string; agreementId: string; role: string }[];
  /** Agreements that were there, as they were; only where it was asked for. */
  readonly before: readonly AgreementPicture[];
}

/** Writes down what events tell of agreements, by customer and number; gives back each one's id, in the order told. */
export async function noteAgreements(
  call: Call,
  notes: readonly AgreementNote[],
  options: { keepBefore?: boolean } = {},
): Promise<{ agreementIds: string[]; made: AgreementsMade }> {
  const known = await numbered(call, notes);
  const ownerOf = (note: AgreementNote) => known.get(pairOf(note.customerId, note.number))?.ownerId ?? note.customerId;
  const rows = foldNotes(notes.map((note) => noteRow({ ...note, customerId: ownerOf(note) }, call)));
  const before = options.keepBefore === true ? await listPictures(call.tx, rows) : [];
  const saved = rows.length === 0 ? [] : await saveNotes(call.tx, rows, call.now);
  const idOf = new Map(saved.map((row) => [pairOf(row.customer_id, row.number), row.agreement_id]));
  const agreementIds = notes.map((note) => idOf.get(pairOf(ownerOf(note), note.number)) ?? '');
  const roles = notes.flatMap((note, at) => {
    const on = { agreementId: agreementIds[at] ?? '', ownerId: ownerOf(note), since: note.since ?? null, until: null };
    const holder = { ...on, customerId: on.ownerId, role: 'holder' as const };
    return [holder, ...(note.roles ?? []).map((role) => ({ ...on, ...role }))];
  });
  const given = await insertRoles(call.tx, roles, call.now, call.actor.name);
  const isMade = new Set(saved.flatMap((row) => (row.made ? [row.agreement_id] : [])));
  return {
    agreementIds,
    made: {
      agreements: saved
        .filter((row) => row.made)
        .map((row) => ({ customerId: row.customer_id, agreementId: row.agreement_id })),
      roles: given
        .filter((row) => !isMade.has(row.agreement_id))
        .map((row) => ({ customerId: row.customer_id, agreementId: row.agreement_id, role: row.role })),
      before,
    },
  };
}

async function numbered(
  call: Call,
  asked: readonly { customerId: string; number: string }[],
): Promise<Map<string, { ownerId: string; agreementId: string }>> {
  const rows = await listNumbered(call.tx, asked);
  return new Map(
    rows.flatMap((row) => {
      const one = asked[row.at - 1];
      const found = { ownerId: row.customer_id, agreementId: row.agreement_id };
      return one === undefined ? [] : [[pairOf(one.customerId, one.number), found] as const];
    }),
  );
}

function pairOf(customerId: string, number: string): string {
  return `${customerId} ${number}`;
}

function noteRow(note: AgreementNote, call: Call): NoteRow {
  const told = { place: note.place ?? null, asset: note.asset ?? null, number: note.number };
  return {
    ...told,
    customerId: note.customerId,
    agreementId: newId(),
    sourceId: note.sourceId,
    kind: note.kind,
    line: note.line ?? null,
    since: note.since ?? null,
    until: note.until ?? null,
    termsVersion: note.termsVersion ?? null,
    toldAt: note.toldAt ?? call.now,
    find: findOf(told),
  };
}

/** One row for each agreement, of several tellings the later over the earlier; sorted, so that writers take turns. */
function foldNotes(rows: readonly NoteRow[]): NoteRow[] {
  const folded = new Map<string, NoteRow>();
  for (const row of [...rows].sort((a, b) => a.toldAt.getTime() - b.toldAt.getTime())) {
    const pair = pairOf(row.customerId, row.number);
    const before = folded.get(pair);
    folded.set(pair, before === undefined ? row : laterNote(before, row));
  }
  return [...folded].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

function laterNote(before: NoteRow, after: NoteRow): NoteRow {
  const place = after.place ?? before.place;
  const asset = after.asset ?? before.asset;
  return {
    ...after,
    kind: after.kind === 'contract' ? before.kind : after.kind,
    line: after.line ?? before.line,
    place,
    asset,
    since: after.since ?? before.since,
    until: after.until ?? before.until,
    termsVersion: after.termsVersion ?? before.termsVersion,
    find: findOf({ number: after.number, place, asset }),
  };
}
