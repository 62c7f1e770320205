/** The source of what employees write down by hand; there from the first migration on. */
export const captureSourceId = '00000000-0000-7000-8000-000000000001';

/** One order, invoice or return inside an event, ready to be kept. */
export interface PurchaseToKeep {
  readonly orderKey: string;
  readonly currency: string;
  readonly kind: 'sale' | 'return';
  /** Minor units of the currency; a return's is negative. */
  readonly totalMinor: number;
  /** The total as the source told it, where it did. */
  readonly toldMinor: number | undefined;
  readonly lines: readonly PurchaseLineToKeep[];
}

/** One line of a purchase; its total in minor units. */
export interface PurchaseLineToKeep {
  readonly product: string | undefined;
  readonly name: string | undefined;
  readonly category: string | undefined;
  /** Decimal text. */
  readonly quantity: string;
  /** Decimal text, in the currency's major unit. */
  readonly unitPrice: string;
  readonly totalMinor: number;
}

/** One event, whose customer is known, ready to be remembered. */
export interface Remembering {
  readonly customerId: string;
  /** From `eventIdAt(happenedAt)`, so that ids sort as time. */
  readonly eventId: string;
  readonly happenedAt: Date;
  readonly sourceId: string;
  readonly kind: string;
  readonly name: string;
  readonly channel: string;
  readonly direction: string;
  readonly touchpoint: string | undefined;
  readonly staff: string | undefined;
  readonly agreementId: string | undefined;
  readonly conversationId: string | undefined;
  readonly subject: string | undefined;
  readonly correctsId: string | undefined;
  readonly language: 'en' | 'es' | 'ru';
  readonly words: string | undefined;
  /** The message as received, as JSON text. */
  readonly payload: string;
  /** What is searched: words, names of products, numbers of orders. */
  readonly searched: string;
  /** Time zone in which the day of a purchase is told. */
  readonly zone: string;
  readonly purchase: PurchaseToKeep | undefined;
  /** An order that this event takes back whole. */
  readonly cancels: string | undefined;
}
