// npm start: makes ready, builds the web pages where they changed, and starts the server.
import { runFile } from './run.mjs';

runFile('src/server/cli/main.ts', ['start', ...process.argv.slice(2)], { web: true });
