import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { FastifyInstance } from 'fastify';
import { Refusal } from '../refuse.ts';

/** So far behind, on average over a second, a process only piles up what it will not answer in time. */
const mostDelayMs = 10_000;
const sampleMs = 1_000;
const resolutionMs = 20;

/**
 * Says at `/health` that requests are taken, and refuses them with `house.busy` while the process is too far behind.
 * Asks the system for nothing that takes a file: who has none left must go on.
 */
export function watchPressure(app: FastifyInstance): void {
  const histogram = monitorEventLoopDelay({ resolution: resolutionMs });
  histogram.enable();
  let delayMs = 0;
  const timer = setInterval(() => {
    delayMs = histogram.count === 0 ? 0 : histogram.mean / 1e6 - resolutionMs;
    histogram.reset();
  }, sampleMs);
  timer.unref();
  app.addHook('onRequest', (_request, _reply, next) => {
    if (delayMs > mostDelayMs) next(new Refusal('house.busy', { retryAfterSeconds: 2 }));
    else next();
  });
  app.addHook('onClose', async () => {
    clearInterval(timer);
    histogram.disable();
  });
  app.get('/health', async () => ({ status: 'ok' }));
}
