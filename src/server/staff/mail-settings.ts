import { setTimeout as pause } from 'node:timers/promises';
import type { House } from '../platform/area.ts';
import type { MailSettings } from '../platform/mail.ts';
import { unseal } from '../platform/secret.ts';
import { goOn } from './house-memory.ts';
import { findMail, type MailRow } from './mail-store.ts';

/** What the password is sealed for. */
export const mailSeal = 'mail password';

/** Which settings this process sends by, so that it opens them anew only when they changed. */
const inUse = new WeakMap<House, string>();

/** Settings that can be sent by; `undefined` where the kept password was sealed with another secret. */
export function settingsOf(house: House, row: MailRow): MailSettings | undefined {
  const { host, port, security, username, password_sealed, from_address, from_name } = row;
  const password = password_sealed === null ? undefined : unseal(house.config, mailSeal, password_sealed);
  if (password_sealed !== null && password === undefined) return undefined;
  return {
    ...{ host, port, security, password },
    user: username ?? undefined,
    fromAddress: from_address,
    fromName: from_name ?? undefined,
  };
}

/** Reads how mail is sent, as any server on this database may have set it, and sends by it from now on. */
export async function heedMail(house: House): Promise<void> {
  if (house.mail.isFixed) return;
  const row = await findMail(house.database.read);
  const mark = row === undefined ? 'none' : `${row.changed_at.getTime()} ${row.version}`;
  if (inUse.get(house) === mark) return;
  const settings = row === undefined ? undefined : settingsOf(house, row);
  if (row !== undefined && settings === undefined) {
    house.log.warn({}, 'the mail password was sealed with another secret; no mail is sent until it is set again');
  }
  house.mail.use(settings);
  inUse.set(house, mark);
}

/** Sends by new settings soon after they are committed; other servers hear of them by their clock. */
export function heedMailSoon(house: House): void {
  goOn(house, 'the mail settings were not read', async () => {
    for (const wait of [30, 100, 300, 1_000]) {
      await pause(wait);
      await heedMail(house);
    }
  });
}
