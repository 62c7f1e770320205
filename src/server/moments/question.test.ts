import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SignedIn } from '../../../test/support/house.ts';
import { type MailServer, openMailServer, readable } from '../../../test/support/mail-server.ts';
import { departmentOf } from '../../../test/support/promises.ts';
import { openSegmentDoor, type SegmentDoor } from '../../../test/support/segment.ts';
import * as contract from '../../shared/moments.ts';
import * as questions from '../../shared/moments-questions.ts';
import * as recovery from '../../shared/moments-recovery.ts';
import { setMail } from '../../shared/staff-mail.ts';
import { lines } from '../../shared/today.ts';
import { heedMail } from '../staff/mail-settings.ts';
import { sendQuestions } from './question-letter-service.ts';

let door: SegmentDoor;
let mail: MailServer;
let service: SignedIn;

beforeAll(async () => {
  [door, mail] = await Promise.all([openSegmentDoor(), openMailServer()]);
  const { house } = door;
  service = await house.person('employee', await departmentOf(house, 'customer-service'));
  await house.ask(
    setMail,
    {
      host: '127.0.0.1',
      port: mail.port,
      security: 'none',
      username: null,
      from_address: 'care@example.org',
      from_name: null,
    },
    house.administrator,
  );
  await heedMail(house.kept.house);
  // He may be asked at any hour, so that the test may run at any.
  await house.rows(
    `insert into moments.setting (five, rest_days, ask_from, ask_until, ask_minutes, ask_later_days, own_minutes,
       recheck_days, budgets, forgotten_days)
     values (5, 30, '00:00', '24:00', 0, 5, 60, 0, '{"employee":2000,"lead":5000,"manager":20000,"privacy-officer":0,"administrator":20000}', 180)`,
  );
});
afterAll(async () => {
  await door?.house.close();
  await mail?.close();
});

/** A call of a user with an address, just now, at the touchpoint that asks after each contact. */
async function called(user: string, more: object = {}, minutesAgo = 1): Promise<string> {
  const timestamp = new Date(door.house.clock.now().getTime() - minutesAgo * 60_000).toISOString();
  const came = await door.post('/v1/batch', {
    batch: [
      {
        type: 'identify',
        userId: user,
        messageId: `who ${user}`,
        timestamp,
        traits: { email: `${user}@example.net`, name: `Ana ${user}`, language: 'es' },
      },
      {
        type: 'track',
        event: 'Call Ended',
        userId: user,
        messageId: `call ${user} ${JSON.stringify(more)} ${minutesAgo}`,
        timestamp,
        properties: {
          touchpoint: 'call-centre',
          department: 'customer-service',
          channel: 'phone',
          wait_seconds: 30,
          outcome: 'answered',
          conversation_id: `talk ${user} ${minutesAgo}`,
          ...more,
        },
      },
    ],
  });
  expect(came.status).toBe(200);
  await door.house.kept.delivery.settled();
  return (await door.customerOf(user))?.customer_id ?? '';
}

async function ring(): Promise<void> {
  await door.house.rows("update platform.timer set ring_at = ring_at - interval '2 hours' where room = 'moments'");
  // One that a listener holds at that moment is rung at the next try.
  const due = async () => {
    await door.house.kept.timers.settled();
    return door.house.rows("select record_id from platform.timer where room = 'moments' and ring_at < now()");
  };
  await expect.poll(due, { timeout: 5_000 }).toEqual([]);
  await sendQuestions(door.house.kept.house);
}

function lettersTo(user: string): string[] {
  return mail.taken.filter((one) => one.to === `${user}@example.net`).map((one) => readable(one));
}

const tokenIn = (text: string) => /#([\w-]{60,80})/.exec(text)?.[1] ?? '';
const admin = () => door.house.administrator;
const accountOf = (customer_id: string) => door.house.ask(contract.account, { customer_id }, admin());

describe('a customer is asked how it was', () => {
  it('by a letter in his language; who opens its link changes nothing; one bad mark begins a recovery that he ends', async () => {
    const { house } = door;
    const customerId = await called('one');
    await ring();
    const [letter = ''] = lettersTo('one');
    expect(lettersTo('one')).toHaveLength(1);
    expect(letter).toContain('¿Cómo le fue?');
    const token = tokenIn(letter);
    for (let opened = 0; opened < 3; opened++) {
      const seen = await house.ask(questions.readQuestion, { token });
      expect(seen).toMatchObject({ house: 'Luz del Norte', kind: 'contact', language: 'es', answered: false });
    }
    expect(await accountOf(customerId)).toMatchObject({ balance: 0, negative: 0, plan: { recoveries: [] } });
    await house.ask(questions.answerQuestion, { token, emotional: 1, wants: 'Que me llamen hoy.' });
    const owing = await accountOf(customerId);
    expect(owing).toMatchObject({ balance: -5, owed: 5, may_offer: 'asked-or-saving' });
    const [going] = owing.plan.recoveries;
    expect(going).toMatchObject({ state: 'open', failing: ['feeling'], wants: 'Que me llamen hoy.', owner: null });
    const id = going?.recovery_id ?? '';
    const [line] = (await house.ask(lines, {}, service)).lines.filter((one) => one.kind === 'moments.repair');
    expect(line).toMatchObject({ key: `recovery:${id}`, owed: 5, late: false });
    await ring();
    const named = await house.ask(recovery.recovery, { customer_id: customerId, recovery_id: id }, admin());
    expect(named.recovery).toMatchObject({ state: 'owned', owner: { person_id: service.personId } });
    const own = { customer_id: customerId, recovery_id: id, version: named.recovery.version };
    const done = { ...own, what: 'gift', words: 'Two months without the fixed part.' } as const;
    const tooMuch = await house.send(recovery.repair, { ...done, cost_minor: 2_001 }, service);
    expect([tooMuch.status, tooMuch.code]).toEqual([403, 'recovery.over-budget']);
    const repaired = await house.ask(recovery.repair, { ...done, cost_minor: 1_500 }, service);
    expect(repaired.recovery).toMatchObject({ state: 'done', spent_minor: 1_500, left_minor: 500, rounds: 1 });
    await ring();
    await ring();
    const again = lettersTo('one');
    expect(again).toHaveLength(2);
    expect(again[1]).toContain('Solo usted puede decir si ya está bien.');
    await house.ask(questions.answerQuestion, { token: tokenIn(again[1] ?? ''), repaired: true, words: 'Sí.' });
    const ended = await house.ask(recovery.recovery, { customer_id: customerId, recovery_id: id }, admin());
    expect(ended.recovery).toMatchObject({ state: 'repaired', outcome_words: 'Sí.' });
    expect(ended.recovery.steps.map((step) => step.what)).toEqual(['opened', 'wanted', 'assigned', 'gift', 'repaired']);
    // Closing repays nothing: only good moments by his own word do.
    expect((await accountOf(customerId)).owed).toBe(5);
    await house.ask(
      contract.mark,
      { customer_id: customerId, by: 'customer', marks: { emotional: 5 }, channel: 'phone' },
      service,
    );
    expect((await accountOf(customerId)).owed).toBe(4);
    await house.kept.delivery.settled();
    expect((await accountOf(customerId)).owed).toBe(4);
    expect((await house.ask(lines, {}, service)).lines.filter((one) => one.customer_id === customerId)).toEqual([]);
  });

  it('once a contact, with a rest over all; his last answer serves; a forged or spent link opens nothing', async () => {
    const { house } = door;
    const customerId = await called('two');
    await called('two', {}, 0.5);
    await ring();
    expect(lettersTo('two')).toHaveLength(1);
    const token = tokenIn(lettersTo('two')[0] ?? '');
    await house.ask(questions.answerQuestion, { token, emotional: 1 });
    await house.ask(questions.answerQuestion, { token, emotional: 4, words: 'Me llamaron después.' });
    await house.kept.delivery.settled();
    expect(await accountOf(customerId)).toMatchObject({
      balance: 1,
      negative: 0,
      positive: 1,
      plan: { recoveries: [] },
    });
    const all = await house.ask(questions.questions, { customer_id: customerId }, admin());
    expect(all.questions.map((one) => [one.state, one.reason]).toSorted()).toEqual([
      ['answered', null],
      ['withheld', 'rest'],
    ]);
    const moment = all.questions.find((one) => one.state === 'withheld')?.moment_id ?? '';
    const byHand = { customer_id: customerId, moment_id: moment, way: 'link' } as const;
    const refused = await house.send(questions.askCustomer, byHand, service);
    expect([refused.status, refused.code]).toEqual([409, 'question.withheld']);
    const other = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
    for (const wrong of [other, `${token}x`, 'x'.repeat(65), token.slice(22) + token.slice(0, 22)]) {
      const came = await house.send(questions.answerQuestion, { token: wrong, emotional: 5 });
      expect([came.status, came.code]).toEqual([410, 'question.link-void']);
    }
    const none = await house.send(questions.answerQuestion, { token });
    expect(none.code).toBe('question.no-answer');
    house.clock.pass(31 * 86_400_000);
    const late = await house.send(questions.answerQuestion, { token, emotional: 1 });
    house.clock.pass(-31 * 86_400_000);
    expect(late.code).toBe('question.link-void');
  });

  it('never while something holds him; who asks not to be asked is not; a link is handed over without a letter', async () => {
    const { house } = door;
    const customerId = await called('three');
    const held = await house.ask(questions.hold, { customer_id: customerId, reason: 'in mourning' }, service);
    expect((await accountOf(customerId)).hold).toMatchObject({ reason: 'in mourning', until: null });
    await ring();
    expect(lettersTo('three')).toEqual([]);
    const [withheld] = (await house.ask(questions.questions, { customer_id: customerId }, admin())).questions;
    expect(withheld).toMatchObject({ state: 'withheld', reason: 'hold' });
    const byHand = { customer_id: customerId, moment_id: withheld?.moment_id ?? '', way: 'link' } as const;
    expect((await house.send(questions.askCustomer, byHand, service)).code).toBe('question.withheld');
    await house.ask(questions.endHold, { customer_id: customerId, hold_id: held.hold_id }, service);
    const { link } = await house.ask(questions.askCustomer, byHand, service);
    const token = tokenIn(link ?? '');
    await house.ask(questions.askNoMore, { token });
    expect((await accountOf(customerId)).hold).toMatchObject({ reason: 'asked-not-to' });
    await house.ask(questions.askNoMore, { token, undo: true });
    expect((await accountOf(customerId)).hold).toBeNull();
    await house.ask(questions.askNoMore, { token });
    await house.rows("update moments.question set asked_at = asked_at - interval '90 days' where customer_id = $1", [
      customerId,
    ]);
    await called('three', {}, 0.2);
    await ring();
    expect(lettersTo('three')).toEqual([]);
    // What his link reads of him is written down as his own use.
    const uses = () =>
      house.rows("select distinct verb from privacy.use where actor = $1 and actor_kind = 'customer'", [
        `customer:${customerId}`,
      ]);
    await expect.poll(uses, { timeout: 5_000 }).toEqual([{ verb: 'moments.ask-no-more' }]);
  });
});
