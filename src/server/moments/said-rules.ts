import { z } from 'zod';
import { momentKinds, stages } from '../../shared/moments-shown.ts';
import type { ContactEvent } from './event.ts';

const text = z.union([z.string(), z.number()]).transform((value) => String(value).trim().slice(0, 200));
const optional = text.optional().catch(undefined);
const yes = z.boolean().optional().catch(undefined);
const number = z.union([z.number(), z.string().regex(/^\d{1,9}(\.\d+)?$/)]).transform(Number);
const amount = number.optional().catch(undefined);
const mark = number.pipe(z.int().min(1).max(5)).optional().catch(undefined);
const scale = number.pipe(z.int().min(1).max(7)).optional().catch(undefined);

/** What events of contacts tell, read leniently: what is no mark says nothing. */
const bag = z.looseObject({
  by: z.enum(['customer', 'employee']).optional().catch(undefined),
  stage: z.enum(stages).optional().catch(undefined),
  people: mark,
  information: mark,
  process: mark,
  environment: mark,
  functional: mark,
  emotional: mark,
  expected: scale,
  received: scale,
  severity: z.literal(2).optional().catch(undefined),
  kind: z.enum(momentKinds).optional().catch(undefined),
  had_what_was_needed: yes,
  information_department: optional,
  department: optional,
  departments: z.array(text).max(20).optional().catch(undefined),
  employee_id: optional,
  employee_name: optional,
  for_employee_id: optional,
  for_department: optional,
  written_by: optional,
  about: optional,
  about_moment_id: z.uuid().optional().catch(undefined),
  about_promise_id: optional,
  asked_in: optional,
  promise_id: optional,
  conversation_id: optional,
  thread_id: optional,
  complaint_id: optional,
  order_id: optional,
  payment_id: optional,
  wait_seconds: amount,
  late_minutes: amount,
  outcome: optional,
  on_promised_day: yes,
  on_time: yes,
  complete: yes,
  in_spec: yes,
  repeated: yes,
});
export type Said = z.output<typeof bag>;
const nothing = bag.parse({});
const payload = z.looseObject({ properties: bag.catch(nothing) }).catch({ properties: nothing });

/** What an event says. */
export function saidIn(event: Pick<ContactEvent, 'payload'>): Said {
  return payload.parse(event.payload).properties;
}
