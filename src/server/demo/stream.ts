import type { SegmentMessage } from './message.ts';
import { customerStory } from './story.ts';

/** What a demo is made from: the same three give the same bytes. */
export interface DemoRun {
  /** 10 to 1 000 000. */
  readonly customers: number;
  readonly seed: number;
  /** ISO 8601; nothing happens after it. */
  readonly until: string;
}

/** Refuses sizes that the demo was not made for. */
export function checkRun(run: DemoRun): void {
  if (!Number.isInteger(run.customers) || run.customers < 10 || run.customers > 1_000_000) {
    throw new RangeError('customers: a whole number from 10 to 1000000');
  }
  if (!Number.isInteger(run.seed)) throw new RangeError('seed: a whole number');
}

/** All messages, one customer after the other and each in his own order of time; memory stays that of one customer. */
export function* demoMessages(run: DemoRun): Generator<SegmentMessage> {
  checkRun(run);
  for (let k = 0; k < run.customers; k += 1) yield* customerStory(run.seed, k, run.until);
}
