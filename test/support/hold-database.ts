// A process that opens an embedded database and holds it until it is killed: node hold-database.ts FOLDER
import { startEmbedded } from '../../src/server/platform/database/embedded.ts';

const quiet = { debug() {}, info() {}, warn() {}, error: console.error };
const embedded = await startEmbedded({ folder: process.argv[2] ?? '', log: quiet });
process.stdout.write(`${JSON.stringify({ url: embedded.url, pid: embedded.pid })}\n`);
setInterval(() => {}, 1000);
