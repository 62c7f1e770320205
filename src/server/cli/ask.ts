import { readFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { type Endpoint, pathOf } from '../../shared/contract.ts';
import type { Config } from '../platform/config.ts';
import { localTokenFile } from '../staff/local-token.ts';

/** A server that says no; its words and its code. */
export class Refused extends Error {
  readonly code: string;
  readonly status: number;
  constructor(status: number, code: string, message: string) {
    super(message);
    this.name = 'Refused';
    this.status = status;
    this.code = code;
  }
}

/** A server to be asked over HTTP, as any client would. */
export interface Server {
  ask<Input extends z.ZodType, Reply extends z.ZodType>(
    contract: Endpoint<Input, Reply>,
    input: z.input<Input>,
  ): Promise<z.output<Reply>>;
  /** Sends a body to a door that is no endpoint and gives back the text of its answer. */
  send(message: Message): Promise<string>;
  /** The answer of a door as a stream. */
  fetchInto(path: string, sink: NodeJS.WritableStream): Promise<void>;
  close(): void;
}

interface Message {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly type?: string;
  readonly body?: string | Readable;
  readonly length?: number;
  /** Shown instead of the local token; empty for nobody. */
  readonly authorization?: string;
}

const problem = z.object({
  title: z.string().optional(),
  detail: z.string().optional(),
  code: z.string().optional(),
  errors: z.array(z.object({ path: z.string(), code: z.string() })).default([]),
});

/** Opens the way to a server on this machine, known by the local token of its data folder. */
export function openServer(url: string, config: Pick<Config, 'dataFolder' | 'tls'>): Server {
  const isSecure = url.startsWith('https:');
  // Our own certificate on our own machine: it is the one of the file, whatever name it bears.
  const trust = isSecure && config.tls !== undefined ? { ca: readFileSync(config.tls.certFile) } : {};
  const agent = isSecure
    ? new https.Agent({ keepAlive: true, ...trust, checkServerIdentity: () => undefined })
    : new http.Agent({ keepAlive: true });
  const bearer = () => `Bearer ${readFileSync(localTokenFile(config), 'utf8').trim()}`;

  const open = (message: Message) =>
    new Promise<http.IncomingMessage>((resolve, reject) => {
      const asking = (isSecure ? https : http).request(new URL(message.path, url), {
        method: message.method,
        headers: headersOf(message, message.authorization ?? bearer()),
        agent,
      });
      asking.once('response', resolve);
      asking.once('error', reject);
      const { body } = message;
      if (body === undefined || typeof body === 'string') asking.end(body);
      else pipeline(body, asking).catch(reject);
    });
  const send = async (message: Message) => {
    const came = await open(message);
    const text = await textOf(came);
    if (came.statusCode !== undefined && came.statusCode < 300) return text;
    throw refusedOf(came.statusCode ?? 0, text);
  };
  return {
    send,
    async ask(contract, input) {
      const path = pathOf(contract);
      const text = await (contract.method === 'GET'
        ? send({ method: 'GET', path: `${path}?${queryOf(input)}` })
        : send({ method: 'POST', path, type: 'application/json', body: JSON.stringify(input) }));
      return contract.reply.parse(JSON.parse(text));
    },
    async fetchInto(path, sink) {
      const came = await open({ method: 'GET', path });
      if (came.statusCode !== 200) throw refusedOf(came.statusCode ?? 0, await textOf(came));
      await pipeline(came, sink);
    },
    close: () => agent.destroy(),
  };
}

function headersOf(message: Message, authorization: string): Record<string, string> {
  const headers: Record<string, string> = { accept: '*/*' };
  if (authorization !== '') headers['authorization'] = authorization;
  if (message.type !== undefined) headers['content-type'] = message.type;
  const length = typeof message.body === 'string' ? Buffer.byteLength(message.body) : message.length;
  if (length !== undefined) headers['content-length'] = String(length);
  return headers;
}

async function textOf(came: http.IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of came) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString('utf8');
}

function refusedOf(status: number, text: string): Refused {
  const read = problem.safeParse(jsonOf(text));
  if (!read.success) return new Refused(status, '', `${status}`);
  const { title, detail, code, errors } = read.data;
  const parts = errors.map((one) => `  ${one.path}: ${one.code}`);
  const said = [title, detail].filter((one) => one !== undefined && one !== '').join(' ');
  return new Refused(status, code ?? '', [said === '' ? `${status}` : said, ...parts].join('\n'));
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function queryOf(input: unknown): string {
  const entries = typeof input === 'object' && input !== null ? Object.entries(input) : [];
  return new URLSearchParams(
    entries.flatMap(([name, value]): [string, string][] => (value === undefined ? [] : [[name, String(value)]])),
  ).toString();
}
