import { createTransport } from 'nodemailer';
import type { Log } from './log.ts';

/** A message to one person here. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Same id, same letter: a receiver may drop the second. */
  readonly messageId: string;
}

/** Sends mail where it is set up; everything also works without. */
export interface Mail {
  /** True when letters can be sent. */
  readonly ready: boolean;
  send(letter: Letter): Promise<void>;
}

/** Opens the mail of this house; without an SMTP address nothing is sent. */
export function openMail(options: { smtpUrl: string | undefined; from: string; log: Log }): Mail {
  if (options.smtpUrl === undefined) {
    return { ready: false, send: async () => options.log.debug({}, 'no mail is set up; nothing sent') };
  }
  const transport = createTransport(options.smtpUrl);
  return {
    ready: true,
    async send(letter) {
      await transport.sendMail({
        from: options.from,
        to: letter.to,
        subject: letter.subject,
        text: letter.text,
        messageId: `<${letter.messageId}>`,
      });
    },
  };
}

/** Why no letter could be sent now, by asking the mail server without sending; undefined where it takes letters. */
export async function canSend(smtpUrl: string): Promise<string | undefined> {
  const transport = createTransport({ url: smtpUrl, connectionTimeout: 5_000, greetingTimeout: 5_000 });
  try {
    await transport.verify();
    return undefined;
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  } finally {
    transport.close();
  }
}
