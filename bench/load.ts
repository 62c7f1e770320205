import { connect, type Socket } from 'node:net';

/** How a run of requests went. */
export interface Run {
  readonly count: number;
  readonly ms: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/**
 * Sends requests one after the other on each of `connections` connections, until all are answered. Speaks HTTP over plain
 * sockets: on the machine that it shares with the server, a full client would cost more than what it measures.
 */
export async function load(
  origin: string,
  requests: readonly { path: string; body?: string }[],
  options: { connections: number; authorization: string } | { connections: number; cookie: string },
): Promise<Run> {
  const { hostname, port } = new URL(origin);
  const shown = 'cookie' in options ? `cookie: ${options.cookie}` : `authorization: ${options.authorization}`;
  const head = `host: ${hostname}:${port}\r\n${shown}\r\n`;
  const texts = requests.map(({ path, body }) =>
    body === undefined
      ? `GET ${path} HTTP/1.1\r\n${head}\r\n`
      : `POST ${path} HTTP/1.1\r\n${head}content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
  const took: number[] = [];
  let next = 0;
  const lane = async () => {
    const socket = connect(Number(port), hostname).setNoDelay(true);
    const read = answersOf(socket);
    while (next < texts.length) {
      const at = next++;
      const start = performance.now();
      socket.write(texts[at] ?? '');
      const answer = await read();
      if (!answer.startsWith('HTTP/1.1 200')) throw new Error(`${requests[at]?.path}: ${answer.slice(0, 600)}`);
      took.push(performance.now() - start);
    }
    socket.destroy();
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: options.connections }, lane));
  return { count: requests.length, ms: performance.now() - began, ...quantiles(took) };
}

/** Reads one whole answer at a time; the servers under test say its length or send it in chunks. */
function answersOf(socket: Socket): () => Promise<string> {
  let text = '';
  let waiting: { done: (answer: string) => void; failed: (error: Error) => void } | undefined;
  socket.setEncoding('latin1');
  socket.on('data', (part) => {
    text += part;
    const end = endOf(text);
    if (end === undefined) return;
    const answer = text.slice(0, end);
    text = text.slice(end);
    waiting?.done(answer);
  });
  const lost = () => waiting?.failed(new Error('the server ended the connection'));
  socket.on('error', lost).on('close', lost);
  return () =>
    new Promise((done, failed) => {
      waiting = { done, failed };
    });
}

function endOf(text: string): number | undefined {
  const body = text.indexOf('\r\n\r\n') + 4;
  if (body < 4) return undefined;
  const head = text.slice(0, body);
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  if (length !== undefined) return text.length >= body + Number(length) ? body + Number(length) : undefined;
  const last = text.indexOf('\r\n0\r\n\r\n', body - 2);
  return last < 0 ? undefined : last + 7;
}

/** Median, 95th and 99th percentile. */
export function quantiles(took: readonly number[]): { p50: number; p95: number; p99: number } {
  const sorted = [...took].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}
