import type { Spoken } from './event.ts';
import type { Said } from './said-rules.ts';

/** What a contact is told apart by: whatever speaks of the same one speaks of one moment. */
export type Contact =
  | { readonly of: 'moment'; readonly id: string }
  /** A promise by its number: what was promised, its result and the word on it are one contact. */
  | { readonly of: 'promise'; readonly ref: string }
  /** By the number under which it was told, the same for all systems; else by the id under which the timeline keeps it. */
  | { readonly of: 'talk'; readonly id: string }
  | { readonly of: 'payment' | 'complained' | 'complaint' | 'order' | 'event'; readonly id: string };

/** Names of events that are contacts: each is a moment, judged or not. */
export const contactNames: readonly string[] = [
  'Call Ended',
  'Shop Visited',
  'Visit Made',
  'Delivery Made',
  'Email Received',
  'Letter Received',
  'Message Received',
  'Contact Captured',
];
export const ratedName = 'Moment Rated';
/** Names that judge a contact. */
export const judgingNames: readonly string[] = [ratedName, 'Complaint Received', 'Thanks Given', 'Payment Made'];

/**
 * Which contact an event speaks of. A delivery, a visit and a call that we make stand on the promise that they fulfil; a
 * rating on the promise, the talk, the complaint or the order that it names; a complaint on what is complained of: the
 * promise, the talk in which it began, the payment; else on itself.
 */
export function contactOf(event: Spoken, said: Said): Contact {
  if (said.about_moment_id !== undefined) return { of: 'moment', id: said.about_moment_id };
  if (event.name === 'Complaint Received') return complainedOf(event, said);
  if (event.name === 'Payment Made') return { of: 'payment', id: said.payment_id ?? event.event_id };
  const fulfils =
    event.name === 'Delivery Made' ||
    event.name === 'Visit Made' ||
    event.name === ratedName ||
    event.direction === 'out';
  if (fulfils && said.promise_id !== undefined) return { of: 'promise', ref: said.promise_id };
  const talk = said.conversation_id ?? said.thread_id ?? event.conversation_id;
  if (talk !== null) return { of: 'talk', id: talk };
  if (event.name === ratedName && said.complaint_id !== undefined) return { of: 'complaint', id: said.complaint_id };
  const onOrder = event.name === ratedName || event.name === 'Delivery Made';
  if (onOrder && said.order_id !== undefined) return { of: 'order', id: said.order_id };
  return { of: 'event', id: event.event_id };
}

function complainedOf(event: Spoken, said: Said): Contact {
  if (said.about_promise_id !== undefined) return { of: 'promise', ref: said.about_promise_id };
  if (said.asked_in !== undefined) return { of: 'talk', id: said.asked_in };
  if (said.payment_id !== undefined) return { of: 'payment', id: said.payment_id };
  return { of: 'complained', id: said.complaint_id ?? event.event_id };
}
