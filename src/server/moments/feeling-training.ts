import { Worker } from 'node:worker_threads';
import type { FeelingLessons, OwnText } from './feeling-rules.ts';

/**
 * Learns as `learnFeelings` does, in a thread of its own, so that nobody's request waits. One at a time is for the
 * caller to see to. Fails where the thread fails or `signal` is aborted (then the thread is ended).
 */
export function trainFeelings(
  texts: readonly OwnText[],
  learnedAt: Date,
  signal?: AbortSignal,
): Promise<FeelingLessons> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const worker = new Worker(new URL('./feeling-worker.ts', import.meta.url), {
      workerData: { texts, learnedAt: learnedAt.toISOString() },
      resourceLimits: { maxOldGenerationSizeMb: 2_048 },
    });
    const end = () => void worker.terminate();
    signal?.addEventListener('abort', end, { once: true });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => {
      signal?.removeEventListener('abort', end);
      reject(signal?.aborted ? signal.reason : new Error('the thread that learns feelings ended without a lesson'));
    });
  });
}
