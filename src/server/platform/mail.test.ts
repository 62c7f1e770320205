import { once } from 'node:events';
import { createServer } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openMail } from './mail.ts';

const quiet = { debug() {}, info() {}, warn() {}, error: console.error };
const received: { from: string; to: string[]; text: string }[] = [];
let server: SMTPServer;
let url: string;

beforeAll(async () => {
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      let text = '';
      stream.on('data', (chunk) => {
        text += String(chunk);
      });
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        received.push({ from: mailFrom === false ? '' : mailFrom.address, to: rcptTo.map((one) => one.address), text });
        done();
      });
    },
  });
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const address = listening.address();
  url = `smtp://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
});
afterAll(() => new Promise<void>((done) => server.close(() => done())));

it('sends a letter through a real mail server, with an id by which a second copy is known', async () => {
  const mail = openMail({ smtpUrl: url, from: 'kept@example.org', log: quiet });
  expect(mail.ready).toBe(true);
  await mail.send({ to: 'ana@example.org', subject: 'Ваш доступ: ñ', text: 'Hola, Ana', messageId: 'one@kept' });
  expect(received).toHaveLength(1);
  expect(received[0]).toMatchObject({ from: 'kept@example.org', to: ['ana@example.org'] });
  expect(received[0]?.text).toContain('Message-ID: <one@kept>');
  expect(received[0]?.text).toContain('Hola, Ana');
});

it('puts no second header into a letter, whatever the subject says', async () => {
  const mail = openMail({ smtpUrl: url, from: 'kept@example.org', log: quiet });
  await mail.send({ to: 'ana@example.org', subject: 'Hi\r\nBcc: thief@example.org', text: 'x', messageId: 'two@kept' });
  expect(received.at(-1)?.to).toEqual(['ana@example.org']);
  expect(received.at(-1)?.text).not.toMatch(/^Bcc:/m);
});

it('gives a server up that says nothing', async () => {
  const silent = createServer(() => undefined).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const address = silent.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const mail = openMail({ smtpUrl: `smtp://127.0.0.1:${port}`, from: 'kept@example.org', log: quiet });
  const letter = { to: 'ana@example.org', subject: 'x', text: 'y', messageId: 'four@kept' };
  await expect(mail.send(letter, 50)).rejects.toMatchObject({ trouble: 'timeout', forGood: false });
  silent.close();
});

it('says that it cannot, where no mail is set up, and nothing breaks', async () => {
  const mail = openMail({ smtpUrl: undefined, from: 'kept@example.org', log: quiet });
  expect(mail.ready).toBe(false);
  await mail.send({ to: 'ana@example.org', subject: 'x', text: 'y', messageId: 'three@kept' });
  expect(received.some((one) => one.text.includes('three@kept'))).toBe(false);
});
