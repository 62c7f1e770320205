import { setTimeout as pause } from 'node:timers/promises';
import type { Language } from '../../shared/scalars.ts';
import { mail as en } from '../../shared/words/en/mail.ts';
import { mail as es } from '../../shared/words/es/mail.ts';
import { mail as ru } from '../../shared/words/ru/mail.ts';
import type { House } from '../platform/area.ts';
import { newId } from '../platform/ids.ts';
import { goOn } from './house-memory.ts';
import { findLink } from './link-store.ts';

const words = { en, es, ru };

/** A letter with a one-time link. */
export interface LinkLetter {
  readonly kind: 'invitation' | 'reset';
  readonly to: string;
  readonly language: Language;
  readonly zone: string;
  readonly tokenHash: Buffer;
  readonly until: Date;
  readonly slots: { readonly name: string; readonly link: string; readonly house: string; readonly inviter: string };
}

/**
 * Sends a letter after the answer, once its link is committed; tries three times. A letter lost with the process is
 * asked for again by its reader.
 */
export function post(house: House, letter: LinkLetter): void {
  goOn(house, 'a letter was not sent', async () => {
    if (!(await isCommitted(house, letter.tokenHash))) return;
    const { subject, body } = words[letter.language][letter.kind];
    const until = new Intl.DateTimeFormat(letter.language, {
      dateStyle: 'long',
      timeStyle: 'short',
      timeZone: letter.zone,
    }).format(letter.until);
    const slots = { ...letter.slots, until };
    const ready = {
      to: letter.to,
      subject: fill(subject, slots),
      text: fill(body, slots),
      messageId: `${newId()}@kept`,
    };
    await sendOrRetry(house, ready);
  });
}

async function isCommitted(house: House, tokenHash: Buffer): Promise<boolean> {
  for (const wait of [20, 50, 100, 200, 400, 800, 1_600]) {
    await pause(wait);
    if ((await findLink(house.database.read, tokenHash)) !== undefined) return true;
  }
  return false;
}

async function sendOrRetry(house: House, letter: Parameters<House['mail']['send']>[0]): Promise<void> {
  for (const wait of [1_000, 5_000]) {
    const error = await house.mail.send(letter).then(
      () => undefined,
      (reason: unknown) => reason ?? new Error('not sent'),
    );
    if (error === undefined) return;
    await pause(wait);
  }
  await house.mail.send(letter);
}

function fill(text: string, slots: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (_whole, name: string) => oneLine(slots[name] ?? ''));
}

/** No name breaks out of its line, least of all in a subject. */
function oneLine(text: string): string {
  return text.replaceAll(/[\r\n\u2028\u2029]+/g, ' ');
}
