import { createHash } from 'node:crypto';
import { totalmem } from 'node:os';

/** What a query needs to be asked: a pg client or pool fits. */
export interface Asks {
  query(text: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
}

/** Settings under which an acknowledged write may be lost; the message names them. */
export class UnsafeSettings extends Error {
  constructor(names: string[]) {
    super(
      `This PostgreSQL may lose acknowledged writes: ${names.join(', ')} must be "on". Put it right in its configuration, or start with --unsafe if the data does not matter.`,
    );
    this.name = 'UnsafeSettings';
  }
}

const mebibyte = 1024 * 1024;

function between(low: number, value: number, high: number): number {
  return Math.max(low, Math.min(high, Math.floor(value)));
}

/** Our settings for a machine with `memory` bytes. Memory is a ceiling: an idle server touches little of it. */
export function settingsFor(memory: number = totalmem(), unsafe = false): Record<string, string> {
  const size = memory / mebibyte;
  const settings: Record<string, string> = {
    shared_buffers: `${between(64, size / 16, 2048)}MB`,
    effective_cache_size: `${between(256, size / 2, 65536)}MB`,
    work_mem: `${between(4, size / 1536, 32)}MB`,
    maintenance_work_mem: `${between(64, size / 96, 512)}MB`,
    max_connections: '60',
    max_wal_size: '2GB',
    min_wal_size: '256MB',
    jit: 'off',
    random_page_cost: '1.1',
    autovacuum: 'on',
    track_io_timing: 'on',
    timezone: 'UTC',
    log_timezone: 'UTC',
    password_encryption: 'scram-sha-256',
    client_connection_check_interval: process.platform === 'linux' ? '2s' : '0',
    log_min_messages: 'log',
    log_checkpoints: 'off',
    log_line_prefix: '%m [%p] ',
    // Never a customer's words in the server's log.
    log_min_error_statement: 'panic',
    log_parameter_max_length_on_error: '0',
  };
  if (unsafe)
    Object.assign(settings, {
      fsync: 'off',
      full_page_writes: 'off',
      synchronous_commit: 'off',
    });
  return settings;
}

/** The settings as the text of a configuration file. */
export function settingsText(settings: Record<string, string>): string {
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value}'`);
  return `# Written at each start. Your own settings belong at the end of postgresql.conf.\n${lines.join('\n')}\n`;
}

/** A short name of a set of settings, to see whether a running server has them. */
export function settingsMark(settings: Record<string, string>): string {
  return createHash('sha256').update(settingsText(settings)).digest('hex').slice(0, 8);
}

/** Throws UnsafeSettings unless the server keeps what it acknowledges (`fsync`, `full_page_writes`, `synchronous_commit`). */
export async function assertSafe(client: Asks): Promise<void> {
  const { rows } = await client.query(
    "select name, setting from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit') order by name",
  );
  // remote_apply and remote_write wait for more than our own disk.
  const safe = new Set(['on', 'remote_apply', 'remote_write']);
  const bad = rows.filter((row) => !safe.has(String(row['setting']))).map((row) => String(row['name']));
  if (bad.length > 0) throw new UnsafeSettings(bad);
}
