import type { SegmentMessage } from './message.ts';
import { customerStory } from './story.ts';
import { checkRun, type DemoRun } from './stream.ts';

/** How far the sending is. */
export interface SendProgress {
  readonly customers: number;
  readonly of: number;
  readonly messages: number;
}

/** A demo run and the way to the intake. */
export interface SendDemo extends DemoRun {
  /** Delivers one batch (at most `batchSize` messages); throws where it could not. */
  readonly post: (batch: readonly SegmentMessage[]) => Promise<void>;
  /** Messages in a batch, 500 by default: under the 500 kB that the Segment API takes. */
  readonly batchSize?: number;
  /** Batches under way at once, 4 by default. */
  readonly concurrency?: number;
  /** Told after every delivered batch. */
  readonly onProgress?: (progress: SendProgress) => void;
  /** Waits before the next try of the same batch (`attempt` from 1) and answers true, or false to give up. */
  readonly backOff?: (error: unknown, attempt: number) => Promise<boolean>;
  /** Ends the sending early. */
  readonly signal?: AbortSignal;
}

interface Lane {
  batch: SegmentMessage[];
  underWay: Promise<void>;
}

interface Sending {
  delivered: number;
  customers: number;
  failure: { readonly error: unknown } | undefined;
}

/**
 * Sends the demo through the intake. Each customer belongs to one of `concurrency` lanes, and a lane has one batch
 * under way at a time, so a customer's messages arrive in order; a batch that is tried again is the same batch. Answers
 * how many messages were delivered; throws the first error that the caller gave up on.
 */
export async function sendDemo(send: SendDemo): Promise<number> {
  checkRun(send);
  const { batchSize = 500, concurrency = 4 } = send;
  if (batchSize < 1 || concurrency < 1) throw new RangeError('batchSize and concurrency: at least 1');
  const lanes: Lane[] = Array.from({ length: concurrency }, () => ({ batch: [], underWay: Promise.resolve() }));
  const state: Sending = { delivered: 0, customers: 0, failure: undefined };

  const dispatch = async (lane: Lane): Promise<void> => {
    await lane.underWay;
    const { batch } = lane;
    lane.batch = [];
    if (batch.length === 0 || state.failure !== undefined) return;
    lane.underWay = deliver(send, batch).then(
      () => {
        state.delivered += batch.length;
        send.onProgress?.({ customers: state.customers, of: send.customers, messages: state.delivered });
      },
      (error: unknown) => {
        state.failure ??= { error };
      },
    );
  };

  for (let k = 0; k < send.customers && state.failure === undefined; k += 1) {
    const lane = lanes[k % lanes.length];
    if (lane === undefined) continue;
    for (const message of customerStory(send.seed, k, send.until)) {
      lane.batch.push(message);
      if (lane.batch.length >= batchSize) await dispatch(lane);
    }
    state.customers = k + 1;
  }
  await Promise.all(lanes.map(dispatch));
  await Promise.all(lanes.map((lane) => lane.underWay));
  if (state.failure !== undefined) throw state.failure.error;
  return state.delivered;
}

async function deliver(send: SendDemo, batch: readonly SegmentMessage[]): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    send.signal?.throwIfAborted();
    try {
      await send.post(batch);
      return;
    } catch (error) {
      const again = (await send.backOff?.(error, attempt)) ?? false;
      if (!again) throw error;
    }
  }
}
