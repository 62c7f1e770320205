import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RefusalCode } from '../../../shared/refusals.ts';
import type { Language } from '../../../shared/scalars.ts';
import { sayRefusal } from '../../../shared/words/say.ts';
import { troubleOf } from '../database/open.ts';
import type { Log } from '../log.ts';
import { Refusal } from '../refuse.ts';

const spoken = new WeakMap<FastifyRequest, Language>();

/** Says in which language a problem of this request is told: whoever is signed in has his own. */
export function speak(request: FastifyRequest, language: Language): void {
  spoken.set(request, language);
}

/** The one place where an error becomes an answer: RFC 9457, in the caller's language, with nothing of our insides. */
export function answerProblem(
  error: unknown,
  reply: FastifyReply,
  context: { log: Log; request: FastifyRequest },
): FastifyReply {
  const refusal = refusalOf(error);
  if (refusal === undefined) {
    const about = { id: context.request.id, error: error instanceof Error ? error.stack : String(error) };
    context.log.error(about, 'fault');
  }
  const status = refusal?.status ?? 500;
  const language = spoken.get(context.request) ?? languageOf(context.request.headers['accept-language']);
  const words = sayRefusal(language, refusal?.code ?? 'house.fault', refusal?.details.slots ?? {});
  // A body that is not read to its end would be taken for the next request on this connection.
  if (!context.request.raw.complete) reply.header('connection', 'close');
  if (refusal?.details.retryAfterSeconds !== undefined) {
    reply.header('retry-after', String(refusal.details.retryAfterSeconds));
  }
  return reply
    .status(status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(
      JSON.stringify({
        type: `/docs/problems#${refusal?.code ?? 'house.fault'}`,
        title: words.title,
        detail: words.detail,
        status,
        code: refusal?.code ?? 'house.fault',
        errors: refusal?.details.errors ?? [],
        request_id: context.request.id,
        ...(refusal?.details.current === undefined ? {} : { current: refusal.details.current }),
      }),
    );
}

/** Names an error as a refusal, or `undefined` where it is a fault. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  if (!(error instanceof Error)) return undefined;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const known = fastifyCodes.get(code);
  if (known !== undefined) return new Refusal(known);
  if ('statusCode' in error && error.statusCode === 429)
    return new Refusal('request.too-many', { retryAfterSeconds: 5 });
  return troubleOf(error);
}

const fastifyCodes = new Map<string, RefusalCode>([
  ['FST_ERR_CTP_INVALID_MEDIA_TYPE', 'request.unsupported-type'],
  ['FST_ERR_CTP_BODY_TOO_LARGE', 'request.too-large'],
  ['FST_ERR_CTP_EMPTY_JSON_BODY', 'request.malformed-json'],
  ['FST_ERR_CTP_INVALID_CONTENT_LENGTH', 'request.malformed-json'],
  ['FST_ERR_BAD_URL', 'request.bad-query'],
]);

/** The first language that the browser asks for and we know. */
export function languageOf(header: string | undefined): Language {
  const wanted = /\b(en|es|ru)\b/i.exec(header ?? '')?.[1]?.toLowerCase();
  return wanted === 'es' || wanted === 'ru' ? wanted : 'en';
}
