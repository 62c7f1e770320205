import pg from 'pg';

/** Which database, and under which name the connection is seen there. */
export interface ClientAddress {
  readonly url: string;
  readonly name: string;
  /** Settings of the session, as PostgreSQL's own command line has them (`-c …`). */
  readonly settings?: string;
}

/** Works over one connection of its own (opened within 10 s, else it throws), and ends it whatever comes of it. */
export async function withClient<T>(address: ClientAddress, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    connectionString: address.url,
    connectionTimeoutMillis: 10_000,
    application_name: address.name,
    options: address.settings,
  });
  // A connection that is cut tells whoever waits for a statement; with nobody listening it would end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
