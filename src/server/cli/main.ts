import { Command } from 'commander';
import { type Config, readConfig } from '../platform/config.ts';
import { type Exit, endOf, exits, stop } from './exit.ts';
import { takeFolder } from './house.ts';
import { openShow, type Show } from './show.ts';
import { words } from './words.ts';

interface Common {
  readonly json?: boolean;
}

/** The settings, refused as wrong use where a value makes no sense. */
function settings(): Config {
  try {
    return readConfig();
  } catch (error) {
    return stop(exits.wrongUse, error instanceof Error ? error.message : String(error));
  }
}

let exit: Exit = exits.done;

/** Runs a command's work and remembers how it ended. */
function does<Options extends Common>(work: (config: Config, options: Options, show: Show) => Promise<Exit>) {
  return async (options: Options) => {
    exit = await work(settings(), options, openShow(options));
  };
}

function program(): Command {
  const kept = new Command('kept').description(words.about).addHelpText('after', words.more);
  kept.exitOverride().showHelpAfterError('(kept --help says what there is)');
  const command = (name: string, about: string) =>
    kept.command(name).description(about).option('--json', words.jsonOption).exitOverride();

  command('start', words.commands.start)
    .option('--demo', 'serve the demo company beside it')
    .option('--extract', 'load the extract of a real shop (UCI Online Retail)')
    .action(
      does(async (config, options: Common & { demo?: boolean; extract?: boolean }, show) => {
        const release = await takeFolder(config);
        const { start } = await import('./start.ts');
        const ended = await start(config, options, show);
        await release();
        return ended;
      }),
    );
  command('migrate', words.commands.migrate).action(
    does(async (config, _options, show) => (await import('./backup.ts')).migrate(config, show)),
  );
  command('backup', words.commands.backup)
    .argument('[file]', 'a file that does not exist yet (kept-data/backups/kept-<time>.kept)')
    .action(async (file: string | undefined, options: Common) =>
      does(async (config, _options, show) => (await import('./backup.ts')).backup(config, file, show))(options),
    );
  command('restore', words.commands.restore)
    .argument('<file>', 'a backup')
    .action(async (file: string, options: Common) =>
      does(async (config, _options, show) => (await import('./backup.ts')).restore(config, file, show))(options),
    );
  command('verify', words.commands.verify).action(
    does(async (config, _options, show) => (await import('./verify.ts')).verify(config, show)),
  );
  command('doctor', words.commands.doctor).action(
    does(async (config, _options, show) => (await import('./doctor.ts')).doctor(config, show)),
  );
  return kept;
}

/** Until a command says otherwise a signal ends it in order: what it started ends with it, what it began is taken away. */
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => process.exit(exits.fault));

try {
  await program().parseAsync();
} catch (error) {
  const end = endOf(error);
  exit = end.exit;
  if (end.message !== '') process.stderr.write(`kept: ${end.message}\n`);
}
process.exit(exit);
