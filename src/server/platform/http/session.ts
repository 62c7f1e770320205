import type { FastifyReply, FastifyRequest } from 'fastify';
import type { House, SessionCookie } from '../area.ts';
import type { Shown } from './gate.ts';
import { languageOf } from './problem.ts';

const safeName = '__Host-kept';
const plainName = 'kept';

/** What a request shows to be known. */
export function shownBy(request: { readonly headers: FastifyRequest['headers']; readonly ip: string }): Shown {
  const cookies = request.headers.cookie ?? '';
  return {
    sessionToken: cookieOf(cookies, safeName) ?? cookieOf(cookies, plainName),
    authorization: request.headers.authorization,
    address: request.ip,
    language: languageOf(request.headers['accept-language']),
  };
}

/** Sets or clears the session cookie: `__Host-` and Secure wherever browsers take it. */
export function setSession(reply: FastifyReply, house: House, cookie: SessionCookie | 'clear'): void {
  const secure = isSecure(house.baseUrl());
  const name = secure ? safeName : plainName;
  const value = cookie === 'clear' ? '' : cookie.token;
  const age = cookie === 'clear' ? 0 : cookie.maxAgeSeconds;
  const flags = `Path=/; HttpOnly; SameSite=Lax; Max-Age=${age}${secure ? '; Secure' : ''}`;
  reply.header('set-cookie', `${name}=${value}; ${flags}`);
}

function isSecure(baseUrl: string): boolean {
  const { protocol, hostname } = new URL(baseUrl);
  return protocol === 'https:' || hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';
}

function cookieOf(header: string, name: string): string | undefined {
  for (const part of header.split(';')) {
    const [key, value] = part.trim().split('=', 2);
    if (key === name && value !== undefined && value !== '') return value;
  }
  return undefined;
}
