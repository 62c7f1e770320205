// Generated from the catalogue by "npm run schema". Not to be edited.
import type { ColumnType, Generated } from 'kysely';

declare module '../platform/database/tables.ts' {
  interface Tables {
    'memory.attachment': AttachmentRow;
    'memory.brief_line': BriefLineRow;
    'memory.conversation': ConversationRow;
    'memory.dirty_month': DirtyMonthRow;
    'memory.event': EventRow;
    'memory.month': MonthRow;
    'memory.product': ProductRow;
    'memory.public_attachment': PublicAttachmentRow;
    'memory.public_conversation': PublicConversationRow;
    'memory.public_event': PublicEventRow;
    'memory.public_month': PublicMonthRow;
    'memory.public_product': PublicProductRow;
    'memory.public_purchase': PublicPurchaseRow;
    'memory.public_purchase_line': PublicPurchaseLineRow;
    'memory.public_spending': PublicSpendingRow;
    'memory.public_touchpoint': PublicTouchpointRow;
    'memory.purchase': PurchaseRow;
    'memory.purchase_line': PurchaseLineRow;
    'memory.spending': SpendingRow;
    'memory.touchpoint': TouchpointRow;
    'memory.uncounted': UncountedRow;
    'memory.vocabulary': VocabularyRow;
  }
}

/** A row of memory.attachment. */
export interface AttachmentRow {
  customer_id: string;
  attachment_id: string;
  event_id: string;
  name: string;
  media_type: string;
  bytes: number;
  sha256: Buffer;
  made_at: ColumnType<Date, Date | string, Date | string>;
  made_by: string;
}

/** A row of memory.brief_line. */
export interface BriefLineRow {
  customer_id: string;
  room: string;
  line_id: string;
  weight: number;
  word: string;
  slots: ColumnType<unknown, string | undefined, string>;
  set_at: ColumnType<Date, Date | string, Date | string>;
  until: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
}

/** A row of memory.conversation. */
export interface ConversationRow {
  customer_id: string;
  conversation_id: string;
  subject: string | null;
  channel: string;
  opened_at: ColumnType<Date, Date | string, Date | string>;
  last_at: ColumnType<Date, Date | string, Date | string>;
}

/** A row of memory.dirty_month. */
export interface DirtyMonthRow {
  month: string;
  since: ColumnType<Date, Date | string | undefined, Date | string>;
}

/** A row of memory.event. */
export interface EventRow {
  customer_id: string;
  event_id: string;
  happened_at: ColumnType<Date, Date | string, Date | string>;
  heard_at: ColumnType<Date, Date | string, Date | string>;
  source_id: string;
  kind: string;
  name: string;
  channel: string;
  direction: string;
  touchpoint: string | null;
  staff: string | null;
  agreement_id: string | null;
  conversation_id: string | null;
  corrects_id: string | null;
  language: string;
  words: string | null;
  payload: ColumnType<unknown, string, string>;
  search: string;
  said: ColumnType<boolean, never, never>;
}

/** A row of memory.month. */
export interface MonthRow {
  month: string;
  source_id: string;
  currency: string;
  sales: number;
  returns: number;
  sold_minor: number;
  returned_minor: number;
  customers: number;
}

/** A row of memory.product. */
export interface ProductRow {
  product: string;
  name: string | null;
  category: string | null;
  line: string | null;
  first_seen_at: ColumnType<Date, Date | string, Date | string>;
}

/** A row of memory.public_attachment. */
export interface PublicAttachmentRow {
  customer_id: string;
  attachment_id: string;
  event_id: string;
  name: string;
  media_type: string;
  bytes: number;
}

/** A row of memory.public_conversation. */
export interface PublicConversationRow {
  customer_id: string;
  conversation_id: string;
  subject: string | null;
  channel: string;
  opened_at: Date;
  last_at: Date;
}

/** A row of memory.public_event. */
export interface PublicEventRow {
  customer_id: string;
  event_id: string;
  happened_at: Date;
  heard_at: Date;
  source_id: string;
  kind: string;
  name: string;
  channel: string;
  direction: string;
  touchpoint: string | null;
  staff: string | null;
  agreement_id: string | null;
  conversation_id: string | null;
  corrects_id: string | null;
  language: string;
  words: string | null;
  payload: unknown;
}

/** A row of memory.public_month. */
export interface PublicMonthRow {
  month: string;
  source_id: string;
  currency: string;
  sales: number;
  returns: number;
  sold_minor: number;
  returned_minor: number;
  customers: number;
}

/** A row of memory.public_product. */
export interface PublicProductRow {
  product: string;
  name: string | null;
  category: string | null;
  line: string | null;
}

/** A row of memory.public_purchase. */
export interface PublicPurchaseRow {
  customer_id: string;
  purchase_id: string;
  source_id: string;
  order_key: string;
  event_id: string;
  happened_at: Date;
  purchased_on: string;
  currency: string;
  kind: string;
  total_minor: number;
  lines: number;
  state: string;
  agreement_id: string | null;
}

/** A row of memory.public_purchase_line. */
export interface PublicPurchaseLineRow {
  customer_id: string;
  purchase_id: string;
  line_no: number;
  product: string | null;
  name: string | null;
  category: string | null;
  quantity: string;
  unit_price: string;
  total_minor: number;
}

/** A row of memory.public_spending. */
export interface PublicSpendingRow {
  customer_id: string;
  currency: string;
  purchases: number;
  sold_minor: number;
  returned_minor: number;
  first_on: string;
  last_on: string;
}

/** A row of memory.public_touchpoint. */
export interface PublicTouchpointRow {
  touchpoint: string;
  name: string;
  channel: string;
}

/** A row of memory.purchase. */
export interface PurchaseRow {
  customer_id: string;
  purchase_id: string;
  source_id: string;
  order_key: string;
  event_id: string;
  happened_at: ColumnType<Date, Date | string, Date | string>;
  purchased_on: string;
  currency: string;
  kind: string;
  total_minor: number;
  lines: number;
  told_minor: number | null;
  state: Generated<string>;
  agreement_id: string | null;
}

/** A row of memory.purchase_line. */
export interface PurchaseLineRow {
  customer_id: string;
  purchase_id: string;
  line_no: number;
  product: string | null;
  name: string | null;
  category: string | null;
  quantity: string;
  unit_price: string;
  total_minor: number;
}

/** A row of memory.spending. */
export interface SpendingRow {
  customer_id: string;
  currency: string;
  purchases: number;
  sold_minor: number;
  returned_minor: number;
  first_on: string;
  last_on: string;
}

/** A row of memory.touchpoint. */
export interface TouchpointRow {
  touchpoint: string;
  name: string;
  channel: string;
  first_seen_at: ColumnType<Date, Date | string, Date | string>;
}

/** A row of memory.uncounted. */
export interface UncountedRow {
  uncounted_id: string;
  customer_ids: string[];
  event_ids: string[];
}

/** A row of memory.vocabulary. */
export interface VocabularyRow {
  stem: string;
  events: number;
}
