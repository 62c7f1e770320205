import type { Readable, Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Actor, House, RawDoor, Visit } from '../area.ts';
import { Refusal, refuse } from '../refuse.ts';
import { checkAccess, runCall } from './door.ts';
import type { Gate } from './gate.ts';
import { speak } from './problem.ts';
import { shownBy } from './session.ts';

/** Serves doors that speak protocols of their own: any content type, bodies as streams. */
export function serveRawDoors(app: FastifyInstance, doors: readonly RawDoor[], house: House, gate: Gate): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
  for (const door of doors) {
    app.route({
      method: door.method,
      url: door.path,
      bodyLimit: Math.max(door.maxBytes, 1),
      handler: async (request, reply) => {
        if (door.anyOrigin === true) openOrigin(request, reply);
        const actor = await gate.actorOf(shownBy(request));
        speak(request, actor.language);
        checkAccess(door, actor);
        const answer = await door.handle(visitOf(door, request, { house, gate, actor }), house);
        return reply
          .status(answer.status)
          .headers(answer.headers ?? {})
          .send(answer.body);
      },
    });
  }
}

function visitOf(door: RawDoor, request: FastifyRequest, context: { house: House; gate: Gate; actor: Actor }): Visit {
  const stream = inflated(request);
  const verb = door.path;
  return {
    method: request.method,
    actor: context.actor,
    stream,
    // Single events come by the thousand: what few doors look at is read when it is looked at.
    get path() {
      return request.url.split('?', 1)[0] ?? '';
    },
    get params() {
      return textsOf(request.params);
    },
    get query() {
      return textsOf(request.query);
    },
    get headers() {
      return Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
      );
    },
    get address() {
      return request.ip;
    },
    header(name) {
      const value = request.headers[name];
      return Array.isArray(value) ? value[0] : value;
    },
    bytes: () => collect(stream, door.maxBytes),
    call: (purpose, work) => runCall({ ...context, verb, purpose, address: request.ip }, work),
  };
}

function inflated(request: FastifyRequest): Readable {
  const raw = request.raw;
  const encoding = request.headers['content-encoding']?.toLowerCase();
  if (encoding === undefined || encoding === 'identity') return raw;
  const inflate = inflaterOf(encoding);
  raw.on('error', (error) => inflate.destroy(error));
  return raw.pipe(inflate);
}

function inflaterOf(encoding: string): Transform {
  if (encoding === 'gzip' || encoding === 'x-gzip') return createGunzip();
  if (encoding === 'deflate') return createInflate();
  if (encoding === 'br') return createBrotliDecompress();
  return refuse('request.unsupported-type');
}

/** Reads a stream whole, refusing as soon as it grows past the limit; what is left is let go, so that the answer gets out. */
function collect(stream: Readable, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  return new Promise((done, failed) => {
    const onData = (chunk: unknown) => {
      if (!Buffer.isBuffer(chunk)) return;
      size += chunk.length;
      if (size > maxBytes) end(() => failed(new Refusal('request.too-large', { slots: { limit: maxBytes } })));
      else chunks.push(chunk);
    };
    const onEnd = () =>
      end(() => done(chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks)));
    const onError = () => end(() => failed(new Refusal('request.malformed-json')));
    const onClose = () => onError();
    const end = (settle: () => void) => {
      stream.off('data', onData).off('end', onEnd).off('close', onClose).pause();
      settle();
    };
    stream.on('data', onData).on('end', onEnd).on('error', onError).on('close', onClose);
  });
}

function textsOf(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, part]) => (typeof part === 'string' ? [[key, part]] : [])),
  );
}

function openOrigin(request: FastifyRequest, reply: FastifyReply): void {
  reply.header('access-control-allow-origin', request.headers.origin ?? '*');
  if (request.method !== 'OPTIONS') return;
  reply.header('access-control-allow-headers', 'authorization, content-type');
  reply.header('access-control-allow-methods', 'GET, POST, OPTIONS');
  reply.header('access-control-max-age', '86400');
}
