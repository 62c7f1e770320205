import { z } from 'zod';
import { betters, expectedFrom, felts } from '../../shared/promises-shown.ts';
import { isKept } from '../platform/calendar/date-rules.ts';
import { atLocal } from '../platform/calendar/local-rules.ts';
import type { Moment } from './entry.ts';

/** An event of the timeline as the ledger reads it. */
export interface LedgerEvent {
  readonly customer_id: string;
  readonly event_id: string;
  readonly happened_at: Date;
  readonly heard_at: Date;
  readonly source_id: string;
  /** The zone of its source, for dates that tell none. */
  readonly zone: string;
  readonly name: string;
  readonly channel: string;
  readonly touchpoint: string | null;
  readonly staff: string | null;
  readonly agreement_id: string | null;
  readonly conversation_id: string | null;
  readonly language: string;
  readonly words: string | null;
  /** The event that it corrects: this one is read in its place. */
  readonly corrects_id?: string | null;
  readonly payload: unknown;
}

const text = z.union([z.string(), z.number()]).transform((value) => String(value).trim());
const optional = text.optional().catch(undefined);
const yes = z.boolean().optional().catch(undefined);
const bag = z.looseObject({
  promise_id: optional,
  kind: optional,
  maker: optional,
  maker_person_id: optional,
  maker_department: optional,
  keeper_department: optional,
  keeper_person: optional,
  keeper_partner_id: optional,
  department: optional,
  words: optional,
  unit: optional,
  better: z.enum(betters).optional().catch(undefined),
  adequate: optional,
  desired: optional,
  due: optional,
  zone: optional,
  replaces: optional,
  replaced_by: optional,
  agreed_by_customer: yes,
  result: optional,
  on: optional,
  complete: yes,
  in_spec: yes,
  result_event_id: optional,
  felt: z.enum(felts).optional().catch(undefined),
  by: optional,
  expectation_id: optional,
  level: optional,
  source: z.enum(expectedFrom).optional().catch(undefined),
  received: optional,
  expected: optional,
  order_id: optional,
  invoice_number: optional,
  complaint_id: optional,
  payment_id: optional,
  subject_number: optional,
  product: optional,
  outer_promise_id: optional,
  visible: yes,
  written_by: optional,
  ticks: z.record(z.string(), z.boolean()).optional().catch(undefined),
});
export type Said = z.output<typeof bag>;
const nothing = bag.parse({});
const payload = z.looseObject({ properties: bag.catch(nothing) }).catch({ properties: nothing });

/** What an event says, its properties read leniently. */
export function saidIn(event: Pick<LedgerEvent, 'payload'>): Said {
  return payload.parse(event.payload).properties;
}

/** A number as told; null where none is, undefined where it is no number. */
export function numberOf(told: string | undefined): string | null | undefined {
  if (told === undefined || told === '') return null;
  return /^-?\d{1,13}(\.\d{1,6})?$/.test(told) ? told : undefined;
}

const instant = z.iso.datetime({ offset: true }).pipe(z.coerce.date());
const local = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?)?$/;

/** A date, a local time or an instant as told; `bad` where it is none. */
export function momentOf(told: string | undefined, zone: string): Moment | undefined | 'bad' {
  if (told === undefined || told === '') return undefined;
  if (local.test(told)) {
    const read = atLocal(told.replace(' ', 'T'), zone);
    return read === undefined ? 'bad' : { at: read.at, local: told.replace(' ', 'T'), note: read.note ?? null };
  }
  const at = instant.safeParse(told);
  return at.success && isKept(at.data.getTime()) ? { at: at.data, local: null, note: null } : 'bad';
}

/** A text of so many characters at most, whole letters only; null where there is none. */
export function cut(told: string | null | undefined, most: number): string | null {
  return told === null || told === undefined ? null : told.slice(0, most).toWellFormed();
}
