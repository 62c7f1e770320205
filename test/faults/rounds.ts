import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { rowsAt } from '../support/database.ts';
import { check, type Sent, type Verdict } from './checker.ts';
import { type Ledger, type Op, openLedger, sealOf } from './ledger.ts';
import { type Load, startLoad } from './load.ts';
import type { ServerProcess } from './server-process.ts';

/** What is killed under load. */
export const kinds = ['server', 'database', 'both', 'sigterm'] as const;
export type Kind = (typeof kinds)[number];

/** Until something sent after the fault is acknowledged, milliseconds at most; counted, not failed: clocks are noisy. */
export const limitMs: Readonly<Record<Kind, number>> = { server: 3_000, database: 5_000, both: 8_000, sigterm: 5_000 };

/** One round: what was acknowledged, what the checker found, how long nothing was taken, and what went wrong besides. */
export interface Round extends Verdict {
  readonly kind: Kind;
  readonly no: number;
  readonly acked: number;
  /** From the fault, or (server, sigterm) from the moment of the restart. */
  readonly backMs: number;
  readonly answers: string;
  readonly faults: readonly string[];
}

/** True where a round found nothing wrong. */
export function isGood(round: Round): boolean {
  return round.lost + round.dup + round.ghost + round.wrong + round.broken.length + round.faults.length === 0;
}

/** Runs rounds of one kind one after another in a house, telling each as it ends. */
export async function runRounds(
  house: ServerProcess,
  kind: Kind,
  rounds: number,
  tell: (round: Round) => void = () => undefined,
): Promise<Round[]> {
  const done: Round[] = [];
  for (let no = 1; no <= rounds; no += 1) {
    const round = await runRound(house, kind, no);
    done.push(round);
    tell(round);
  }
  return done;
}

async function runRound(house: ServerProcess, kind: Kind, no: number): Promise<Round> {
  const name = `${kind}-${no}`;
  const source = await house.makeSource(name);
  const ledger = openLedger(join(house.folder, `${name}.ledger`));
  const load = startLoad({ origin: house.origin, writeKey: source.writeKey, name, ledger });
  const faults: string[] = [];
  await load.firstAckSince(0.001);
  await pause(200 + Math.random() * 600);
  const backMs = await strike[kind]({ house, load, faults, sourceId: source.sourceId });
  await pause(150);
  await load.settle();
  ledger.close();
  const verdict = await check(house.databaseUrl(), source.sourceId, sentOf(ledger));
  faults.push(...load.odd.map((one) => `an answer that should not be: ${one}`), ...house.deaths.splice(0));
  if (ledger.ops.some((op) => op.outcome !== 'acked')) faults.push('something was never acknowledged');
  return {
    kind,
    no,
    ...verdict,
    acked: ackedOf(ledger.ops),
    backMs,
    answers: [...load.answers].map(([answer, times]) => `${answer}×${times}`).join(' '),
    faults,
  };
}

interface Scene {
  readonly house: ServerProcess;
  readonly load: Load;
  readonly faults: string[];
  readonly sourceId: string;
}

/** The fault itself, and how long it took until something sent since was acknowledged. */
const strike: Readonly<Record<Kind, (scene: Scene) => Promise<number>>> = {
  async server({ house, load }) {
    await house.end('SIGKILL');
    return restart(house, load);
  },
  async database({ house, load, faults }) {
    const { pid } = house;
    const at = performance.now();
    if (!house.killDatabase()) faults.push('there was no database to kill');
    const back = await load.firstAckSince(at + 50);
    if (house.pid !== pid) faults.push('the server was not the same afterwards');
    return back;
  },
  async both({ house, load }) {
    house.killDatabase();
    await house.end('SIGKILL');
    // Once more while it recovers.
    const starting = house.start().catch(() => undefined);
    await pause(200 + Math.random() * 1_500);
    house.killDatabase();
    if (Math.random() < 0.5) await house.end('SIGKILL');
    await starting;
    await house.end('SIGKILL');
    // A start whose database is killed under it may give up; the next one may not.
    house.deaths.splice(0);
    return restart(house, load);
  },
  async sigterm({ house, load, faults, sourceId }) {
    const { code, ms } = await house.end('SIGTERM');
    const goOn = load.hold();
    if (code !== 0) faults.push(`SIGTERM ended with ${code}`);
    if (ms > 10_000) faults.push(`SIGTERM took ${Math.round(ms)} ms`);
    const at = performance.now();
    await house.start();
    const unanswered = await unansweredOf(house.databaseUrl(), sourceId, load.ops);
    if (unanswered > 0) faults.push(`${unanswered} messages were taken, and their sender was not told`);
    goOn();
    return (await load.firstAckSince(at)) || 0;
  },
};

async function restart(house: ServerProcess, load: Load): Promise<number> {
  const at = performance.now();
  const [, back] = await Promise.all([house.start(), load.firstAckSince(at)]);
  return back;
}

/** Messages that were committed though their sender got no answer. */
async function unansweredOf(url: string, sourceId: string, ops: readonly Op[]): Promise<number> {
  const ids = ops.filter((op) => op.outcome !== 'acked').flatMap((op) => op.messages.map((one) => one.messageId));
  const [row] = await rowsAt(
    url,
    `select count(*)::int as n from memory.event where source_id = $1 and payload->>'messageId' = any ($2)`,
    [sourceId, ids],
  );
  return Number(row?.['n']);
}

/** What the ledger says of each message. */
export function sentOf(ledger: Pick<Ledger, 'ops'>): Map<string, Sent> {
  return new Map(
    ledger.ops.flatMap((op) =>
      op.messages.map((one): [string, Sent] => [
        one.messageId,
        {
          seal: sealOf(one, one.properties.words),
          acked: op.outcome === 'acked',
          minor: op.minor.get(one.messageId),
        },
      ]),
    ),
  );
}

/** How many messages were acknowledged. */
export function ackedOf(ops: readonly Op[]): number {
  return ops.reduce((sum, op) => sum + (op.outcome === 'acked' ? op.messages.length : 0), 0);
}
