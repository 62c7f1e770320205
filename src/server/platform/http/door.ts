import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { type Endpoint, pathOf } from '../../../shared/contract.ts';
import { isCleanText } from '../../../shared/scalars.ts';
import type { Actor, Answer, Call, House } from '../area.ts';
import { recallAnswer, storeAnswer } from '../database/answer-store.ts';
import type { Tx } from '../database/open.ts';
import { sha256 } from '../ids.ts';
import { refuse, type Wrong } from '../refuse.ts';
import { openCall } from './call.ts';
import type { Gate } from './gate.ts';
import { readStrictJson } from './json.ts';
import { speak } from './problem.ts';
import { setSession, shownBy } from './session.ts';

/** Longest body of an endpoint; files and batches have doors of their own. */
const maxBody = 1_048_576;
/** More than so many wrong parts of an input are not told. */
const mostWrongs = 50;

/** Serves every endpoint of every room: contract, rights and purpose are checked here and nowhere else. */
export function serveAnswers(app: FastifyInstance, answers: readonly Answer[], house: House, gate: Gate): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer', bodyLimit: maxBody }, (_request, body, done) => {
    try {
      done(null, typeof body === 'string' ? undefined : readStrictJson(body));
    } catch (error) {
      done(error instanceof Error ? error : new Error('unreadable'));
    }
  });
  for (const answer of answers) {
    const { contract } = answer;
    app.route({
      method: contract.method,
      url: pathOf(contract),
      handler: (request, reply) => serve(answer, { request, reply, house, gate }),
    });
  }
}

interface At {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly house: House;
  readonly gate: Gate;
}

async function serve(answer: Answer, at: At): Promise<FastifyReply> {
  const { contract } = answer;
  const actor = await at.gate.actorOf(shownBy(at.request));
  speak(at.request, actor.language);
  checkAccess(contract, actor);
  if (contract.method === 'POST') checkSameSite(at.request, at.house);
  const input = contract.method === 'GET' ? at.request.query : (at.request.body ?? {});
  checkInput(contract, input);
  const body = contract.method === 'GET' ? await read(answer, actor, input, at) : await write(answer, actor, input, at);
  return at.reply
    .header('content-type', 'application/json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(body);
}

async function read(answer: Answer, actor: Actor, input: unknown, at: At): Promise<string> {
  const book = openCall({ ...about(answer.contract, actor, at), tx: at.house.database.read });
  const reply = await answer.handle(book.call, input);
  const body = JSON.stringify(answer.contract.reply.parse(reply));
  book.flushUses(at.gate);
  return body;
}

async function write(answer: Answer, actor: Actor, input: unknown, at: At): Promise<string> {
  const repeated = repeatKey(at.request, answer.contract, actor);
  const done = await at.house.database.transaction(async (tx) => {
    if (repeated !== undefined) {
      const stored = await recallAnswer(tx, repeated, sha256(JSON.stringify(input)));
      if (stored !== undefined) return { body: stored, cookie: undefined };
    }
    const book = openCall({ ...about(answer.contract, actor, at), tx });
    const reply = await answer.handle(book.call, input);
    const body = JSON.stringify(answer.contract.reply.parse(reply));
    await book.flushEvents();
    if (repeated !== undefined && answer.contract.secret !== true) await storeAnswer(tx, repeated, body);
    book.flushUses(at.gate);
    return { body, cookie: book.cookie() };
  });
  at.house.wake();
  if (done.cookie !== undefined) setSession(at.reply, at.house, done.cookie);
  return done.body;
}

function about(contract: Endpoint, actor: Actor, at: At) {
  return { actor, purpose: contract.purpose, verb: contract.name, address: at.request.ip, house: at.house };
}

/** Refuses who may not: 401 for nobody, 403 for somebody. */
export function checkAccess(contract: Pick<Endpoint, 'access'>, actor: Actor): void {
  if (contract.access === 'open' || actor.rights.has(contract.access)) return;
  if (actor.kind === 'nobody') refuse('access.not-signed-in');
  if (contract.access === 'signed-in' && actor.kind === 'person') return;
  refuse('access.not-allowed', { slots: { right: contract.access } });
}

/** A browser's cookie works only from our own pages. */
function checkSameSite(request: FastifyRequest, house: House): void {
  const site = request.headers['sec-fetch-site'];
  if (site === 'cross-site' || site === 'same-site') refuse('request.cross-site');
  const origin = request.headers.origin;
  if (origin === undefined) return;
  const own = [new URL(house.baseUrl()).origin, `http://${request.host}`, `https://${request.host}`];
  if (!own.includes(origin)) refuse('request.cross-site');
}

function checkInput(contract: Endpoint, input: unknown): void {
  if (contract.method === 'GET' && isObject(input)) {
    for (const [name, value] of Object.entries(input)) {
      if (Array.isArray(value)) refuse('request.repeated-parameter', { slots: { name } });
    }
  }
  const read = contract.input.safeParse(input);
  const errors = read.success ? uncleanTexts(input) : wrongsOf(read.error);
  if (errors.length === 0) return;
  if (contract.method === 'GET') refuse('request.bad-query', { errors });
  const unknown = errors.some((wrong) => wrong.code === 'unknown-field');
  refuse(unknown ? 'request.unknown-field' : 'request.invalid', { errors });
}

/** The wrong parts of an input: where and what kind, never the value itself. */
export function wrongsOf(error: z.ZodError): Wrong[] {
  return error.issues.slice(0, mostWrongs).flatMap((issue): Wrong[] => {
    const path = issue.path.map(String).join('.').slice(0, 200);
    if (issue.code === 'unrecognized_keys') {
      const keys = issue.keys.slice(0, mostWrongs).map((key) => key.slice(0, 60).toWellFormed());
      return keys.map((key) => ({ path: path === '' ? key : `${path}.${key}`, code: 'unknown-field' }));
    }
    const named = issue.code === 'custom' ? issue.params?.['code'] : undefined;
    return [{ path, code: typeof named === 'string' ? named : issue.code.replaceAll('_', '-') }];
  });
}

/** Where an input holds text that the database cannot: NUL, half a surrogate. Whatever the contract says of the field. */
function uncleanTexts(value: unknown, path = ''): Wrong[] {
  if (typeof value === 'string') return isCleanText(value) ? [] : [{ path, code: 'text.unclean' }];
  if (!isObject(value)) return [];
  return Object.entries(value)
    .flatMap(([name, part]) => uncleanTexts(part, path === '' ? name : `${path}.${name}`))
    .slice(0, mostWrongs);
}

function repeatKey(request: FastifyRequest, contract: Endpoint, actor: Actor): Buffer | undefined {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key !== 'string' || key.length === 0 || key.length > 255) refuse('request.bad-idempotency-key');
  return sha256(`${actor.name}\n${contract.name}\n${key}`);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Runs a piece of work as a call of its own, for raw doors: in one transaction, with its events and its uses. */
export async function runCall<T>(
  context: { house: House; gate: Gate; actor: Actor; verb: string; address: string; purpose: Endpoint['purpose'] },
  work: (call: Call) => Promise<T>,
): Promise<T> {
  const result = await context.house.database.transaction(async (tx: Tx) => {
    const book = openCall({ ...context, tx });
    const value = await work(book.call);
    await book.flushEvents();
    book.flushUses(context.gate);
    return value;
  });
  context.house.wake();
  return result;
}
