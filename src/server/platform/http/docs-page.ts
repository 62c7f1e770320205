import fastify, { type FastifyInstance } from 'fastify';

/**
 * Serves the API page at `/docs`. Its reader is a large script that few starts need, so it is loaded at the first look,
 * into a small server of its own that is asked from inside.
 */
export function serveDocs(app: FastifyInstance, description: () => object): void {
  let reading: Promise<FastifyInstance> | undefined;
  const answer = async (url: string) => {
    reading ??= openReader(description());
    return (await reading).inject({ method: 'GET', url });
  };
  for (const path of ['/docs', '/docs/*']) {
    app.get(path, async (request, reply) => {
      const got = await answer(request.url);
      const type = got.headers['content-type'];
      if (type !== undefined) reply.header('content-type', type);
      if (got.headers.location !== undefined) reply.header('location', got.headers.location);
      return reply.status(got.statusCode).send(got.rawPayload);
    });
  }
}

async function openReader(description: object): Promise<FastifyInstance> {
  const { default: scalar } = await import('@scalar/fastify-api-reference');
  const app = fastify({ logger: false });
  await app.register(scalar, {
    routePrefix: '/docs',
    configuration: { content: description, title: 'Kept API', telemetry: false, withDefaultFonts: false },
  });
  return app;
}
