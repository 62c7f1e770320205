import { Agent, request } from 'undici';

/** How a run of requests went. */
export interface Run {
  readonly count: number;
  readonly ms: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** Sends requests one after the other on each of `connections` connections, until all are answered. */
export async function load(
  origin: string,
  requests: readonly { path: string; body?: string }[],
  options: { connections: number; authorization: string },
): Promise<Run> {
  const agent = new Agent({ connections: options.connections, pipelining: 1 });
  const took: number[] = [];
  let next = 0;
  const began = performance.now();
  const lane = async () => {
    while (next < requests.length) {
      const one = requests[next++];
      if (one === undefined) return;
      const start = performance.now();
      const answer = await request(`${origin}${one.path}`, {
        method: one.body === undefined ? 'GET' : 'POST',
        dispatcher: agent,
        headers: { 'content-type': 'application/json', authorization: options.authorization },
        body: one.body ?? null,
      });
      const text = await answer.body.text();
      if (answer.statusCode !== 200) throw new Error(`${one.path}: ${answer.statusCode} ${text.slice(0, 300)}`);
      took.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: options.connections }, lane));
  await agent.close();
  return { count: requests.length, ms: performance.now() - began, ...quantiles(took) };
}

/** Median, 95th and 99th percentile. */
export function quantiles(took: readonly number[]): { p50: number; p95: number; p99: number } {
  const sorted = [...took].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}
