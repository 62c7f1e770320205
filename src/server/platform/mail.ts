import { createTransport, type Transporter } from 'nodemailer';
import type { Log } from './log.ts';
import { LetterRefused, refusedLetter } from './mail-trouble.ts';

/** A message to one person here. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Same id, same letter: a receiver may drop the second. */
  readonly messageId: string;
}

/** How a mail server is reached, and in whose name. */
export interface MailSettings {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; STARTTLS, without which nothing is sent; or in the clear. */
  readonly security: 'tls' | 'starttls' | 'none';
  readonly user: string | undefined;
  readonly password: string | undefined;
  readonly fromAddress: string;
  readonly fromName: string | undefined;
}

/** Sends mail where it is set up; everything also works without. */
export interface Mail {
  /** True when letters can be sent. */
  readonly ready: boolean;
  /** True where the environment says how: then no setting changes it. */
  readonly isFixed: boolean;
  /** Sends within so many milliseconds, or throws a `LetterRefused`; does nothing where no mail is set up. */
  send(letter: Letter, withinMs?: number): Promise<void>;
  /** Sends from now on by these settings, or (without) no longer, unless the environment says how. */
  use(settings: MailSettings | undefined): void;
}

/** A letter that takes longer than this (milliseconds) did not go. */
export const longestSendMs = 40_000;
/** So long a letter is tried while somebody waits for the answer, in milliseconds. */
export const tryMs = 8_000;

interface Way {
  readonly transport: Transporter;
  readonly from: string | { readonly name: string; readonly address: string };
}

/** Opens the mail of this house: by the environment's SMTP address, else by what `use` is told. */
export function openMail(options: { smtpUrl: string | undefined; from: string; log: Log }): Mail {
  const isFixed = options.smtpUrl !== undefined;
  let way: Way | undefined;
  if (options.smtpUrl !== undefined) {
    way = { transport: createTransport({ url: options.smtpUrl, ...patience }), from: options.from };
  }
  return {
    isFixed,
    get ready() {
      return way !== undefined;
    },
    async send(letter, withinMs = longestSendMs) {
      if (way === undefined) return options.log.debug({}, 'no mail is set up; nothing sent');
      await post(way, letter, withinMs);
    },
    use(settings) {
      if (isFixed) return;
      way?.transport.close();
      way = settings === undefined ? undefined : wayOf(settings);
    },
  };
}

const patience = { connectionTimeout: tryMs, greetingTimeout: tryMs, socketTimeout: 30_000 };

function wayOf(settings: MailSettings): Way {
  const { host, port, security, user, password, fromAddress, fromName } = settings;
  const transport = createTransport({
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    ...(user === undefined ? {} : { auth: { user, pass: password ?? '' } }),
    ...patience,
  });
  return { transport, from: fromName === undefined ? fromAddress : { name: fromName, address: fromAddress } };
}

async function post({ transport, from }: Way, letter: Letter, withinMs: number): Promise<void> {
  const { to, subject, text, messageId } = letter;
  const sent = transport.sendMail({ from, to, subject, text, messageId: `<${messageId}>` });
  await within(withinMs, sent).catch((error: unknown) => {
    throw refusedLetter(error);
  });
}

async function within(ms: number, work: Promise<unknown>): Promise<void> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new LetterRefused('timeout')), ms);
  try {
    await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** Sends one letter by settings that are being tried, within 8 seconds; gives back why it did not go. */
export async function trySettings(settings: MailSettings, letter: Letter): Promise<LetterRefused | undefined> {
  const way = wayOf(settings);
  try {
    await post(way, letter, tryMs);
    return undefined;
  } catch (error) {
    return refusedLetter(error);
  } finally {
    way.transport.close();
  }
}

/** Why no letter could be sent now, by asking the mail server without sending; undefined where it takes letters. */
export async function canSend(smtpUrl: string): Promise<string | undefined> {
  const transport = createTransport({ url: smtpUrl, connectionTimeout: 5_000, greetingTimeout: 5_000 });
  try {
    await transport.verify();
    return undefined;
  } catch (error) {
    return refusedLetter(error).trouble;
  } finally {
    transport.close();
  }
}
