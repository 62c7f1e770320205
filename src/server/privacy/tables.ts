// Generated from the catalogue by "npm run schema". Not to be edited.
import type { ColumnType } from 'kysely';

declare module '../platform/database/tables.ts' {
  interface Tables {
    'privacy.chain': ChainRow;
    'privacy.leaf_secret': LeafSecretRow;
    'privacy.public_use': PublicUseRow;
    'privacy.use': UseRow;
  }
}

/** A row of privacy.chain. */
export interface ChainRow {
  server_id: string;
  link_no: number;
  at: ColumnType<Date, Date | string, Date | string>;
  leaves: Buffer[];
  head: Buffer;
}

/** A row of privacy.leaf_secret. */
export interface LeafSecretRow {
  customer_id: string;
  secret: Buffer;
}

/** A row of privacy.public_use. */
export interface PublicUseRow {
  customer_id: string;
  use_id: string;
  at: Date;
  actor: string;
  actor_kind: string;
  purpose: string;
  verb: string;
}

/** A row of privacy.use. */
export interface UseRow {
  customer_id: string;
  use_id: string;
  at: ColumnType<Date, Date | string, Date | string>;
  actor: string;
  actor_kind: string;
  purpose: string;
  verb: string;
  server_id: string;
  link_no: number;
  leaf_no: number;
}
