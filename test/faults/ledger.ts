import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';

/** A message as it is sent: of the Segment Spec. */
export interface Message {
  readonly type: 'track';
  readonly messageId: string;
  readonly userId: string;
  readonly event: string;
  readonly timestamp: string;
  readonly properties: Readonly<Record<string, unknown>> & { readonly words: string };
}

/** What a writer asks once and repeats, with the same ids, until it is acknowledged. */
export interface Op {
  readonly id: string;
  readonly writer: number;
  /** Which one of its writer's, from 0. */
  readonly no: number;
  readonly path: '/v1/batch' | '/v1/track';
  readonly messages: readonly Message[];
  /** What the messages' purchases come to, in minor units, by message id. */
  readonly minor: ReadonlyMap<string, number>;
  outcome: 'open' | 'acked' | 'err' | 'unknown';
  /** When it was acknowledged, by `performance.now()`. */
  ackedMs: number;
}

/** A file of what was sent and what came back, written before and after each try. */
export interface Ledger {
  readonly ops: readonly Op[];
  begin(op: Op): void;
  end(op: Op, outcome: 'acked' | 'err' | 'unknown', about: string): void;
  close(): void;
}

/** What makes a message the one that was sent. */
export function sealOf(message: Pick<Message, 'messageId' | 'userId' | 'event' | 'timestamp'>, words: string): string {
  const { messageId, userId, event, timestamp } = message;
  return createHash('sha256').update([messageId, userId, event, timestamp, words].join('\n')).digest('hex');
}

/** Opens a ledger in a new file; it reaches the disk itself every 100 lines. */
export function openLedger(path: string): Ledger {
  const fd = openSync(path, 'wx', 0o600);
  const ops: Op[] = [];
  let lines = 0;
  const write = (line: object) => {
    writeSync(fd, `${JSON.stringify(line)}\n`);
    lines += 1;
    if (lines % 100 === 0) fsyncSync(fd);
  };
  return {
    ops,
    begin(op) {
      if (op.outcome === 'open') {
        ops.push(op);
        write({ op: op.id, sends: op.messages.map((one) => [one.messageId, sealOf(one, one.properties.words)]) });
      } else write({ op: op.id, again: true });
    },
    end(op, outcome, about) {
      op.outcome = outcome;
      if (outcome === 'acked') op.ackedMs = performance.now();
      write({ op: op.id, outcome, about });
    },
    close: () => closeSync(fd),
  };
}
