import { sql } from 'kysely';
import type { Tx } from '../platform/database/open.ts';

/** A file to hang on an event. */
export interface NewAttachment {
  readonly customerId: string;
  readonly attachmentId: string;
  readonly eventId: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: Buffer;
  readonly at: Date;
  readonly by: string;
}

/** Hangs a file on an event. */
export async function insertAttachment(tx: Tx, row: NewAttachment): Promise<void> {
  await sql`
    insert into memory.attachment (customer_id, attachment_id, event_id, name, media_type, bytes, sha256, made_at, made_by)
    values (${row.customerId}, ${row.attachmentId}, ${row.eventId}, ${row.name}, ${row.mediaType}, ${row.bytes},
      ${row.sha256}, ${row.at}, ${row.by})`.execute(tx);
}

/** A file of one of these customers. */
export async function findAttachment(
  tx: Tx,
  customerIds: readonly string[],
  attachmentId: string,
): Promise<{ name: string; sha256: Buffer } | undefined> {
  const { rows } = await sql<{ name: string; sha256: Buffer }>`
    select name, sha256 from memory.attachment
    where customer_id = any (${customerIds}::uuid[]) and attachment_id = ${attachmentId}`.execute(tx);
  return rows[0];
}
