import { readFileSync } from 'node:fs';
import helmet from '@fastify/helmet';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Area, House } from '../area.ts';
import { newId } from '../ids.ts';
import { Refusal, refuse } from '../refuse.ts';
import { serveDocs } from './docs-page.ts';
import { serveAnswers } from './door.ts';
import type { Gate } from './gate.ts';
import { liveDoor } from './live-stream.ts';
import { openApi } from './openapi.ts';
import { servePages } from './pages.ts';
import { watchPressure } from './pressure.ts';
import { answerProblem } from './problem.ts';
import { serveRawDoors } from './raw-door.ts';
import { shownBy } from './session.ts';

/** Builds the HTTP server of a house; the same in production and in tests. */
export async function buildServer(options: {
  house: House;
  gate: Gate;
  areas: readonly Area[];
  version: string;
  webFolder: string | undefined;
}): Promise<FastifyInstance> {
  const { house, gate, areas } = options;
  const { config } = house;
  const problem = (error: unknown, request: FastifyRequest, reply: FastifyReply) =>
    answerProblem(error, reply, { log: house.log, request });
  const app = fastify({
    logger: false,
    genReqId: newId,
    trustProxy: config.trustProxy.length > 0 ? config.trustProxy : false,
    bodyLimit: 1_048_576,
    requestTimeout: 30_000,
    connectionTimeout: 60_000,
    keepAliveTimeout: 72_000,
    forceCloseConnections: 'idle',
    // Refused in our own words below.
    return503OnClosing: false,
    routerOptions: { ignoreTrailingSlash: false, maxParamLength: 200 },
    http: { maxHeaderSize: 16_384 },
    // An address that cannot be read finds no route, and so no error handler.
    frameworkErrors: (error, request, reply) => void problem(error, request, reply),
    ...(config.tls === undefined
      ? {}
      : { https: { cert: readFileSync(config.tls.certFile), key: readFileSync(config.tls.keyFile) } }),
  });
  app.setErrorHandler(problem);
  let isClosing = false;
  app.addHook('preClose', async () => {
    isClosing = true;
  });
  app.addHook('onRequest', (request, reply, next) => {
    if (isClosing) reply.header('connection', 'close');
    if (isClosing) next(new Refusal('house.busy', { retryAfterSeconds: 2 }));
    else if (keyInAddress.test(request.url)) next(new Refusal('request.key-in-url'));
    else next();
  });
  await app.register(helmet, { global: false, contentSecurityPolicy: pagePolicy, crossOriginResourcePolicy: false });
  app.addHook('onRequest', (request, reply, next) => {
    if (spokenTo.test(request.url)) {
      reply.headers(answerHeaders);
      next();
    } else void Promise.resolve(reply.helmet()).then(() => next(), next);
  });
  watchPressure(app);

  const answers = areas.flatMap((area) => area.answers);
  const live = liveDoor(async (visit) => {
    const actor = await gate.actorOf(shownBy({ headers: { ...visit.headers }, ip: visit.address }));
    return actor.rights.has('customers.read');
  });
  const doors = [...areas.flatMap((area) => area.doors ?? []), live];
  await app.register(async (scope) => serveAnswers(scope, answers, house, gate));
  await app.register(async (scope) => serveRawDoors(scope, doors, house, gate));

  let made: object | undefined;
  // Made when it is first asked for: few starts need it, and each would wait for it.
  const description = () => {
    made ??= openApi(
      answers.map((answer) => answer.contract),
      doors,
      options.version,
    );
    return made;
  };
  app.get('/openapi.json', async () => description());
  serveDocs(app, description);
  const allowed = allowedMethods(answers.map((answer) => [answer.contract.name, answer.contract.method]));
  await servePages(app, options.webFolder);
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?', 1)[0] ?? '';
    const method = allowed.get(path);
    if (method !== undefined) {
      reply.header('allow', method);
      refuse('request.method-not-allowed');
    }
    if (options.webFolder !== undefined && isPage(request.method, path, request.headers.accept)) {
      return reply.sendFile('index.html');
    }
    return refuse('request.not-found');
  });
  return app;
}

/** What programs ask; pages are all else. */
const spokenTo = /^\/(api|v1|openapi\.json|health)/;

/** An answer to a program is data and nothing else, whoever opens it. */
const answerHeaders = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
};

/** An API key of ours in an address is refused: addresses are written to logs on the way. */
const keyInAddress = /kept_[0-9a-f]{8}_/i;

const pagePolicy = {
  directives: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'", "'unsafe-inline'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    fontSrc: ["'self'", 'data:'],
    connectSrc: ["'self'"],
    objectSrc: ["'none'"],
    frameAncestors: ["'none'"],
    upgradeInsecureRequests: null,
  },
};

function allowedMethods(names: readonly (readonly [string, string])[]): Map<string, string> {
  return new Map(names.map(([name, method]) => [`/api/v1/${name.replace('.', '/')}`, method]));
}

function isPage(method: string, path: string, accept: string | undefined): boolean {
  return method === 'GET' && !/^\/(api|v1|docs|openapi)/.test(path) && (accept ?? '').includes('text/html');
}
