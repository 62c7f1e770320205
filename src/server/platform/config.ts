import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { z } from 'zod';

const text = z.string().min(1);
const port = z.coerce.number().int().min(0).max(65_535);
const yes = z.enum(['0', '1', 'true', 'false']).transform((value) => value === '1' || value === 'true');

const environment = z.object({
  KEPT_DATA: text.default('kept-data'),
  KEPT_HOST: text.default('127.0.0.1'),
  KEPT_PORT: port.default(7300),
  KEPT_BASE_URL: z.url().optional(),
  KEPT_TRUST_PROXY: text.optional(),
  KEPT_TLS_CERT: text.optional(),
  KEPT_TLS_KEY: text.optional(),
  KEPT_SMTP_URL: text.optional(),
  KEPT_MAIL_FROM: text.default('kept@localhost'),
  KEPT_LOG: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  KEPT_POOL: z.coerce.number().int().min(2).max(200).default(12),
  KEPT_UNSAFE: yes.default(false),
  DATABASE_URL: z.url().optional(),
  FAULT: z
    .string()
    .regex(/^(before-send|after-send|after-mark):\d+$/)
    .optional(),
});

/** How much work it is to try a password against its hash: scrypt's figures. */
export interface PasswordCost {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

/** Everything that the environment decides, read once at the start. */
export interface Config {
  /** Absolute folder of the embedded database, files, spool and secrets. */
  readonly dataFolder: string;
  readonly host: string;
  readonly port: number;
  /** True when the port was asked for; else the next free one will do. */
  readonly portIsGiven: boolean;
  /** Origin under which people and links reach Kept; `undefined` until the port is known. */
  readonly baseUrl: string | undefined;
  /** Proxies whose forwarded headers are believed (comma-separated CIDRs); none by default. */
  readonly trustProxy: string[];
  readonly tls: { readonly certFile: string; readonly keyFile: string } | undefined;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** Connections to the database for writing; reading has as many of its own. */
  readonly poolSize: number;
  readonly unsafe: boolean;
  /** For drills: where, and at which pass, this process kills itself. */
  readonly fault: { readonly point: string; readonly pass: number } | undefined;
  /** A PostgreSQL of the house's own; without it the embedded one is started. */
  readonly databaseUrl: string | undefined;
  /** Never from the environment: nobody can weaken it by a setting. Tests, which sign hundreds in, take less. */
  readonly passwordCost: PasswordCost;
  /** Names this process among several on one database. */
  readonly serverId: string;
  /** The server that had this data folder before and was killed: what it left half done need not wait for its leases. */
  readonly predecessorId?: string | undefined;
}

/** Reads the environment into a `Config`; throws with the variable's name where a value makes no sense. */
export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  const read = environment.safeParse(env);
  if (!read.success) {
    const wrong = read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`The environment has values that Kept cannot use.\n${wrong.join('\n')}`);
  }
  const it = read.data;
  return {
    dataFolder: resolve(it.KEPT_DATA),
    host: it.KEPT_HOST,
    port: it.KEPT_PORT,
    portIsGiven: env['KEPT_PORT'] !== undefined,
    baseUrl: it.KEPT_BASE_URL?.replace(/\/+$/, ''),
    trustProxy: it.KEPT_TRUST_PROXY?.split(',').map((cidr) => cidr.trim()) ?? [],
    tls:
      it.KEPT_TLS_CERT !== undefined && it.KEPT_TLS_KEY !== undefined
        ? { certFile: it.KEPT_TLS_CERT, keyFile: it.KEPT_TLS_KEY }
        : undefined,
    smtpUrl: it.KEPT_SMTP_URL,
    mailFrom: it.KEPT_MAIL_FROM,
    logLevel: it.KEPT_LOG,
    poolSize: it.KEPT_POOL,
    unsafe: it.KEPT_UNSAFE,
    databaseUrl: it.DATABASE_URL,
    fault: faultOf(it.FAULT),
    passwordCost: { N: 2 ** 15, r: 8, p: 3 },
    serverId: randomUUID(),
  };
}

function faultOf(text: string | undefined): Config['fault'] {
  const [point, pass] = text?.split(':') ?? [];
  return point === undefined || pass === undefined ? undefined : { point, pass: Number(pass) };
}
