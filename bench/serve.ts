import { openKept } from '../src/server/kept.ts';
import { readConfig } from '../src/server/platform/config.ts';
import { openLog } from '../src/server/platform/log.ts';
import { makeLocalToken } from '../src/server/staff/local-token.ts';

// The server process of a benchmark: everything on, as in production.
const config = readConfig();
const kept = await openKept({ config, databaseUrl: config.databaseUrl ?? '', log: openLog(config.logLevel) });
const token = makeLocalToken(config);
const origin = await kept.listen();
process.stdout.write(`${JSON.stringify({ origin, token })}\n`);
process.on('SIGTERM', () => void kept.close().then(() => process.exit(0)));
