import type { Config } from '../platform/config.ts';
import { openServer, type Server } from './ask.ts';
import { commandLog, findServer, reachDatabase, takeFolder } from './house.ts';
import type { Show } from './show.ts';
import { upgrade } from './upgrade.ts';

/** Works with the server that runs on this data folder; where none does, with one of our own for as long as it takes. */
export async function withServer<T>(config: Config, show: Show, work: (server: Server) => Promise<T>): Promise<T> {
  const running = await findServer(config);
  if (running !== undefined) return closing(openServer(running.url, config), work);
  return withOwnServer(config, show, work);
}

async function closing<T>(server: Server, work: (server: Server) => Promise<T>): Promise<T> {
  try {
    return await work(server);
  } finally {
    server.close();
  }
}

/** It listens on this machine alone, on a port that nobody knows. */
async function withOwnServer<T>(config: Config, show: Show, work: (server: Server) => Promise<T>): Promise<T> {
  const log = commandLog(config);
  const release = config.databaseUrl === undefined ? async () => {} : await takeFolder(config);
  const database = await reachDatabase(config, log);
  try {
    await upgrade(config, database.url, show);
    const { serve } = await import('./serve.ts');
    const alone = { ...config, host: '127.0.0.1', port: 0, tls: undefined };
    const served = await serve({ config: alone, databaseUrl: database.url, log });
    try {
      return await closing(openServer(served.localUrl, alone), work);
    } finally {
      await served.close();
    }
  } finally {
    await database.close();
    await release();
  }
}
