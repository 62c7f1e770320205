import { z } from 'zod';
import type { Call } from '../platform/area.ts';
import { replaceContacts } from './contact-store.ts';
import { unmerge } from './merge-service.ts';
import type { Made } from './resolve-write-service.ts';
import { holdStandingAlone } from './standing-store.ts';
import {
  eraseAgreements,
  eraseClaims,
  eraseCustomers,
  eraseKeys,
  eraseRoles,
  listAgreementsMade,
  listPictures,
  listRolesMade,
  lockContacts,
  restorePictures,
} from './undo-store.ts';

/** In this order what was made is taken out: what hangs on a customer before the customer. */
export const customerImprints = ['link', 'claim', 'role', 'agreement', 'picture', 'key', 'customer'] as const;

/** One thing that was made, or how something was before and after. */
export interface Imprint {
  readonly kind: string;
  readonly customerId: string;
  readonly key: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/**
 * What resolving customers, and noting the agreements of `customerIds`, left behind in this transaction, for it to be
 * taken out again.
 */
export async function imprintOf(call: Call, made: Made, customerIds: readonly string[]): Promise<Imprint[]> {
  const isMade = new Set(made.customerIds);
  const pictures = await listPictures(
    call.tx,
    made.before.map((row) => row.customer_id),
  );
  const after = new Map(pictures.map((row) => [row.customer_id, row]));
  const agreements = customerIds.length === 0 ? [] : await listAgreementsMade(call.tx, customerIds, call.now);
  const roles = customerIds.length === 0 ? [] : await listRolesMade(call.tx, customerIds, call.now);
  return [
    ...made.customerIds.map((id) => ({ kind: 'customer', customerId: id, key: id })),
    ...made.keys
      .filter((row) => !isMade.has(row.customerId))
      .map((row) => ({ kind: 'key', customerId: row.customerId, key: row.hash.toString('hex') })),
    ...made.claims.map((row) => ({ kind: 'claim', customerId: row.customerId, key: row.hash.toString('hex') })),
    ...made.links.map((row) => ({ kind: 'link', customerId: row.customerId, key: row.linkId })),
    ...roles.map((row) => ({ kind: 'role', customerId: row.customer_id, key: `${row.agreement_id} ${row.role}` })),
    ...agreements.map((row) => ({ kind: 'agreement', customerId: row.customer_id, key: row.agreement_id })),
    ...made.before.map((row) => ({
      kind: 'picture',
      customerId: row.customer_id,
      key: row.customer_id,
      before: row,
      after: after.get(row.customer_id),
    })),
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

/** Takes out imprints of one kind, as far as nothing else has come to stand on them. */
export async function takeOut(call: Call, kind: string, imprints: readonly Imprint[]): Promise<void> {
  if (imprints.length === 0) return;
  await holdStandingAlone(call.tx);
  if (kind === 'link') await partAgain(call, imprints);
  if (kind === 'claim') await eraseClaims(call.tx, imprints);
  if (kind === 'role') {
    const rows = imprints.map(({ customerId, key }) => ({
      customerId,
      agreementId: key.slice(0, 36),
      role: key.slice(37),
    }));
    await eraseRoles(call.tx, rows);
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
