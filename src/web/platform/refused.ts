import { z } from 'zod';
import { type RefusalCode, refusals } from '../../shared/refusals.ts';
import { type ClientRefusal, clientRefusals } from '../../shared/words/shape.ts';

const problem = z.object({
  code: z.string(),
  status: z.number().optional(),
  title: z.string().optional(),
  detail: z.string().optional(),
  errors: z.array(z.object({ path: z.string(), code: z.string() })).optional(),
  request_id: z.string().optional(),
  /** The record as it now stands, where the refusal is about that. */
  current: z.record(z.string(), z.unknown()).optional(),
});

export type AnyRefusal = RefusalCode | ClientRefusal;

export interface RefusedParts {
  readonly code: string;
  readonly status: number;
  readonly title?: string | undefined;
  readonly detail?: string | undefined;
  readonly errors?: readonly { readonly path: string; readonly code: string }[] | undefined;
  readonly details?: Readonly<Record<string, unknown>> | undefined;
  readonly requestId?: string | undefined;
}

/** An expected "no" of the server, or one of ours (`house.away` and its like); the only error that `ask` throws. */
export class Refused extends Error {
  readonly code: string;
  /** The HTTP status; 0 where nothing answered. */
  readonly status: number;
  /** The server's own words, for codes that this client does not know. */
  readonly title: string | undefined;
  readonly detail: string | undefined;
  /** Which fields, by path (`address.city`), each with its code. */
  readonly errors: readonly { readonly path: string; readonly code: string }[];
  readonly details: Readonly<Record<string, unknown>>;
  readonly requestId: string | undefined;

  constructor(parts: RefusedParts) {
    super(parts.title ?? parts.code);
    this.name = 'Refused';
    this.code = parts.code;
    this.status = parts.status;
    this.title = parts.title;
    this.detail = parts.detail;
    this.errors = parts.errors ?? [];
    this.details = parts.details ?? {};
    this.requestId = parts.requestId;
  }
}

/** Reads an answer that is not a success as a refusal; anything but problem+json becomes `house.fault`. */
export function refusedFrom(status: number, body: unknown): Refused {
  const read = problem.safeParse(body);
  if (!read.success) return new Refused({ code: 'house.fault', status });
  const { request_id: requestId, current, ...rest } = read.data;
  return new Refused({ ...rest, status, requestId, details: current });
}

/** Any thrown thing as a refusal, so that every page has one way to show what went wrong. */
export function asRefused(error: unknown): Refused {
  return error instanceof Refused ? error : new Refused({ code: 'house.fault', status: 0 });
}

/** True for a code that this client has words for. */
export function isKnownRefusal(code: string): code is AnyRefusal {
  return Object.hasOwn(refusals, code) || clientRefusals.some((known) => known === code);
}
