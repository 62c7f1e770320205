import { type Exit, endOf, exits } from './exit.ts';
import { endOfRun, program } from './program.ts';

/** Until a command says otherwise a signal ends it in order: what it started ends with it, what it began is taken away. */
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => process.exit(exits.fault));

let exit: Exit;
try {
  await program().parseAsync();
  exit = endOfRun();
} catch (error) {
  const end = endOf(error);
  exit = end.exit;
  if (end.message !== '') process.stderr.write(`kept: ${end.message}\n`);
}
process.exit(exit);
