import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Serves the built web client: hashed files for a year, the page itself never stale. */
export async function servePages(app: FastifyInstance, folder: string | undefined): Promise<void> {
  if (folder === undefined) return;
  await app.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    // Packed, they are found beside the file that is asked for; as addresses of their own each start would lay out thrice as many.
    globIgnore: ['**/*.br', '**/*.gz'],
    preCompressed: true,
    index: 'index.html',
    setHeaders(response, path) {
      const forever = path.includes('/assets/');
      response.header('cache-control', forever ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
}
