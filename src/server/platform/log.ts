import { destination, pino } from 'pino';

/** Where the server says what it does; never customers' words, keys or secrets. */
export interface Log {
  debug(about: object, message: string): void;
  info(about: object, message: string): void;
  warn(about: object, message: string): void;
  error(about: object, message: string): void;
}

/** Opens the log of this process: JSON lines, secrets struck out; on the standard output, or `to` a file or descriptor. */
export function openLog(level: string, to: string | number = 1): Log {
  const options = {
    level,
    base: null,
    redact: {
      paths: ['password', 'token', 'secret', 'url', '*.password', '*.token', '*.secret', '*.authorization', '*.cookie'],
      censor: '…',
    },
  };
  return pino(options, destination({ dest: to, mkdir: true, sync: true }));
}
