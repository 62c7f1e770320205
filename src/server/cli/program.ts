import { Command, InvalidArgumentError } from 'commander';
import { instant as instantScalar } from '../../shared/scalars.ts';
import { instantOf } from '../platform/clock.ts';
import { type Config, readConfig } from '../platform/config.ts';
import type { DemoOptions } from './demo.ts';
import { type Exit, exits, stop } from './exit.ts';
import { takeFolder } from './house.ts';
import type { ImportOptions } from './import.ts';
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

interface DemoFlags extends Common, DemoOptions {
  readonly remove?: boolean;
  readonly yes?: boolean;
}

/** A whole number within bounds. */
function whole(least: number, most: number) {
  return (text: string) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= least && value <= most) return value;
    throw new InvalidArgumentError(words.notWithin(least, most));
  };
}

/** An instant, as ISO 8601 has it. */
function instant(text: string): string {
  const read = instantScalar.safeParse(text);
  if (!read.success) throw new InvalidArgumentError(words.notAnInstant);
  return instantOf(read.data).toISOString();
}

let exit: Exit = exits.done;

/** How the command that ran has ended. */
export function endOfRun(): Exit {
  return exit;
}

/** Runs a command's work and remembers how it ended. */
function does<Options extends Common>(work: (config: Config, options: Options, show: Show) => Promise<Exit>) {
  return async (options: Options) => {
    exit = await work(settings(), options, openShow(options));
  };
}

/** Every command with its options. */
export function program(): Command {
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
  command('import', words.commands.import)
    .argument('[file]', 'a CSV file, gzip too')
    .option('--mapping <yaml>', 'how its columns are read')
    .option('--source <name>', 'the source that tells it (the name of the file)')
    .option('--dry', 'only say what importing would do')
    .option('--again', 'import bytes that were imported before')
    .option('--errors <csv>', 'write the bad rows into this file')
    .option('--resume <id>', 'go on with an import that was broken off, or look at one')
    .option('--undo <id>', 'take out everything that an import made')
    .action(async (file: string | undefined, options: Common & ImportOptions) =>
      does(async (config, _options, show) => (await import('./import.ts')).importFile(config, file, options, show))(
        options,
      ),
    );
  command('demo', words.commands.demo)
    .option('--customers <n>', 'how many customers (300); the first time only', whole(10, 1_000_000))
    .option('--seed <n>', 'another seed makes another company (1); the first time only', whole(0, 2 ** 31 - 1))
    .option('--until <instant>', "the company's story ends here (the start of this month)", instant)
    .option('--new-password', 'give the administrator of the demo a new password, printed once')
    .option('--remove', 'remove the demo company: database and folder')
    .option('--yes', 'remove without being asked')
    .action(
      does(async (config, options: DemoFlags, show) => {
        const { demo, removeDemo } = await import('./demo.ts');
        return options.remove === true ? removeDemo(config, options, show) : demo(config, options, show);
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
