import type {
  acceptances,
  betters,
  felts,
  origins,
  PromiseState,
  reasons,
  units,
} from '../../shared/promises-shown.ts';

/** An entry of the ledger, as its table has it: what was expected, who keeps it, and what came of it. */
export interface Entry {
  readonly customer_id: string;
  readonly promise_id: string;
  readonly origin: (typeof origins)[number];
  readonly owed_by: 'company' | 'customer';
  readonly state: PromiseState;
  readonly source_id: string;
  readonly ref: string | null;
  /** Null while there is a result alone. */
  readonly made_at: Date | null;
  readonly heard_at: Date;
  readonly made_event_id: string | null;
  readonly result_event_id: string | null;
  readonly maker_person: string | null;
  readonly maker_department: string | null;
  readonly keeper_person: string | null;
  readonly keeper_department: string | null;
  readonly keeper_partner: string | null;
  readonly kind: string;
  readonly channel: string;
  readonly touchpoint: string | null;
  readonly product: string | null;
  readonly subject: string | null;
  readonly agreement_id: string | null;
  readonly conversation_id: string | null;
  readonly outer_id: string | null;
  readonly standing_id: string | null;
  readonly standing_version: number | null;
  readonly expected_from: string | null;
  readonly words: string | null;
  readonly language: string;
  readonly unit: (typeof units)[number];
  readonly measure: string | null;
  readonly better: (typeof betters)[number];
  readonly adequate_local: string | null;
  readonly desired_local: string | null;
  readonly result_local: string | null;
  readonly adequate_at: Date | null;
  readonly desired_at: Date | null;
  /** Of a date: the result. Of an amount or a rating: when it was received. */
  readonly result_at: Date | null;
  readonly adequate: string | null;
  readonly desired: string | null;
  readonly result: string | null;
  readonly result_words: string | null;
  /** Null where nothing is said of a tick yet. */
  readonly ticks: Readonly<Record<string, boolean | null>> | null;
  readonly due_at: Date | null;
  readonly due_local: string | null;
  readonly due_on: string | null;
  readonly due_note: string | null;
  readonly zone: string;
  readonly settled_at: Date | null;
  readonly settled_by: string | null;
  readonly renegotiated_at: Date | null;
  readonly released_at: Date | null;
  readonly replaced_by: string | null;
  readonly replaces: string | null;
  readonly felt: (typeof felts)[number] | null;
  readonly felt_at: Date | null;
  readonly reason: (typeof reasons)[number] | null;
  readonly acceptance: (typeof acceptances)[number];
  readonly asked_at: Date | null;
  readonly accept_by: Date | null;
  readonly answered_at: Date | null;
  readonly answered_by: string | null;
  readonly answer_words: string | null;
  readonly counter_local: string | null;
  readonly visible: boolean;
  readonly version: number;
}

/** A local day or time with its instant, as the clock engine reads it. */
export interface Moment {
  readonly at: Date;
  /** `2027-02-28` or `2027-02-28T17:00`; null where the instant alone was told. */
  readonly local: string | null;
  readonly note: string | null;
}

/** One half of an entry, or what happened to it, as an event tells it. */
export type Telling = Told &
  (
    | ({ readonly what: 'made' } & Made)
    /** `alone`: kept though nothing like it was expected yet, or ever. */
    | { readonly what: 'result'; readonly result: Result; readonly alone: boolean }
    | { readonly what: 'withdrawn'; readonly resultEventId: string }
    | { readonly what: 'renegotiated'; readonly replacedBy: string | null; readonly agreed: boolean }
    | { readonly what: 'released' }
    | { readonly what: 'felt'; readonly felt: Entry['felt'] }
  );

/** What every telling carries. */
export interface Told {
  readonly customerId: string;
  readonly eventId: string;
  readonly at: Date;
  readonly heardAt: Date;
  readonly sourceId: string;
  /** The promise's number as told; of ours its id. */
  readonly ref: string;
  /** Who wrote it down: an actor's name, or the source. */
  readonly by: string;
}

/** The half that says what is expected. */
export type Made = Pick<
  Entry,
  | 'origin'
  | 'owed_by'
  | 'maker_person'
  | 'maker_department'
  | 'keeper_person'
  | 'keeper_department'
  | 'keeper_partner'
  | 'kind'
  | 'channel'
  | 'touchpoint'
  | 'product'
  | 'subject'
  | 'agreement_id'
  | 'conversation_id'
  | 'outer_id'
  | 'standing_id'
  | 'standing_version'
  | 'expected_from'
  | 'words'
  | 'language'
  | 'unit'
  | 'measure'
  | 'better'
  | 'adequate'
  | 'desired'
  | 'zone'
  | 'visible'
> & {
  readonly adequateOn: Moment | undefined;
  readonly desiredOn: Moment | undefined;
  readonly due: Moment | undefined;
  /** The number of the promise that this one replaces. */
  readonly replacesRef: string | null;
};

/** The half that says what was received. */
export interface Result {
  /** When: of a date the result itself. */
  readonly on: Moment;
  readonly amount: string | null;
  readonly words: string | null;
  readonly ticks: Entry['ticks'];
}
