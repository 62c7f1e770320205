import type { Call, House } from '../platform/area.ts';
import { instantOf } from '../platform/clock.ts';
import { passFault } from '../platform/fault.ts';
import { digestId } from '../platform/ids.ts';
import { refusedLetter } from '../platform/mail-trouble.ts';
import { requireOrganisation } from '../staff/house-service.ts';
import { afterTrouble } from '../today/delivery-rules.ts';
import { stillTrue, type WantedLetter } from './letter-rules.ts';
import { claimLetters, type DueLetter, eraseLetters, insertLetters, saveLetter } from './letter-store.ts';
import { partnerLetter, type WrittenLetter } from './letter-words.ts';
import { linkOf } from './link-service.ts';
import { lockPartner } from './partner-store.ts';

/** Letters sent at once by one server; each is given up after 40 seconds, within the minute for which it is taken. */
const atOnce = 5;
const takenSeconds = 60;
const keptMs = 60 * 86_400_000;

/**
 * Puts letters to partners on their way, in the caller's transaction; where no mail is set up there are none, and the
 * partner sees all of it on his page. Tells how many are new; the same letter twice is one.
 */
export async function queueLetters(call: Call, wanted: readonly WantedLetter[]): Promise<number> {
  if (wanted.length === 0 || !call.house.mail.ready) return 0;
  const rows = wanted.map((one) => ({
    ...one,
    letterId: digestId(['letter', one.kind, one.partnerId, one.promiseId, one.about].join(' ')),
  }));
  return insertLetters(call.tx, rows, call.now);
}

/** Sends the letters that are due, a few at a time, until none is; each at least once, always under the same id. */
export async function sendLetters(house: House): Promise<void> {
  if (!house.mail.ready) return;
  let taken = atOnce;
  while (taken === atOnce) {
    const now = house.clock.now();
    const due = await house.database.transaction((tx) => claimLetters(tx, now, takenSeconds, atOnce));
    await Promise.all(due.map((letter) => sendOne(house, letter)));
    taken = due.length;
  }
}

async function sendOne(house: House, due: DueLetter): Promise<void> {
  const at = house.clock.now();
  const { write } = house.database;
  const letter = { kind: due.kind, partnerId: due.partner_id };
  const isWanted = due.email !== null && due.closed_at === null && stillTrue(letter, due.entry ?? undefined);
  const written = isWanted ? await writeLetter(house, due, at) : undefined;
  if (due.email === null || written === undefined) {
    return saveLetter(write, due.letter_id, { state: 'dropped', error: null, at, nextAt: at });
  }
  passFault(house.config, 'before-send');
  const trouble = await house.mail.send({ ...written, to: due.email, messageId: due.message_id }).then(
    () => undefined,
    (error: unknown) => refusedLetter(error),
  );
  if (trouble === undefined) {
    return saveLetter(write, due.letter_id, { state: 'sent', error: null, at, nextAt: at });
  }
  const next = afterTrouble({ tries: due.tries, madeMs: due.made_at.getTime() }, trouble, at.getTime());
  house.log.warn({ trouble: trouble.trouble, tries: due.tries }, 'a letter to a partner did not go');
  const nextAt = instantOf(next.nextMs);
  await saveLetter(write, due.letter_id, { state: next.state, error: trouble.trouble, at, nextAt });
}

/** Writes a letter with the link that the partner has; one that ends soon is replaced on the way. */
async function writeLetter(house: House, due: DueLetter, now: Date): Promise<WrittenLetter | undefined> {
  return house.database.transaction(async (tx) => {
    const partner = await lockPartner(tx, due.partner_id);
    if (partner === undefined || partner.closed_at !== null) return undefined;
    const { name, zone } = await requireOrganisation(tx);
    const { link, until } = await linkOf(tx, house, partner, now);
    return partnerLetter(due, { house: name, link, until, zone });
  });
}

/** Forgets letters after 60 days. */
export async function tidyLetters(house: House): Promise<void> {
  const before = instantOf(house.clock.now().getTime() - keptMs);
  while ((await house.database.transaction((tx) => eraseLetters(tx, before, 2_000))) === 2_000);
}
