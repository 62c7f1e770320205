import type { MailTrouble } from '../../shared/scalars.ts';

/** Why a letter did not go, in one of our codes. */
export class LetterRefused extends Error {
  readonly trouble: MailTrouble;
  /** The mail server's own code (RFC 5321, 4.2), where it said one. */
  readonly reply: number | undefined;
  /** True where trying again as it is would change nothing: this reader or this letter is refused for good. */
  readonly forGood: boolean;

  constructor(trouble: MailTrouble, reply?: number) {
    super(trouble);
    this.name = 'LetterRefused';
    this.trouble = trouble;
    this.reply = reply;
    this.forGood =
      (trouble === 'reader-refused' || trouble === 'content-refused') && reply !== undefined && reply >= 500;
  }
}

const byCode: Readonly<Record<string, MailTrouble>> = {
  EDNS: 'unknown-host',
  ENOTFOUND: 'unknown-host',
  ETIMEDOUT: 'timeout',
  EAUTH: 'wrong-password',
  ENOAUTH: 'wrong-password',
  EREQUIRETLS: 'no-tls',
  EMESSAGE: 'content-refused',
};

/** Names what the library for mail says went wrong. */
export function refusedLetter(error: unknown): LetterRefused {
  if (error instanceof LetterRefused) return error;
  const code = String(partOf(error, 'code') ?? '');
  const said = partOf(error, 'responseCode');
  const reply = typeof said === 'number' ? said : undefined;
  const message = error instanceof Error ? error.message : '';
  return new LetterRefused(troubleOf(code, reply, String(partOf(error, 'command') ?? ''), message), reply);
}

function troubleOf(code: string, reply: number | undefined, command: string, message: string): MailTrouble {
  const known = byCode[code];
  if (reply !== undefined && reply >= 400 && reply < 500) return 'busy';
  if (known !== undefined) return known;
  if (/certificate|altnames|self.signed|CERT_/i.test(message)) return 'certificate';
  if (code === 'ETLS' || /wrong version number|SSL routines|packet length too long/i.test(message)) return 'no-tls';
  if (command === 'MAIL FROM') return 'sender-refused';
  if (command === 'RCPT TO' || code === 'EENVELOPE') return 'reader-refused';
  if (command === 'DATA') return 'content-refused';
  if (/ECONNREFUSED|ECONNRESET|EHOSTUNREACH|ENETUNREACH/.test(message) || code === 'ECONNECTION') return 'refused';
  return 'other';
}

function partOf(error: unknown, name: string): unknown {
  return typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
}
