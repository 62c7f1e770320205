import type { House } from '../platform/area.ts';
import { later } from '../platform/calendar/later-rules.ts';
import { instantOf } from '../platform/clock.ts';
import { passFault } from '../platform/fault.ts';
import { refusedLetter } from '../platform/mail-trouble.ts';
import { requireOrganisation } from '../staff/house-service.ts';
import { afterTrouble } from '../today/delivery-rules.ts';
import { questionLetter } from './question-letter-words.ts';
import { linkOf } from './question-link.ts';
import { isStale, openMs } from './question-rules.ts';
import { claimQuestions, type DueQuestion, saveSent } from './question-store.ts';

/** Letters sent at once by one server; each is given up after 40 seconds, within the minute for which it is taken. */
const atOnce = 5;
const takenSeconds = 60;

/** Sends the questions that are due, a few at a time, until none is; each at least once, always under the same id. */
export async function sendQuestions(house: House): Promise<void> {
  if (!house.mail.ready) return;
  let taken = atOnce;
  while (taken === atOnce) {
    const now = house.clock.now();
    const due = await house.database.transaction((tx) => claimQuestions(tx, now, takenSeconds, atOnce));
    await Promise.all(due.map((question) => sendOne(house, question)));
    taken = due.length;
  }
}

async function sendOne(house: House, due: DueQuestion): Promise<void> {
  const now = house.clock.now();
  const { write } = house.database;
  const key = { customerId: due.customer_id, questionId: due.question_id };
  const withheld = due.held
    ? 'hold'
    : due.email === null
      ? 'no-address'
      : isStale(due.ask_at, now)
        ? 'late'
        : undefined;
  if (withheld !== undefined || due.email === null || due.at === null) {
    const reason = withheld ?? 'late';
    return saveSent(write, key, { state: 'withheld', reason, asked_at: null, until: null, next_at: null, error: null });
  }
  const { name, zone } = await house.database.transaction((tx) => requireOrganisation(tx));
  const until = later(now, openMs);
  const written = questionLetter(due, { house: name, zone, at: due.at, until, link: linkOf(house, due) });
  passFault(house.config, 'before-send');
  const trouble = await house.mail.send({ ...written, to: due.email, messageId: due.message_id }).then(
    () => undefined,
    (error: unknown) => refusedLetter(error),
  );
  if (trouble === undefined) {
    return saveSent(write, key, { state: 'asked', reason: null, asked_at: now, until, next_at: null, error: null });
  }
  const next = afterTrouble({ tries: due.tries, madeMs: due.ask_at.getTime() }, trouble, now.getTime());
  house.log.warn({ trouble: trouble.trouble, tries: due.tries }, 'a question to a customer did not go');
  const failed = next.state === 'failed';
  await saveSent(write, key, {
    state: failed ? 'failed' : 'waiting',
    reason: null,
    // What never came to him rests nobody.
    asked_at: failed ? null : due.asked_at,
    until: due.until,
    next_at: failed ? null : instantOf(next.nextMs),
    error: trouble.trouble,
  });
}
