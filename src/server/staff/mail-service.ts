import type { InputOf, ReplyOf } from '../../shared/contract.ts';
import type * as mail from '../../shared/staff-mail.ts';
import { mail as en } from '../../shared/words/en/mail.ts';
import { mail as es } from '../../shared/words/es/mail.ts';
import { mail as ru } from '../../shared/words/ru/mail.ts';
import type { Call } from '../platform/area.ts';
import { newId } from '../platform/ids.ts';
import { type Letter, type MailSettings, tryMs, trySettings } from '../platform/mail.ts';
import { type LetterRefused, refusedLetter } from '../platform/mail-trouble.ts';
import { refuse } from '../platform/refuse.ts';
import { seal } from '../platform/secret.ts';
import { note } from './change-service.ts';
import { requireOrganisation } from './house-service.ts';
import { heedMailSoon, mailSeal, settingsOf } from './mail-settings.ts';
import { eraseMail, findMail, type MailRow, saveMail } from './mail-store.ts';
import { findPerson } from './people-store.ts';

const words = { en, es, ru };

/** How mail is sent. */
export async function mailSetUp(call: Call): Promise<ReplyOf<typeof mail.mail>> {
  const { house } = call;
  if (house.mail.isFixed) {
    return { source: 'environment', ready: true, settings: ofEnvironment(call), sealed_elsewhere: false };
  }
  const row = await findMail(call.tx);
  if (row === undefined) return { source: 'none', ready: false, settings: null, sealed_elsewhere: false };
  const opened = settingsOf(house, row) !== undefined;
  return { source: 'settings', ready: opened, settings: shown(row), sealed_elsewhere: !opened };
}

function shown(row: MailRow) {
  const { host, port, security, username, from_address, from_name } = row;
  return {
    ...{ host, port, security, username, from_address, from_name },
    has_password: row.password_sealed !== null,
    changed_at: row.changed_at.toISOString(),
  };
}

function ofEnvironment({ house: { config } }: Call): ReplyOf<typeof mail.mail>['settings'] {
  const url = new URL(config.smtpUrl ?? 'smtp://localhost');
  const isTls = url.protocol === 'smtps:';
  return {
    host: url.hostname,
    port: url.port === '' ? (isTls ? 465 : 587) : Number(url.port),
    security: isTls ? 'tls' : 'starttls',
    username: url.username === '' ? null : decodeURIComponent(url.username),
    has_password: url.password !== '',
    from_address: config.mailFrom,
    from_name: null,
    changed_at: null,
  };
}

/** Sets how mail is sent; refuses `mail.environment`, and `mail.password-needed` where the kept one is for another. */
export async function setMail(call: Call, input: InputOf<typeof mail.setMail>): Promise<ReplyOf<typeof mail.mail>> {
  if (call.house.mail.isFixed) refuse('mail.environment');
  const before = await findMail(call.tx);
  const { password: _typed, ...rest } = input;
  const password = passwordFor(call, input, before);
  const sealed = password === undefined ? null : seal(call.house.config, mailSeal, password);
  await saveMail(call.tx, input, sealed, call.now);
  await note(call, 'mail', before === undefined ? null : withoutPassword(before), rest);
  heedMailSoon(call.house);
  return mailSetUp(call);
}

/** The typed password, or the kept one where server and user are the same: it is never sent anywhere else. */
function passwordFor(
  { house }: Call,
  input: InputOf<typeof mail.setMail>,
  kept: MailRow | undefined,
): string | undefined {
  if (input.username === null) return undefined;
  if (input.password !== undefined) return input.password;
  const same =
    kept !== undefined &&
    kept.host === input.host &&
    kept.port === input.port &&
    kept.security === input.security &&
    kept.username === input.username;
  const password = same ? settingsOf(house, kept)?.password : undefined;
  return password ?? refuse('mail.password-needed', { errors: [{ path: 'password', code: 'mail.password-needed' }] });
}

function withoutPassword(row: MailRow): object {
  const { host, port, security, username, from_address, from_name } = row;
  return { host, port, security, username, from_address, from_name };
}

/** Sends the caller a message and says what happened. */
export async function testMail(
  call: Call,
  input: InputOf<typeof mail.testMail>,
): Promise<ReplyOf<typeof mail.testMail>> {
  const me = call.actor.id === undefined ? undefined : await findPerson(call.tx, call.actor.id);
  if (me === undefined) return refuse('access.not-allowed', { slots: { right: 'signed-in' } });
  const organisation = await requireOrganisation(call.tx);
  const { subject, body } = words[me.language].test;
  const filled = (text: string) => text.replaceAll('{{house}}', organisation.name).replaceAll('{{name}}', me.name);
  const letter = { to: me.email, subject: filled(subject), text: filled(body), messageId: `${newId()}@kept` };
  const trouble = await tryLetter(call, input.settings, letter);
  return { to: me.email, trouble: trouble?.trouble ?? null, reply: trouble?.reply ?? null };
}

async function tryLetter(
  call: Call,
  typed: mail.MailInput | undefined,
  letter: Letter,
): Promise<LetterRefused | undefined> {
  const { house } = call;
  if (house.mail.isFixed) {
    return house.mail.send(letter, tryMs).then(
      () => undefined,
      (error: unknown) => refusedLetter(error),
    );
  }
  const kept = await findMail(call.tx);
  const settings = typed === undefined ? keptSettings(call, kept) : typedSettings(call, typed, kept);
  return trySettings(settings, letter);
}

function keptSettings({ house }: Call, kept: MailRow | undefined): MailSettings {
  if (kept === undefined) return refuse('record.not-found');
  return settingsOf(house, kept) ?? refuse('mail.password-needed');
}

function typedSettings(call: Call, typed: mail.MailInput, kept: MailRow | undefined): MailSettings {
  return {
    host: typed.host,
    port: typed.port,
    security: typed.security,
    user: typed.username ?? undefined,
    password: passwordFor(call, typed, kept),
    fromAddress: typed.from_address,
    fromName: typed.from_name ?? undefined,
  };
}

/** Forgets how mail is sent; refuses `mail.environment`. */
export async function dropMail(call: Call): Promise<Record<string, never>> {
  if (call.house.mail.isFixed) refuse('mail.environment');
  const before = await findMail(call.tx);
  await eraseMail(call.tx);
  if (before !== undefined) await note(call, 'mail', withoutPassword(before), null);
  heedMailSoon(call.house);
  return {};
}
