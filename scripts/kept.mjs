#!/usr/bin/env node
// The command "kept", from any folder.
import { runFile } from './run.mjs';

runFile('src/server/cli/main.ts', process.argv.slice(2), { web: false });
