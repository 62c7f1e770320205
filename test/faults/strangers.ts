import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathOf } from '../../src/shared/contract.ts';
import { list } from '../../src/shared/customers.ts';
import { insides } from '../support/insides.ts';
import { check } from './checker.ts';
import { type Hostile, hostileInputs } from './hostile-inputs.ts';
import { openLedger } from './ledger.ts';
import { startLoad } from './load.ts';
import { ackedOf, sentOf } from './rounds.ts';
import type { ServerProcess } from './server-process.ts';

/** What became of the house while strangers did what they do: in one line, and everything that was wrong. */
export interface Besieged {
  readonly line: string;
  readonly faults: readonly string[];
  readonly acked: number;
}

const mostMemory = 600_000_000;

/** Every hostile input, so many times over and twenty at once, beside writers and a reader who want their answers. */
export async function runHostileDrill(house: ServerProcess, times: number, quietMs = 1_500): Promise<Besieged> {
  const { writeKey } = await house.makeSource('Stranger');
  const inputs = hostileInputs({ cookie: house.cookie, writeKey });
  const port = Number(new URL(house.origin).port);
  return besiege(house, { name: `hostile-${times}`, quietMs }, async ({ faults }) => {
    const queue = Array.from({ length: times }, () => inputs).flat();
    const answers = new Map<string, number>();
    const stranger = async () => {
      for (let input = queue.pop(); input !== undefined; input = queue.pop()) {
        const came = await send(port, input);
        const status = /^HTTP\/1\.1 (\d{3})/.exec(came)?.[1] ?? 'closed';
        answers.set(status, (answers.get(status) ?? 0) + 1);
        if (/^5(?!03)/.test(status)) faults.push(`${status} to ${input.what}`);
        if (insides.test(came)) faults.push(`our insides told to ${input.what}`);
      }
    };
    await Promise.all(Array.from({ length: 20 }, stranger));
    const told = [...answers].toSorted().map(([status, count]) => `${status}×${count}`);
    return `${inputs.length * times} hostile inputs (${told.join(' ')})`;
  });
}

/** More connections than the server may have files, held for a while: it goes on, and is whole when they are gone. */
export async function runFloodDrill(
  house: ServerProcess,
  connections: number,
  seconds: number,
  quietMs = 1_500,
): Promise<Besieged> {
  const port = Number(new URL(house.origin).port);
  return besiege(house, { name: `flood-${connections}`, quietMs }, async ({ faults }) => {
    const sockets = Array.from({ length: connections }, () => idle(port));
    await pause(seconds * 1_000);
    const open = sockets.filter((socket) => !socket.destroyed).length;
    for (const socket of sockets) socket.destroy();
    const since = performance.now();
    while (!(await isAnswered(house))) {
      if (performance.now() - since > 10_000) {
        faults.push('ten seconds after the flood it still did not answer');
        break;
      }
      await pause(50);
    }
    return `${connections} connections for ${seconds} s, ${open} held; answered ${Math.round(performance.now() - since)} ms after`;
  });
}

/** Writers and a reader in a house, first in quiet, then beside `work`; then everything acknowledged is looked for. */
async function besiege(
  house: ServerProcess,
  { name, quietMs }: { readonly name: string; readonly quietMs: number },
  work: (scene: { faults: string[] }) => Promise<string>,
): Promise<Besieged> {
  const source = await house.makeSource(name);
  const ledger = openLedger(join(house.folder, `${name}.ledger`));
  const faults: string[] = [];
  const load = startLoad({ origin: house.origin, writeKey: source.writeKey, name, ledger, writers: 3 });
  await load.firstAckSince(0.001);
  const { pid } = house;
  const quiet = await readWhile(house, pause(quietMs));
  let memory = 0;
  const watch = setInterval(() => {
    memory = Math.max(memory, house.memory());
  }, 50);
  let what = '';
  const beside = await readWhile(
    house,
    work({ faults }).then((told) => {
      what = told;
    }),
  );
  clearInterval(watch);
  const back = await load.firstAckSince(performance.now());
  await load.settle();
  ledger.close();
  if (house.pid !== pid) faults.push('the server was not the same afterwards');
  if (memory > mostMemory) faults.push(`the server held ${Math.round(memory / 1e6)} MB`);
  if (ledger.ops.some((op) => op.outcome !== 'acked')) faults.push('something was never acknowledged');
  const { lost, dup, ghost, wrong, broken } = await check(house.databaseUrl(), source.sourceId, sentOf(ledger));
  if (lost + dup + ghost + wrong > 0) faults.push(`lost ${lost} dup ${dup} ghost ${ghost} wrong ${wrong}`);
  faults.push(...broken, ...house.deaths.splice(0), ...load.odd.map((one) => `an answer that should not be: ${one}`));
  const acked = ackedOf(ledger.ops);
  const times = `reads p99 ${quiet} ms in quiet, ${beside} ms beside it`;
  const line = `${what}; ${acked} acked, ${times}, back in ${Math.round(back)} ms, ${Math.round(memory / 1e6)} MB`;
  return { line, faults, acked };
}

/** Reads a list again and again until `work` ends; the time that all but one in a hundred were answered in, in ms. */
async function readWhile(house: ServerProcess, work: Promise<unknown>): Promise<number> {
  const times: number[] = [];
  let open = true;
  const ended = work.finally(() => {
    open = false;
  });
  while (open) {
    const since = performance.now();
    await isAnswered(house);
    times.push(performance.now() - since);
    await pause(5);
  }
  await ended;
  return Math.round(times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? 0);
}

async function isAnswered(house: ServerProcess): Promise<boolean> {
  const came = await fetch(`${house.origin}${pathOf(list)}`, {
    headers: { cookie: house.cookie },
    signal: AbortSignal.timeout(5_000),
  }).catch(() => undefined);
  await came?.arrayBuffer().catch(() => undefined);
  return came?.status === 200;
}

/** What came until the connection was closed, or for five seconds. */
function send(port: number, input: Hostile): Promise<string> {
  return new Promise((resolve) => {
    let came = '';
    let at = 0;
    const socket = connect(port, '127.0.0.1', () => {
      if (!input.slowly) return void socket.write(input.bytes);
      const begun = input.bytes.length - 40;
      socket.write(input.bytes.subarray(0, begun));
      const drip = setInterval(() => {
        socket.write(input.bytes.subarray(begun + at, begun + at + 1));
        at += 1;
        if (at === 20) socket.destroy();
      }, 50);
      socket.once('close', () => clearInterval(drip));
    });
    socket.setTimeout(5_000, () => socket.destroy());
    socket.on('data', (chunk) => {
      came += chunk.toString('latin1');
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(came));
  });
}

function idle(port: number): Socket {
  const socket = connect(port, '127.0.0.1', () => socket.write('POST /v1/batch HTTP/1.1\r\nHost: x\r\n'));
  socket.on('error', () => undefined);
  return socket;
}
