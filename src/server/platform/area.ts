import type { Readable } from 'node:stream';
import type { z } from 'zod';
import type { Endpoint, EventContract, Purpose, Right } from '../../shared/contract.ts';
import type { Language } from '../../shared/scalars.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Database, Tx } from './database/open.ts';
import type { Rung } from './database/timer-store.ts';
import type { Files } from './files.ts';
import type { Live } from './live.ts';
import type { Log } from './log.ts';
import type { Mail } from './mail.ts';

/** Who acts: a person who works here, an API key or source, an outside partner, a customer, Kept itself, or nobody yet. */
export interface Actor {
  readonly kind: 'person' | 'key' | 'partner' | 'customer' | 'system' | 'nobody';
  /** `person:<id>`, `key:<id>`, `source:<id>`, `partner:<id>`, `customer:<id>`, `system:<name>`, `nobody`: what is written down. */
  readonly name: string;
  readonly id: string | undefined;
  readonly rights: ReadonlySet<Right>;
  readonly language: Language;
  readonly departmentId?: string | undefined;
  /** The session by which a person is known: the hash of its token, in hex. */
  readonly session?: string | undefined;
}

/** The house around a call: what there is one of. */
export interface House {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Log;
  readonly database: Database;
  readonly files: Files;
  readonly live: Live;
  readonly mail: Mail;
  /** Where people reach Kept, without a slash at the end. */
  baseUrl(): string;
  /** Wakes the delivery of events after a commit made outside the door. */
  wake(): void;
}

/** The only context that a service sees. */
export interface Call {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly purpose: Purpose;
  readonly now: Date;
  readonly house: House;
  /** The verb that runs, for the use log. */
  readonly verb: string;
  readonly address: string;
  /** Notes that these customers' memory is used by this call; the door writes it to the use log before it answers. */
  use(customerIds: readonly string[]): void;
  /** Tells the rooms on the right, after commit. */
  append<P extends z.ZodType>(contract: EventContract<P>, customerId: string, payload: z.input<P>): void;
  /** This call by somebody whom a verb has come to know itself, by the token that he sent: his uses are his own. */
  as(actor: Actor): Call;
  /** Sets or clears the session cookie of the answer. */
  cookie(value: SessionCookie | undefined): void;
}

/** What the browser keeps to be known again. */
export interface SessionCookie {
  readonly token: string;
  readonly maxAgeSeconds: number;
}

/** An endpoint with the verb that answers it. */
export interface Answer {
  readonly contract: Endpoint;
  readonly handle: (call: Call, input: unknown) => Promise<unknown>;
}

/** Joins a contract with its verb, their types checked against each other. */
export function answer<Input extends z.ZodType, Reply extends z.ZodType>(
  contract: Endpoint<Input, Reply>,
  verb: (call: Call, input: z.output<Input>) => Promise<z.input<Reply>>,
): Answer {
  return { contract, handle: (call, input) => verb(call, contract.input.parse(input)) };
}

/** What came to a door that is not an endpoint: uploads, foreign protocols, streams. */
export interface Visit {
  readonly method: string;
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly address: string;
  readonly actor: Actor;
  /** One header, by its name in lower case. */
  header(name: string): string | undefined;
  /** The body, inflated, refused past `maxBytes`. Read once. */
  bytes(): Promise<Buffer>;
  readonly stream: Readable;
  /** A call with a transaction of its own for each piece of work. */
  call<T>(purpose: Purpose, work: (call: Call) => Promise<T>): Promise<T>;
}

/** What a raw door answers: a status, headers, and a body whole or as a stream. */
export interface VisitAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer | Readable;
}

/** A door that speaks a protocol of its own. `access` is checked like an endpoint's. */
export interface RawDoor {
  readonly method: 'GET' | 'POST' | 'PUT' | 'OPTIONS';
  readonly path: string;
  readonly access: Right;
  readonly maxBytes: number;
  /** Any origin may call (browser SDKs). */
  readonly anyOrigin?: boolean;
  readonly summary: string;
  readonly handle: (visit: Visit, house: House) => Promise<VisitAnswer>;
}

/** One thing that happened, as a listener hears it. */
export interface Heard {
  readonly customerId: string;
  readonly name: string;
  readonly payload: unknown;
}

/** Hears inner events in batches, in order per customer, at least once: set-based and idempotent. */
export interface Listener {
  readonly name: string;
  readonly events: readonly string[];
  readonly batch: number;
  /** How long between two hearings of a listener that nobody waits for; without it, it hears within a moment. */
  readonly patienceMs?: number;
  readonly hear: (call: Call, batch: readonly Heard[]) => Promise<void>;
}

/** Work by the clock. With `alone`, on one server at a time. */
export interface Tick {
  readonly name: string;
  readonly everySeconds: number;
  readonly alone: boolean;
  /** `ended` says when the server ends: long work leaves the rest to the next. */
  readonly run: (house: House, ended?: AbortSignal) => Promise<void>;
}

/** A room's table of contents. */
export interface Area {
  readonly name: string;
  readonly answers: readonly Answer[];
  readonly doors?: readonly RawDoor[];
  readonly listens?: readonly Listener[];
  readonly ticks?: readonly Tick[];
  /** What it does when its records' timers run out. */
  readonly rings?: (call: Call, rung: readonly Rung[]) => Promise<void>;
  /** Opens what the room keeps in memory; the returned function closes it. */
  readonly open?: (house: House) => Promise<() => Promise<void>>;
}
