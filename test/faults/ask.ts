import http from 'node:http';

/** What came back, or why nothing did: a broken connection leaves open what became of the request. */
export type Came =
  | { readonly status: number; readonly body: string; readonly headers: http.IncomingHttpHeaders }
  | { readonly status: undefined; readonly why: string };

/** Posts JSON over a kept connection, as a client does that knows nothing of Kept but its address. */
export type Poster = (path: string, body: string, headers: Readonly<Record<string, string>>) => Promise<Came>;

/** Opens connections to a server; `close` lets go of them. */
export function openPoster(origin: string, timeoutMs: number): { post: Poster; close(): void } {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 32 });
  const post: Poster = (path, body, headers) =>
    new Promise((resolve) => {
      const failed = (error: NodeJS.ErrnoException) => resolve({ status: undefined, why: error.code ?? error.message });
      const request = http.request(
        `${origin}${path}`,
        { method: 'POST', agent, headers: { ...headers, 'content-length': Buffer.byteLength(body) } },
        (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.on('error', failed);
          answer.on('end', () =>
            resolve({
              status: answer.statusCode ?? 0,
              body: Buffer.concat(chunks).toString('utf8'),
              headers: answer.headers,
            }),
          );
        },
      );
      request.setTimeout(timeoutMs, () => request.destroy(new Error('timeout')));
      request.on('error', failed);
      request.end(body);
    });
  return { post, close: () => agent.destroy() };
}
