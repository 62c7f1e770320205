import { connect } from 'node:net';
import { expect } from 'vitest';
import { z } from 'zod';
import { refusals } from '../../src/shared/refusals.ts';
import type { Showing, TestHouse } from './house.ts';
import { insides } from './insides.ts';

/** An answer as it came over a real socket. */
export interface Heard {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** A house that listens: asked over sockets, by paths and bytes, as by a stranger's client. */
export interface Wire {
  readonly origin: string;
  /** Sends any body by any method. */
  send(method: string, path: string, body?: string | Uint8Array<ArrayBuffer>, by?: Showing): Promise<Heard>;
  /** Writes these bytes to a new connection and gives back what came until the server closed it or `waitMs` passed. */
  raw(text: string, waitMs?: number): Promise<string>;
}

/** Makes a house listen on a free port of this machine. */
export async function listen(house: TestHouse): Promise<Wire> {
  const origin = await house.kept.app.listen({ host: '127.0.0.1', port: 0 });
  const port = Number(new URL(origin).port);
  return {
    origin,
    async send(method, path, body, by = {}) {
      const headers = new Headers({ ...by.headers });
      if (by.cookie !== undefined) headers.set('cookie', by.cookie);
      if (by.authorization !== undefined) headers.set('authorization', by.authorization);
      if (body !== undefined && !headers.has('content-type')) headers.set('content-type', 'application/json');
      const came = await fetch(`${origin}${path}`, { method, headers, ...(body === undefined ? {} : { body }) });
      return { status: came.status, headers: came.headers, text: await came.text() };
    },
    raw: (text, waitMs = 3_000) =>
      new Promise((resolve) => {
        let came = '';
        const socket = connect(port, '127.0.0.1', () => socket.write(text));
        const end = () => resolve(came);
        socket.setTimeout(waitMs, () => socket.destroy());
        socket.on('data', (chunk) => {
          came += chunk.toString('utf8');
        });
        socket.on('error', end);
        socket.on('close', end);
      }),
  };
}

const problem = z.strictObject({
  type: z.string(),
  title: z.string().min(1),
  detail: z.string().min(1),
  status: z.number(),
  code: z.string(),
  errors: z.array(z.strictObject({ path: z.string(), code: z.string() })),
  request_id: z.uuid(),
  current: z.unknown().optional(),
});

/** Holds an answer to be a refusal as promised: its shape, its status, nothing of our insides. Gives back what it says. */
export function expectRefusal(heard: Heard, status: number, code: string): z.infer<typeof problem> {
  const about = `${heard.status} ${heard.text.slice(0, 400)}`;
  expect(heard.status, about).toBe(status);
  expect(heard.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  const said = problem.parse(JSON.parse(heard.text));
  expect(said, about).toMatchObject({ status, code });
  expect(Object.entries(refusals)).toContainEqual([code, status]);
  expect(heard.text).not.toMatch(insides);
  expect(heard.text.length).toBeLessThan(20_000);
  return said;
}

/** A print of every row of every table but those named: equal prints mean that nothing changed. */
export async function printOf(house: TestHouse, except: readonly string[]): Promise<Record<string, string>> {
  const tables = await house.rows(`select n.nspname || '.' || c.relname as name from pg_class c
    join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r'
    and n.nspname in ('platform', 'staff', 'customers', 'privacy', 'memory', 'intake', 'today', 'promises') order by 1`);
  const prints: Record<string, string> = {};
  for (const row of tables) {
    const name = String(row['name']);
    if (except.includes(name)) continue;
    const [found] = await house.rows(
      `select count(*) || ':' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as print from ${name} t`,
    );
    prints[name] = String(found?.['print']);
  }
  return prints;
}
