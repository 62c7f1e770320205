import type { z } from 'zod';
import { type Endpoint, pathOf } from '../../shared/contract.ts';
import { cell } from './cell.ts';
import { Refused, refusedFrom } from './refused.ts';

/** Whether the server answered last time; the shell shows a banner while it does not. */
export const reach = cell<'here' | 'away'>('here');

/** Counts the answers "you are not signed in"; the shell then asks for the password over the page. */
export const sessionEnds = cell(0);

export interface AskOptions {
  readonly signal?: AbortSignal;
  /** An idempotency key: sending again with the same one does the work once. */
  readonly once?: string;
}

/**
 * Asks the server by a contract: GET puts the input into the query string (lists joined by commas, absent values left
 * out), POST sends JSON. Gives the reply, checked against the contract; throws only `Refused`.
 */
export async function ask<I extends z.ZodType, R extends z.ZodType>(
  contract: Endpoint<I, R>,
  input: z.input<I>,
  options: AskOptions = {},
): Promise<z.output<R>> {
  const address = contract.method === 'GET' ? pathOf(contract) + queryOf(input) : pathOf(contract);
  const response = await send(address, requestFor(contract.method, input, options));
  const body = await bodyOf(response);
  if (!response.ok) throw refusal(response.status, body);
  return read(contract.reply, body, response.status);
}

export interface UploadOptions {
  readonly onProgress?: (sent: number, all: number) => void;
  readonly signal?: AbortSignal;
  readonly type?: string;
}

/** Sends a file as the raw body of a POST, telling how many bytes went; throws only `Refused`. */
export function upload<R extends z.ZodType>(
  path: string,
  file: Blob,
  reply: R,
  options: UploadOptions = {},
): Promise<z.output<R>> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('content-type', options.type ?? (file.type || 'application/octet-stream'));
    request.setRequestHeader('accept', 'application/json');
    request.upload.onprogress = (step) => options.onProgress?.(step.loaded, file.size);
    request.onerror = () => reject(away());
    request.onabort = () => reject(new DOMException('stopped', 'AbortError'));
    request.onload = () => {
      reach.set('here');
      const body = parsed(request.responseText);
      if (request.status < 200 || request.status > 299) return reject(refusal(request.status, body));
      try {
        resolve(read(reply, body, request.status));
      } catch (error) {
        reject(error);
      }
    };
    options.signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}

function requestFor(method: 'GET' | 'POST', input: unknown, options: AskOptions): RequestInit {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (method === 'POST') headers['content-type'] = 'application/json';
  if (options.once !== undefined) headers['idempotency-key'] = options.once;
  return {
    method,
    headers,
    credentials: 'same-origin',
    ...(method === 'POST' ? { body: JSON.stringify(input) } : {}),
    ...(options.signal ? { signal: options.signal } : {}),
  };
}

async function send(address: string, request: RequestInit): Promise<Response> {
  try {
    const response = await fetch(address, request);
    reach.set('here');
    return response;
  } catch (error) {
    if (request.signal?.aborted) throw error;
    throw away();
  }
}

function away(): Refused {
  reach.set('away');
  return new Refused({ code: 'house.away', status: 0 });
}

function refusal(status: number, body: unknown): Refused {
  const refused = refusedFrom(status, body);
  if (refused.code === 'access.not-signed-in') sessionEnds.set(sessionEnds.get() + 1);
  return refused;
}

async function bodyOf(response: Response): Promise<unknown> {
  try {
    return parsed(await response.text());
  } catch {
    throw away();
  }
}

function parsed(text: string): unknown {
  if (text === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function read<R extends z.ZodType>(reply: R, body: unknown, status: number): z.output<R> {
  const result = reply.safeParse(body);
  if (result.success) return result.data;
  throw new Refused({ code: 'house.unreadable', status });
}

function queryOf(input: unknown): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(Object(input))) {
    if (value === undefined || value === null) continue;
    query.set(name, Array.isArray(value) ? value.join(',') : String(value));
  }
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}
