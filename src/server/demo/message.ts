/** A value that JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json | undefined };

/** Properties or traits of a message. */
export type Fields = { readonly [name: string]: Json | undefined };

/** The calls of the Segment Spec that the demo company's systems send. */
export type MessageType = 'identify' | 'track' | 'page' | 'group' | 'alias';

/** One message of the Segment Spec, as it stands in the `batch` of `POST /v1/batch`. */
export interface SegmentMessage {
  readonly type: MessageType;
  /** Unique over seed, `until`, customer and place in his story: sending it again is harmless. */
  readonly messageId: string;
  readonly userId?: string;
  readonly anonymousId?: string;
  /** `alias` only: the id that the customer had before. */
  readonly previousId?: string;
  /** `group` only: the organisation's id. */
  readonly groupId?: string;
  /** `track` only: the event's name. */
  readonly event?: string;
  /** `page` only: the page's name. */
  readonly name?: string;
  readonly traits?: Fields;
  readonly properties?: Fields;
  /** ISO 8601 with milliseconds and `Z`. */
  readonly timestamp: string;
  readonly context: Fields;
}
