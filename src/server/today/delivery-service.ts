import type { ReplyOf } from '../../shared/contract.ts';
import * as today from '../../shared/today.ts';
import type * as mail from '../../shared/today-mail.ts';
import type { Call, House } from '../platform/area.ts';
import { instantOf } from '../platform/clock.ts';
import type { Tx } from '../platform/database/open.ts';
import { passFault } from '../platform/fault.ts';
import { refusedLetter } from '../platform/mail-trouble.ts';
import { afterTrouble } from './delivery-rules.ts';
import {
  claimDue,
  type DueRow,
  eraseTold,
  findDeliveries,
  insertDigests,
  insertDigestTellings,
  type LetterRow,
  listLetters,
  saveAgain,
  saveDelivery,
} from './delivery-store.ts';
import { findScope } from './hearer-store.ts';
import { digestLetter, tellingLetter, type Written } from './letter-words.ts';
import { eraseSettled, listSettled } from './line-store.ts';
import { type Asked, countLines, listLines } from './list-store.ts';
import { nameSlots } from './name-service.ts';
import { tellingIdOf } from './telling-service.ts';

/** Letters sent at once by one server; each is given up after 40 seconds, within the minute for which it is taken. */
const atOnce = 5;
const takenSeconds = 60;
/** So many lines stand in a digest. */
const digestLines = 10;
const dayMs = 86_400_000;

/**
 * Sends what is due, a few letters at a time, until nothing is or this server ends; each at least once, always under the
 * same id.
 */
export async function sendDue(house: House, ended?: AbortSignal): Promise<void> {
  if (!house.mail.ready) return;
  let taken = atOnce;
  while (taken === atOnce && ended?.aborted !== true) {
    const now = house.clock.now();
    const due = await house.database.transaction((tx) => claimDue(tx, now, takenSeconds, atOnce));
    if (due.length === 0) return;
    const { read } = house.database;
    const letters = new Map(
      (
        await listLetters(
          read,
          due.map((row) => row.telling_id),
        )
      ).map((letter) => [letter.telling_id, letter]),
    );
    await Promise.all(due.map((row) => sendOne(house, row, letters.get(row.telling_id))));
    taken = due.length;
  }
}

/** Sends one letter and writes what became of it; whose reader left, or who has nothing to be told any more, is dropped. */
async function sendOne(house: House, due: DueRow, letter: LetterRow | undefined): Promise<void> {
  const written = letter === undefined ? undefined : await write(house, letter);
  const at = house.clock.now();
  if (letter === undefined || written === undefined) {
    return saveDelivery(house.database.write, due.telling_id, { state: 'dropped', error: null, at, nextAt: at });
  }
  passFault(house.config, 'before-send');
  const trouble = await house.mail.send({ ...written, to: letter.email, messageId: due.message_id }).then(
    () => undefined,
    (error: unknown) => refusedLetter(error),
  );
  if (trouble === undefined) {
    passFault(house.config, 'after-send');
    await saveDelivery(house.database.write, due.telling_id, { state: 'sent', error: null, at, nextAt: at });
    passFault(house.config, 'after-mark');
    return;
  }
  const next = afterTrouble({ tries: due.tries, madeMs: due.made_at.getTime() }, trouble, at.getTime());
  house.log.warn({ trouble: trouble.trouble, reply: trouble.reply, tries: due.tries }, 'a letter did not go');
  await saveDelivery(house.database.write, due.telling_id, {
    state: next.state,
    error: trouble.trouble,
    at,
    nextAt: instantOf(next.nextMs),
  });
}

async function write(house: House, letter: LetterRow): Promise<Written | undefined> {
  const reader = { language: letter.language, zone: letter.zone, now: house.clock.now().getTime() };
  const links = { open: `${house.baseUrl()}${letter.path}`, settings: `${house.baseUrl()}/settings/account` };
  if (letter.kind === 'today.digest') return writeDigest(house, letter, links, reader);
  const [slots] = await nameSlots(house.database.read, [letter]);
  return tellingLetter({ ...letter, slots: slots ?? {} }, links, reader);
}

async function writeDigest(
  house: House,
  letter: LetterRow,
  links: Parameters<typeof digestLetter>[2],
  reader: Parameters<typeof digestLetter>[3],
): Promise<Written | undefined> {
  const { read } = house.database;
  const asked = await askedOf(read, letter.person_id, house.clock.now());
  if (asked === undefined) return undefined;
  const counts = await countLines(read, asked, 2_000);
  if (counts.lines === 0) return undefined;
  const rows = await listLines(read, asked, undefined, digestLines);
  const slots = await nameSlots(read, rows);
  const day = { zone: reader.zone, now: asked.now };
  const done = await listSettled(read, letter.person_id, day);
  return digestLetter(
    rows.map((row, at) => ({ ...row, slots: slots[at] ?? {} })),
    { ...counts, settled: done.reduce((sum, one) => sum + one.yesterday, 0) },
    links,
    reader,
  );
}

async function askedOf(tx: Tx, me: string, now: Date): Promise<Asked | undefined> {
  const scope = await findScope(tx, me);
  return scope === undefined ? undefined : { me, scope, filter: 'mine', now };
}

/** The morning's digests, one a person and working day, for whom something awaits. */
export async function makeDigests(house: House): Promise<void> {
  if (!house.mail.ready) return;
  const usual = Object.keys(today.kinds)
    .filter(today.isKind)
    .map((kind) => ({ kind, mail: today.usualWay(kind).mail }));
  let made = 0;
  do {
    made = await house.database.transaction(async (tx) => {
      const now = house.clock.now();
      const rows = await insertDigests(tx, usual, now, 50);
      const wanted: { tellingId: string; personId: string }[] = [];
      for (const { person_id, digest_on } of rows) {
        const asked = await askedOf(tx, person_id, now);
        const { lines } = asked === undefined ? { lines: 0 } : await countLines(tx, asked, 1);
        if (lines > 0)
          wanted.push({ tellingId: tellingIdOf('today.digest', person_id, digest_on), personId: person_id });
      }
      await insertDigestTellings(tx, wanted, now);
      return rows.length;
    });
  } while (made === 50);
}

/** Forgets lines settled 60 days ago, and tellings seen or unseen for long. */
export async function tidyToday(house: House): Promise<void> {
  const now = house.clock.now().getTime();
  const [sixty, half] = [instantOf(now - 60 * dayMs), instantOf(now - 180 * dayMs)];
  const most = 2_000;
  while ((await house.database.transaction((tx) => eraseSettled(tx, sixty, most))) === most);
  while ((await house.database.transaction((tx) => eraseTold(tx, sixty, half, most))) === most);
}

/** How mail stands. */
export async function deliveries(call: Call): Promise<ReplyOf<typeof mail.deliveries>> {
  return findDeliveries(call.tx, instantOf(call.now.getTime() - dayMs));
}

/** Tries failed letters again. */
export async function sendAgain(call: Call): Promise<ReplyOf<typeof mail.sendAgain>> {
  return { again: await saveAgain(call.tx, instantOf(call.now.getTime() - 30 * dayMs), call.now) };
}
