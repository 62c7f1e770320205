import type { z } from 'zod';

/** Why a customer's data is read or written. Each endpoint names one; the door checks it and the use log keeps it. */
export const purposes = ['none', 'service', 'administration', 'intake', 'analysis', 'audit'] as const;
/** What a customer’s data is used for; written into the log of uses. */
export type Purpose = (typeof purposes)[number];

/**
 * What an actor may do. `open` needs nobody, `signed-in` any person who works here; the others are granted to roles in
 * one table (`shared/staff.ts`) and to API keys as scopes.
 */
export const rights = [
  'open',
  'signed-in',
  'customers.read',
  'customers.write',
  'customers.merge',
  'customers.export',
  'memory.capture',
  'promises.make',
  'promises.manage',
  'intake.send',
  'intake.manage',
  'staff.manage',
  'staff.administer',
  'privacy.audit',
  'house.operate',
] as const;
/** One right of `rights`. */
export type Right = (typeof rights)[number];

/** One thing Kept answers: the single source of its route, validation, OpenAPI page, web client and rights. */
export interface Endpoint<Input extends z.ZodType = z.ZodType, Reply extends z.ZodType = z.ZodType> {
  /** `room.verb`; served as `/api/v1/room/verb`. */
  readonly name: string;
  /** GET reads (input from the query, a read-only transaction); POST writes (input from the body). */
  readonly method: 'GET' | 'POST';
  readonly access: Right;
  readonly purpose: Purpose;
  /** One sentence for the API page. */
  readonly summary: string;
  /** A strict object: unknown fields are refused. */
  readonly input: Input;
  readonly reply: Reply;
  /** The reply holds a secret that is shown once: never kept for a repeated request, which is refused instead. */
  readonly secret?: boolean;
}

/** Declares an endpoint, keeping its exact types. */
export function endpoint<Input extends z.ZodType, Reply extends z.ZodType>(
  contract: Endpoint<Input, Reply>,
): Endpoint<Input, Reply> {
  return contract;
}

/** What a verb gets: the input as the contract has read it. */
export type InputOf<E extends Endpoint> = z.output<E['input']>;
/** What a caller sends: the input before defaults and conversions. */
export type AskOf<E extends Endpoint> = z.input<E['input']>;
/** What a verb gives back. */
export type ReplyOf<E extends Endpoint> = z.output<E['reply']>;

/** The URL path of an endpoint. */
export function pathOf(contract: Pick<Endpoint, 'name'>): string {
  return `/api/v1/${contract.name.replace('.', '/')}`;
}

/** Something that happened inside Kept, told to the rooms on the right after commit, in order per customer. */
export interface EventContract<Payload extends z.ZodType = z.ZodType> {
  /** `room.past-tense`, e.g. `memory.remembered`. */
  readonly name: string;
  readonly payload: Payload;
}

/** Declares an inner event, keeping its exact types. */
export function event<Payload extends z.ZodType>(contract: EventContract<Payload>): EventContract<Payload> {
  return contract;
}
