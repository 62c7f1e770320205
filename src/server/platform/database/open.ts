import { Socket } from 'node:net';
import { Kysely, PostgresDialect, type PostgresPool, type Transaction } from 'kysely';
import pg from 'pg';
import type { Log } from '../log.ts';
import { Refusal } from '../refuse.ts';
import type { Tables } from './tables.ts';

/** What a store works with: the transaction of a writing call, or the read-only connection of a reading one. */
export type Tx = Kysely<Tables>;

/** The open database: one pool that writes and one that can only read. */
export interface Database {
  readonly url: string;
  readonly read: Kysely<Tables>;
  readonly write: Kysely<Tables>;
  /** Runs `work` in one transaction; rolled back when it throws. */
  transaction<T>(work: (tx: Transaction<Tables>) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

const types = {
  getTypeParser(oid: number, format?: string) {
    if (oid === pg.types.builtins.INT8) return Number;
    if (oid === pg.types.builtins.DATE) return String;
    return format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid, 'text');
  },
};

/** Opens the two pools. Statements end after 5 s, idle transactions after 10 s. */
export function openDatabase(url: string, options: { log: Log; poolSize: number }): Database {
  const pool = (max: number, settings: string) => {
    const made = new pg.Pool({
      connectionString: url,
      max,
      types,
      connectionTimeoutMillis: 5_000,
      idleTimeoutMillis: 30_000,
      keepAlive: true,
      options: `-c statement_timeout=5s -c lock_timeout=4s -c idle_in_transaction_session_timeout=10s -c TimeZone=UTC ${settings}`,
      application_name: 'kept',
      pipeline: true,
    });
    // A connection that is lost while a transaction holds it says so to nobody else, and would end the process.
    made.on('connect', (client) => client.on('error', () => undefined));
    made.on('error', (error) => options.log.warn({ error: error.message }, 'a database connection was lost'));
    return made;
  };
  const writing = pool(options.poolSize, '');
  const reading = pool(options.poolSize, '-c default_transaction_read_only=on');
  const write = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: hastening(writing) }) });
  const read = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: hastening(reading) }) });
  return {
    url,
    read,
    write,
    transaction: (work) => write.transaction().execute(work),
    async close() {
      await Promise.all([write.destroy(), read.destroy()]);
    },
  };
}

/** A statement that begins with this is planned once a connection: for fixed texts on hot paths, whose plan is one. */
const planOnce = '/* plan once */';
/**
 * So is one that begins with this; besides, in a transaction nobody waits for it: what comes after is sent at once, and
 * the commit waits for all and fails with the first error. For writes whose result is not looked at.
 */
const sendOn = '/* send on */';
const names = new Map<string, string>();
const unseen = { command: '', rowCount: 0, rows: [], fields: [], oid: 0 };

/** A pool whose clients heed these marks. */
function hastening(pool: pg.Pool): PostgresPool {
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect();
      const ask = askerOf(client);
      return Object.create(client, {
        query: { value: ask },
        release: { value: (error?: Error) => client.release(error) },
      });
    },
  };
}

function askerOf(client: pg.PoolClient): (text: string, values?: unknown[]) => Promise<unknown> {
  const ahead = sentAheadOf(socketOf(client));
  let open = false;
  const ask = (text: string, values: unknown[] = []) => {
    const planned = text.startsWith(planOnce) || text.startsWith(sendOn);
    return client.query(planned ? { text, values, name: nameOf(text) } : { text, values });
  };
  return async (text, values) => {
    if (text === 'begin') open = true;
    if (text === 'begin' || (open && text.startsWith(sendOn))) {
      ahead.send(() => ask(text, values));
      return unseen;
    }
    if (text.startsWith('rollback')) ahead.forget();
    const asked = ask(text, values);
    ahead.leave();
    const [answered] = await Promise.allSettled([asked]);
    const error = text === 'commit' || answered.status === 'rejected' ? await ahead.firstError() : undefined;
    if (text === 'commit' || text === 'rollback') {
      open = false;
      ahead.forget();
    }
    if (error !== undefined) throw error;
    return asked;
  };
}

/** What was sent in a transaction without being waited for; it leaves in one go, with the next that is. */
function sentAheadOf(socket: Socket | undefined) {
  let corked = false;
  let sent: Promise<unknown>[] = [];
  return {
    send(ask: () => Promise<unknown>): void {
      if (!corked) socket?.cork();
      corked = true;
      const asked = ask();
      asked.catch(() => undefined);
      sent.push(asked);
    },
    leave(): void {
      if (corked) socket?.uncork();
      corked = false;
    },
    forget(): void {
      sent = [];
    },
    /** What came after the first error failed for its sake alone. */
    async firstError(): Promise<unknown> {
      const ended = await Promise.allSettled(sent);
      return ended.find((one) => one.status === 'rejected')?.reason;
    },
  };
}

function socketOf(client: object): Socket | undefined {
  const connection: unknown = Reflect.get(client, 'connection');
  const stream: unknown =
    typeof connection === 'object' && connection !== null ? Reflect.get(connection, 'stream') : undefined;
  return stream instanceof Socket ? stream : undefined;
}

function nameOf(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = `kept_${names.size}`;
  names.set(text, name);
  return name;
}

/** Names the trouble of a database error as a refusal, or `undefined` where it is a fault of ours. */
export function troubleOf(error: unknown): Refusal | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (/^(08|57P0[123]|53300|ECONN|EPIPE|ENOENT)/.test(code) || isLostConnection(error.message)) {
    return new Refusal('house.database-away', { retryAfterSeconds: 2 });
  }
  if (code === '53100' || code === 'ENOSPC') return new Refusal('house.storage-full');
  // No file is left to open; one is free again when a connection ends.
  if (code === 'EMFILE' || code === 'ENFILE') return new Refusal('house.busy', { retryAfterSeconds: 2 });
  if (code === '57014' || code === '25P03') return new Refusal('house.too-slow', { retryAfterSeconds: 2 });
  if (code === '23505' && 'constraint' in error && String(error.constraint).endsWith('_first_come')) {
    return new Refusal('house.busy', { retryAfterSeconds: 1 });
  }
  if (code === '40001' || code === '40P01' || code === '55P03')
    return new Refusal('house.busy', { retryAfterSeconds: 1 });
  return undefined;
}

function isLostConnection(message: string): boolean {
  return /Connection terminated|timeout exceeded when trying to connect|the database system is|not queryable|Client has encountered a connection error/i.test(
    message,
  );
}
