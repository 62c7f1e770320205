import { CommanderError } from 'commander';
import { words } from './words.ts';

/** How a command ends: done, a fault of ours, used wrongly, damage found, refused or busy. */
export const exits = { done: 0, fault: 1, wrongUse: 2, damage: 3, refused: 4 } as const;
/** One of `exits`. */
export type Exit = (typeof exits)[keyof typeof exits];

/** An end that was foreseen, with its words for the person at the terminal. */
export class Stop extends Error {
  readonly exit: Exit;
  constructor(exit: Exit, message: string) {
    super(message);
    this.name = 'Stop';
    this.exit = exit;
  }
}

/** Ends the command with words. */
export function stop(exit: Exit, message: string): never {
  throw new Stop(exit, message);
}

/** Errors that say no, by name: nothing was touched. */
const refusing = new Set(['EmbeddedBusy', 'MigrationRefused', 'BackupRefused', 'UnsafeSettings', 'Refused']);

/** How an error ends the command, and what to say; never with an address or a password of the database. */
export function endOf(error: unknown): { exit: Exit; message: string } {
  if (error instanceof Stop) return { exit: error.exit, message: error.message };
  if (error instanceof CommanderError) return { exit: error.exitCode === 0 ? exits.done : exits.wrongUse, message: '' };
  if (!(error instanceof Error)) return { exit: exits.fault, message: String(error) };
  if (refusing.has(error.name)) return { exit: exits.refused, message: error.message };
  const code = codeOf(error);
  if (isDamage(code)) return { exit: exits.damage, message: words.damagedPage(error.message) };
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'ETIMEDOUT')
    return { exit: exits.fault, message: words.databaseAway(code) };
  return { exit: exits.fault, message: error.message };
}

/** The code of a database's or the system's error; empty where there is none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** True for PostgreSQL's words for a page that is not what was written. */
export function isDamage(code: string): boolean {
  return code === 'XX001' || code === 'XX002';
}
