import { z } from 'zod';
import type { Call } from '../platform/area.ts';
import type { AgreementsMade } from './agreement-service.ts';
import { listPictures as listTerms } from './agreement-store.ts';
import { replaceContacts } from './contact-store.ts';
import { unmerge } from './merge-service.ts';
import { type Made, sharedFrom } from './resolve-write-service.ts';
import { holdStandingAlone } from './standing-store.ts';
import {
  eraseAgreements,
  eraseClaims,
  eraseCustomers,
  eraseKeys,
  eraseRoles,
  liftShared,
  listPictures,
  lockContacts,
  restorePictures,
  restoreTerms,
} from './undo-store.ts';

/** In this order what was made is taken out: what hangs on a customer before the customer. */
export const customerImprints = ['link', 'claim', 'role', 'terms', 'agreement', 'picture', 'key', 'customer'] as const;

/** One thing that was made, or how something was before and after. */
export interface Imprint {
  readonly kind: string;
  readonly customerId: string;
  readonly key: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** What resolving customers and noting agreements left behind in this transaction, for it to be taken out again. */
export async function imprintOf(call: Call, made: Made, agreements: AgreementsMade | undefined): Promise<Imprint[]> {
  const isMade = new Set(made.customerIds);
  return [
    ...made.customerIds.map((id) => ({ kind: 'customer', customerId: id, key: id })),
    ...made.keys
      .filter((row) => !isMade.has(row.customerId))
      .map((row) => ({ kind: 'key', customerId: row.customerId, key: row.hash.toString('hex') })),
    ...made.claims.map((row) => ({ kind: 'claim', customerId: row.customerId, key: row.hash.toString('hex') })),
    ...made.links.map((row) => ({ kind: 'link', customerId: row.customerId, key: row.linkId })),
    ...(await picturesOf(call, made)),
    ...(agreements === undefined ? [] : await agreementImprints(call, agreements)),
  ];
}

async function picturesOf(call: Call, { before }: Made): Promise<Imprint[]> {
  const rows = await listPictures(
    call.tx,
    before.map((row) => row.customer_id),
  );
  const after = new Map(rows.map((row) => [row.customer_id, row]));
  return before.map((row) => {
    const { customer_id: id } = row;
    return { kind: 'picture', customerId: id, key: id, before: row, after: after.get(id) };
  });
}

async function agreementImprints(call: Call, made: AgreementsMade): Promise<Imprint[]> {
  const rows = await listTerms(
    call.tx,
    made.before.map((row) => ({ customerId: row.customer_id, number: row.number })),
  );
  const after = new Map(rows.map((row) => [row.agreement_id, row]));
  return [
    ...made.agreements.map((row) => ({ kind: 'agreement', customerId: row.customerId, key: row.agreementId })),
    ...made.roles.map((row) => ({ kind: 'role', customerId: row.customerId, key: `${row.agreementId} ${row.role}` })),
    ...made.before.map((row) => {
      const { customer_id: customerId, agreement_id: key } = row;
      return { kind: 'terms', customerId, key, before: row, after: after.get(key) };
    }),
  ];
}

const text = z.string().nullable();
const picture = z.object({
  customer_id: z.string(),
  kind: z.string(),
  state: z.string(),
  name: text,
  given_name: text,
  family_name: text,
  language: text,
  country: text,
  city: text,
  find: z.string(),
  sort_name: z.string(),
});

const terms = z.object({
  customer_id: z.string(),
  agreement_id: z.string(),
  kind: z.string(),
  line: text,
  place: text,
  asset: text,
  since: text,
  until: text,
  terms_version: text,
  told_at: text,
  find: z.string(),
});

/** Takes out imprints of one kind, as far as nothing else has come to stand on them. */
export async function takeOut(call: Call, kind: string, imprints: readonly Imprint[]): Promise<void> {
  if (imprints.length === 0) return;
  await holdStandingAlone(call.tx);
  if (kind === 'link') await partAgain(call, imprints);
  if (kind === 'claim') {
    await eraseClaims(call.tx, imprints);
    const hashes = imprints.map((row) => Buffer.from(row.key, 'hex'));
    await liftShared(call.tx, hashes, sharedFrom);
  }
  if (kind === 'role') {
    const rows = imprints.map(({ customerId, key }) => ({
      customerId,
      agreementId: key.slice(0, 36),
      role: key.slice(37),
    }));
    await eraseRoles(call.tx, rows);
  }
  if (kind === 'terms') {
    const rows = imprints.map((row) => ({ before: terms.parse(row.before), after: terms.parse(row.after) }));
    await restoreTerms(call.tx, rows);
  }
  if (kind === 'agreement') await eraseAgreements(call.tx, imprints);
  if (kind === 'key') await eraseKeys(call.tx, imprints);
  if (kind === 'customer')
    await eraseCustomers(
      call.tx,
      imprints.map((row) => row.customerId),
    );
  if (kind === 'picture') {
    const rows = imprints.map((row) => ({ before: picture.parse(row.before), after: picture.parse(row.after) }));
    await restorePictures(call.tx, rows);
  }
}

async function partAgain(call: Call, imprints: readonly Imprint[]): Promise<void> {
  for (const { customerId, key } of imprints) {
    await unmerge(call, { customer_id: customerId, link_id: key, reason: 'import undone' });
  }
}

/** Locks customers whose events are about to be taken out. */
export async function holdContacts(call: Call, customerIds: readonly string[]): Promise<void> {
  await lockContacts(call.tx, customerIds);
}

/** Says when there was contact with customers whose events were taken out. */
export async function resetContacts(call: Call, rows: Parameters<typeof replaceContacts>[1]): Promise<void> {
  await replaceContacts(call.tx, rows);
}
