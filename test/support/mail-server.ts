import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';

/** A letter as a mail server took it. */
export interface Taken {
  readonly from: string;
  readonly to: string;
  readonly messageId: string;
  readonly text: string;
}

/** A real mail server on a loopback port. */
export interface MailServer {
  readonly port: number;
  readonly taken: Taken[];
  /** How it behaves from now on. */
  readonly ways: { greylist: boolean; refuseReader: boolean };
  close(): Promise<void>;
}

/** The user and password that it takes, where it asks. */
export const mailUser = { username: 'kept', password: 'open sesame' };

/** Opens a mail server: one that offers STARTTLS with a self-signed certificate, or asks for a password, or neither. */
export async function openMailServer(
  options: { port?: number; startTls?: boolean; asks?: boolean } = {},
): Promise<MailServer> {
  const taken: Taken[] = [];
  const ways = { greylist: false, refuseReader: false };
  const server = new SMTPServer({
    authOptional: options.asks !== true,
    allowInsecureAuth: true,
    disabledCommands: options.startTls === true ? [] : ['STARTTLS'],
    closeTimeout: 500,
    onAuth(auth, _session, done) {
      const right = auth.username === mailUser.username && auth.password === mailUser.password;
      done(right ? null : new Error('no such user'), right ? { user: mailUser.username } : undefined);
    },
    onRcptTo(_address, _session, done) {
      if (ways.greylist) return done(Object.assign(new Error('come again later'), { responseCode: 451 }));
      if (ways.refuseReader) return done(Object.assign(new Error('nobody here'), { responseCode: 550 }));
      done();
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        const { mailFrom, rcptTo } = session.envelope;
        taken.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo[0]?.address ?? '',
          messageId: /^Message-ID: (.*)$/im.exec(text)?.[1] ?? '',
          text,
        });
        done();
      });
    },
  });
  server.on('error', () => undefined);
  const listening = server.listen(options.port ?? 0, '127.0.0.1');
  await once(listening, 'listening');
  const address = listening.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    taken,
    ways,
    close: () => new Promise((done) => server.close(() => done())),
  };
}

/** A letter's text, with what mail programs encode undone. */
export function readable({ text }: Taken): string {
  const [, body = ''] = text.split(/\r?\n\r?\n/, 2).length > 1 ? [text, text.slice(text.search(/\r?\n\r?\n/) + 2)] : [];
  if (/^Content-Transfer-Encoding: base64/im.test(text)) return Buffer.from(body, 'base64').toString('utf8');
  if (!/^Content-Transfer-Encoding: quoted-printable/im.test(text)) return body;
  const bytes = body
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/g, (_whole, hex: string) => `%${hex}`)
    .replaceAll(/%(?![0-9A-F]{2})/g, '%25');
  return decodeURIComponent(bytes);
}
