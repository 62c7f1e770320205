import { Kysely, PostgresDialect, type PostgresPool, sql, type Transaction } from 'kysely';
import pg from 'pg';
import Cursor from 'pg-cursor';
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
  /** A plain client for COPY and LISTEN; give it back with `release()`. */
  connect(): Promise<pg.PoolClient>;
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
    });
    // A connection that is lost while a transaction holds it says so to nobody else, and would end the process.
    made.on('connect', (client) => client.on('error', () => undefined));
    made.on('error', (error) => options.log.warn({ error: error.message }, 'a database connection was lost'));
    return made;
  };
  const writing = pool(options.poolSize, '');
  const reading = pool(options.poolSize, '-c default_transaction_read_only=on');
  const write = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: preparing(writing), cursor: Cursor }) });
  const read = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: preparing(reading), cursor: Cursor }) });
  return {
    url,
    read,
    write,
    connect: () => writing.connect(),
    transaction: (work) => write.transaction().execute(work),
    async close() {
      await Promise.all([write.destroy(), read.destroy()]);
    },
  };
}

/** A statement that begins with this is planned once a connection: for fixed texts on hot paths, whose plan is one. */
const planOnce = '/* plan once */';
const names = new Map<string, string>();

/** A pool that prepares the statements which ask for it. */
function preparing(pool: pg.Pool): PostgresPool {
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect();
      const query = client.query.bind(client);
      return Object.create(client, {
        query: {
          value: (text: unknown, values?: unknown[]) =>
            typeof text === 'string' && text.startsWith(planOnce)
              ? query({ text, values: values ?? [], name: nameOf(text) })
              : Reflect.apply(query, client, values === undefined ? [text] : [text, values]),
        },
        release: { value: (error?: Error) => client.release(error) },
      });
    },
  };
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
  if (code === '57014' || code === '25P03') return new Refusal('house.too-slow', { retryAfterSeconds: 2 });
  if (code === '40001' || code === '40P01' || code === '55P03')
    return new Refusal('house.busy', { retryAfterSeconds: 1 });
  return undefined;
}

function isLostConnection(message: string): boolean {
  return /Connection terminated|timeout exceeded when trying to connect|the database system is|not queryable|Client has encountered a connection error/i.test(
    message,
  );
}

/** The database's own clock, for what must not hang on ours. */
export async function databaseNow(tx: Tx): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(tx);
  const row = rows[0];
  if (row === undefined) throw new Error('the database told no time');
  return row.now;
}
