/** An event of the timeline as this room reads it. */
export interface ContactEvent {
  readonly customer_id: string;
  readonly event_id: string;
  readonly happened_at: Date;
  readonly heard_at: Date;
  readonly source_id: string;
  readonly name: string;
  readonly channel: string;
  readonly direction: string;
  readonly touchpoint: string | null;
  readonly staff: string | null;
  readonly agreement_id: string | null;
  readonly conversation_id: string | null;
  readonly language: string;
  readonly words: string | null;
  readonly payload: unknown;
}

/** What of an event says which contact it speaks of. */
export type Spoken = Pick<ContactEvent, 'name' | 'direction' | 'conversation_id' | 'event_id' | 'payload'>;
