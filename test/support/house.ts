import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CompiledQuery } from 'kysely';
import type { z } from 'zod';
import { type Kept, openKept } from '../../src/server/kept.ts';
import type { Clock } from '../../src/server/platform/clock.ts';
import { type Config, readConfig } from '../../src/server/platform/config.ts';
import type { Mail } from '../../src/server/platform/mail.ts';
import { setUpLink } from '../../src/server/staff/set-up-service.ts';
import { type AskOf, type Endpoint, pathOf } from '../../src/shared/contract.ts';
import * as staff from '../../src/shared/staff.ts';
import * as people from '../../src/shared/staff-people.ts';
import { cloneDatabase, type TestDatabase } from './database.ts';

/** What a caller shows: a cookie, an Authorization header, further headers. */
export interface Showing {
  readonly cookie?: string;
  readonly authorization?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The address from which he comes. */
  readonly address?: string;
}

/** Whoever signed in, with his id. */
export interface SignedIn extends Showing {
  readonly personId: string;
  readonly cookie: string;
}

/** An answer as it came. */
export interface Came {
  readonly status: number;
  readonly code: string | undefined;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly cookie: string | undefined;
}

/** A clock that a test moves. */
export interface TestClock extends Clock {
  set(text: string): void;
  pass(ms: number): void;
}

/** A whole Kept on a database of its own, asked through its real door. */
export interface TestHouse {
  readonly kept: Kept;
  readonly database: TestDatabase;
  readonly config: Config;
  readonly clock: TestClock;
  /** The first administrator. */
  readonly administrator: SignedIn;
  /** Asks and takes nothing but the contract's reply; throws with the refusal's code else. */
  ask<Input extends z.ZodType, Reply extends z.ZodType>(
    contract: Endpoint<Input, Reply>,
    input: z.input<Input>,
    by?: Showing,
  ): Promise<z.output<Reply>>;
  /** Asks with anything and gives back what came. */
  send(contract: Endpoint, input: unknown, by?: Showing): Promise<Came>;
  /** Invites somebody of a role, who accepts. */
  person(role: staff.Role, departmentId?: string | null): Promise<SignedIn>;
  /** A row's columns by plain SQL, to look behind the door. */
  rows(statement: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
}

/** The password of everybody in tests. */
export const testPassword = 'correct horse battery';
const quiet = { debug() {}, info() {}, warn() {}, error: console.error };

/** A clock that stands at an instant, or (without) runs with the machine's. */
export function testClock(): TestClock {
  let offsetMs = 0;
  return {
    now: () => new Date(Date.now() + offsetMs),
    set(text) {
      offsetMs = Date.parse(text) - Date.now();
    },
    pass(ms) {
      offsetMs += ms;
    },
  };
}

/** The settings of a test's house, quiet and on any port; a password costs a thousandth, since everybody signs in. */
export function testConfig(dataFolder: string, env: Record<string, string> = {}): Config {
  const read = readConfig({ KEPT_DATA: dataFolder, KEPT_PORT: '0', KEPT_LOG: 'silent', KEPT_POOL: '6', ...env });
  return { ...read, passwordCost: { N: 2 ** 6, r: 8, p: 1 } };
}

/** Opens a Kept for one test file; close it in afterAll. */
export async function openHouse(
  options: { setUp?: boolean; mail?: Mail; ticking?: boolean; webFolder?: string; env?: Record<string, string> } = {},
): Promise<TestHouse> {
  const database = await cloneDatabase();
  const dataFolder = await mkdtemp(join(tmpdir(), 'kept-house-'));
  const config = testConfig(dataFolder, { KEPT_BASE_URL: 'http://127.0.0.1:7300', ...options.env });
  const clock = testClock();
  const opened = await openKept({
    config,
    databaseUrl: database.url,
    log: quiet,
    clock,
    ticking: options.ticking ?? false,
    webFolder: options.webFolder,
  });
  const kept: Kept =
    options.mail === undefined ? opened : { ...opened, house: Object.assign(opened.house, { mail: options.mail }) };
  const asking = askerOf(kept);
  let invited = 0;
  const administrator = options.setUp === false ? nobodyYet : await setUpHouse(kept, asking.send);
  return {
    kept,
    database,
    config,
    clock,
    administrator,
    ...asking,
    person(role, departmentId = null) {
      invited += 1;
      return invitePerson(asking, administrator, role, departmentId, invited);
    },
    async rows(statement, values) {
      const { rows } = await kept.house.database.write.executeQuery<Record<string, unknown>>(
        CompiledQuery.raw(statement, values),
      );
      return rows;
    },
    async close() {
      // A client's spare connection, on which it never asked anything, would be waited for a minute.
      kept.app.server.closeAllConnections();
      await kept.close();
      await database.drop();
      await rm(dataFolder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
    },
  };
}

const nobodyYet: SignedIn = { personId: '', cookie: '' };

/** The input of a set-up. */
export function setUpInput(token: string): AskOf<typeof staff.setUp> {
  return {
    token,
    organisation: {
      name: 'Luz del Norte',
      languages: ['es', 'en'],
      zone: 'Europe/Madrid',
      currency: 'EUR',
      country: 'ES',
      working_week: [1, 2, 3, 4, 5].map((day) => ({ day, from: '09:00', to: '18:00' })),
    },
    person: { name: 'Ada First', email: 'ada@example.org', password: testPassword, language: 'en' },
  };
}

type Asking = Pick<TestHouse, 'ask' | 'send'>;

function askerOf(kept: Kept): Asking {
  const send: TestHouse['send'] = async (contract, input, by = {}) => {
    const headers: Record<string, string> = { ...by.headers };
    if (by.cookie !== undefined) headers['cookie'] = by.cookie;
    if (by.authorization !== undefined) headers['authorization'] = by.authorization;
    const url = contract.method === 'GET' ? `${pathOf(contract)}?${queryOf(input)}` : pathOf(contract);
    const body = contract.method === 'GET' ? {} : { payload: JSON.stringify(input) };
    if (contract.method === 'POST') headers['content-type'] ??= 'application/json';
    const remote = by.address === undefined ? {} : { remoteAddress: by.address };
    const came = await kept.app.inject({ method: contract.method, url, headers, ...body, ...remote });
    const read: unknown = came.body === '' ? undefined : JSON.parse(came.body);
    return {
      status: came.statusCode,
      code: codeOf(read),
      body: read,
      headers: came.headers,
      cookie: cookieOf(came.headers['set-cookie']),
    };
  };
  return {
    send,
    async ask(contract, input, by) {
      const came = await send(contract, input, by);
      if (came.status !== 200) throw new Error(`${contract.name}: ${came.status} ${JSON.stringify(came.body)}`);
      return contract.reply.parse(came.body);
    },
  };
}

function queryOf(input: unknown): string {
  const entries = typeof input === 'object' && input !== null ? Object.entries(input) : [];
  return new URLSearchParams(
    entries.flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  ).toString();
}

function codeOf(body: unknown): string | undefined {
  const code = typeof body === 'object' && body !== null && 'code' in body ? body.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

function cookieOf(header: unknown): string | undefined {
  const first = Array.isArray(header) ? header[0] : header;
  return typeof first === 'string' ? first.split(';', 1)[0] : undefined;
}

async function setUpHouse(kept: Kept, send: Asking['send']): Promise<SignedIn> {
  const link = await setUpLink(kept.house);
  const came = await send(staff.setUp, setUpInput(tokenOf(link)));
  return signedIn(came);
}

/** The token in a link. */
export function tokenOf(link: string | null | undefined): string {
  return link?.split('#')[1] ?? '';
}

/** Whoever an answer signed in. */
export function signedIn(came: Came): SignedIn {
  const { body, cookie } = came;
  const personId = typeof body === 'object' && body !== null && 'person_id' in body ? body.person_id : undefined;
  if (came.status !== 200 || typeof personId !== 'string' || cookie === undefined) {
    throw new Error(`nobody was signed in: ${came.status} ${JSON.stringify(body)}`);
  }
  return { personId, cookie };
}

async function invitePerson(
  asking: Asking,
  administrator: SignedIn,
  role: staff.Role,
  departmentId: string | null,
  no: number,
): Promise<SignedIn> {
  const email = `${role}-${no}@example.org`;
  const invitation = await asking.ask(
    people.invite,
    { email, name: `The ${role} ${no}`, role, department_id: departmentId, language: 'en' },
    administrator,
  );
  return signedIn(await asking.send(staff.accept, { token: tokenOf(invitation.link), password: testPassword }));
}
