#!/usr/bin/env node
// The command line, `kept …`, from a clone. What is looked at in a browser has its pages built first.
import { runFile } from './run.mjs';

const args = process.argv.slice(2);
const isLookedAt = (args[0] === 'demo' && !args.includes('--remove')) || args[0] === 'start';
runFile('src/server/cli/main.ts', args, { web: isLookedAt && !args.includes('--help') });
