import { type RefusalCode, refusals } from '../../shared/refusals.ts';

/** One wrong part of what was asked. */
export interface Wrong {
  readonly path: string;
  readonly code: string;
}

/** What a refusal may carry: slots for its words, the wrong parts, how long to wait, the record as it now stands. */
export interface RefusalDetails {
  readonly slots?: Readonly<Record<string, string | number>>;
  readonly errors?: readonly Wrong[];
  readonly retryAfterSeconds?: number;
  readonly current?: unknown;
}

/** An expected "no". The door turns it into problem+json in the caller's language. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly status: number;
  readonly details: RefusalDetails;

  constructor(code: RefusalCode, details: RefusalDetails = {}) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.status = refusals[code];
    this.details = details;
  }
}

/** Says no. */
export function refuse(code: RefusalCode, details: RefusalDetails = {}): never {
  throw new Refusal(code, details);
}
