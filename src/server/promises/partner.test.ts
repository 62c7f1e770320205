import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type MailServer, openMailServer, readable } from '../../../test/support/mail-server.ts';
import { openPromises, type PromisesHouse } from '../../../test/support/promises.ts';
import * as promises from '../../shared/promises.ts';
import * as partners from '../../shared/promises-partners.ts';
import * as views from '../../shared/promises-views.ts';
import { setMail } from '../../shared/staff-mail.ts';
import { changes } from '../../shared/staff-people.ts';
import { lines } from '../../shared/today.ts';
import { heedMail } from '../staff/mail-settings.ts';
import { sendLetters } from './letter-service.ts';

let it_: PromisesHouse;
let server: MailServer;
let partner: partners.Partner;
let token: string;

const tokenIn = (link: string) => link.split('#')[1] ?? '';
const save = (input: object) => ({
  name: 'Lorries Ltd',
  email: 'lorries@example.org',
  language: 'es' as const,
  ...input,
});

beforeAll(async () => {
  server = await openMailServer();
  it_ = await openPromises();
  const { house } = it_;
  partner = (await house.ask(partners.savePartner, save({}), house.administrator)).partner;
  const given = await house.ask(partners.linkPartner, { partner_id: partner.partner_id }, house.administrator);
  expect(given.mailed).toBe(false);
  token = tokenIn(given.link);
});
afterAll(async () => {
  await it_.house.close();
  await server.close();
});

const page = () => it_.house.ask(partners.partnerPage, { token });
const ofPartner = (input: Parameters<PromisesHouse['make']>[0] = {}) =>
  it_.make({ keeper: { partner_id: partner.partner_id }, words: 'Your boiler comes on Friday.', ...input });
const answering = (promise: { customer_id: string; promise_id: string; version: number }) => ({
  token,
  customer_id: promise.customer_id,
  promise_id: promise.promise_id,
  version: promise.version,
});

describe('a partner outside keeps a promise by his link', () => {
  it('sees the words and the due, nothing of the customer; accepts and reports, and it is written down as his', async () => {
    const { house, maker, customerId } = it_;
    const promise = await ofPartner({ subject: 'A-17' });
    expect(promise).toMatchObject({ acceptance: 'asked', keeper: { kind: 'partner', name: 'Lorries Ltd' } });
    const seen = await page();
    expect(seen).toMatchObject({ house: 'Luz del Norte', partner: 'Lorries Ltd', language: 'es' });
    expect(seen.promises).toMatchObject([
      { words: 'Your boiler comes on Friday.', subject: 'A-17', acceptance: 'asked', state: 'open', late: false },
    ]);
    expect(JSON.stringify(seen)).not.toContain('Ana');
    const accepted = await house.ask(partners.partnerAnswer, { ...answering(promise), answer: { what: 'accept' } });
    expect(accepted.promise.acceptance).toBe('accepted');
    const stale = await house.send(partners.partnerAnswer, { ...answering(promise), answer: { what: 'settle' } });
    expect([stale.status, stale.code]).toEqual([412, 'record.stale']);
    expect(JSON.stringify(stale.body)).not.toContain('Ana');
    const settled = await house.ask(partners.partnerAnswer, {
      ...answering(accepted.promise),
      answer: { what: 'settle', received: { unit: 'date', result: it_.dayIn(0) } },
    });
    expect(settled.promise).toMatchObject({ state: 'kept', result: it_.dayIn(0) });
    const story = await house.ask(views.show, { customer_id: customerId, promise_id: promise.promise_id }, maker);
    expect(story.steps.map((step) => [step.what, step.by])).toEqual([
      ['settled', 'Lorries Ltd'],
      ['accepted', 'Lorries Ltd'],
      ['made', 'The employee 1'],
    ]);
    await house.kept.delivery.settled();
    expect(
      (await house.ask(views.show, { customer_id: customerId, promise_id: promise.promise_id }, maker)).promise,
    ).toEqual(story.promise);
    const uses = () =>
      house.rows(`select distinct verb from privacy.use where actor = $1 and actor_kind = 'partner' order by 1`, [
        `partner:${partner.partner_id}`,
      ]);
    await expect
      .poll(uses, { timeout: 5_000 })
      .toEqual([{ verb: 'promises.partner-answer' }, { verb: 'promises.partner-page' }]);
  });

  it('proposes another date, which its maker sees at once; agreed with the customer it counts as accepted', async () => {
    const { house, maker } = it_;
    const promise = await ofPartner();
    const counter = it_.dayIn(8);
    const answer = { what: 'decline' as const, words: 'No lorry that day', counter };
    const declined = await house.ask(partners.partnerAnswer, { ...answering(promise), answer });
    expect(declined.promise).toMatchObject({ acceptance: 'countered', counter, state: 'open' });
    expect((await house.ask(lines, {}, maker)).lines).toMatchObject([
      { kind: 'promises.declined', word: 'promisesToday.line.declinedOutside' },
    ]);
    const { promise: next } = await house.ask(
      promises.renegotiate,
      {
        customer_id: promise.customer_id,
        promise_id: promise.promise_id,
        version: declined.promise.version,
        due: counter,
        agreed: true,
        words: 'That suits me.',
      },
      maker,
    );
    expect(next).toMatchObject({ acceptance: 'accepted', keeper: { id: partner.partner_id } });
    expect((await page()).promises.map((one) => one.promise_id)).toContain(next.promise_id);
  });

  it('acts on nothing that is not his, and a promise that he declined is red to its maker', async () => {
    const { house, maker, keeper } = it_;
    const others = await it_.make({});
    const refused = await house.send(partners.partnerAnswer, { ...answering(others), answer: { what: 'accept' } });
    expect([refused.status, refused.code]).toEqual([404, 'record.not-found']);
    const nobody = await house.send(partners.partnerAnswer, {
      ...answering({ ...others, promise_id: crypto.randomUUID() }),
      answer: { what: 'accept' },
    });
    expect(nobody.code).toBe('record.not-found');
    const his = await ofPartner();
    const by = { customer_id: his.customer_id, promise_id: his.promise_id, version: his.version };
    expect((await house.send(promises.accept, by, keeper)).code).toBe('promise.not-yours');
    await house.ask(partners.partnerAnswer, { ...answering(his), answer: { what: 'decline', words: 'We are full' } });
    const [line] = (await house.ask(lines, {}, maker)).lines;
    expect(line?.kind).toBe('promises.declined');
  });
});

describe('his link', () => {
  it('opens for 90 days; the one before it, a wrong one and one of a closed partner are refused alike', async () => {
    const { house } = it_;
    const one = (await house.ask(partners.savePartner, save({ name: 'Fitters' }), house.administrator)).partner;
    const link = () => house.ask(partners.linkPartner, { partner_id: one.partner_id }, house.administrator);
    const [first, second] = [tokenIn((await link()).link), tokenIn((await link()).link)];
    expect(second).toMatch(/^[\w-]{43}$/);
    const came = async (with_: string) => {
      const { status, code, body } = await house.send(partners.partnerPage, { token: with_ });
      return status === 200
        ? 200
        : [
            status,
            code,
            Object.keys(body ?? {})
              .toSorted()
              .join(),
          ];
    };
    const void_ = await came('x'.repeat(43));
    expect(void_).toEqual([410, 'promise.link-void', 'code,detail,errors,request_id,status,title,type']);
    expect([await came(first), await came(second)]).toEqual([void_, 200]);
    const kept = await house.rows(
      `select encode(token_hash, 'hex') as hash, length(token_hash) as n from promises.partner`,
    );
    expect(JSON.stringify(kept)).not.toContain(second);
    const shift = (days: number) =>
      house.rows(`update promises.partner set token_until = token_until + $1::int * interval '1 day'`, [days]);
    await shift(-91);
    const over = await came(second);
    await shift(91);
    expect([over, await came(second)]).toEqual([void_, 200]);
    const at = { partner_id: one.partner_id, version: one.version };
    await house.ask(partners.savePartner, save({ ...at, name: 'Fitters', closed: true }), house.administrator);
    expect(await came(second)).toEqual(void_);
    const spent = await house.send(partners.savePartner, save({ ...at, closed: false }), house.administrator);
    expect(spent.code).toBe('record.stale');
    const again = { partner_id: one.partner_id };
    expect((await house.send(partners.linkPartner, again, house.administrator)).code).toBe('record.not-found');
    const noted = await house.ask(changes, { subject: `partner:${one.partner_id}` }, house.administrator);
    expect(noted.changes.length).toBe(4);
  });

  it('is guessed at in vain, ever more slowly', async () => {
    const from = { address: '203.0.113.7' };
    const codes: (string | undefined)[] = [];
    for (let n = 0; n < 24; n++) {
      const guess = String(n).padStart(43, 'g');
      codes.push((await it_.house.send(partners.partnerPage, { token: guess }, from)).code);
    }
    expect(codes.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 'promise.link-void'));
    expect(codes.at(-1)).toBe('request.too-many');
    await page();
  });

  it('is made and given by those alone who manage promises', async () => {
    const { house, maker } = it_;
    const refused = await house.send(partners.linkPartner, { partner_id: partner.partner_id }, maker);
    expect([refused.status, refused.code]).toEqual([403, 'access.not-allowed']);
  });
});

describe('where mail is set up he is written to', () => {
  const send = () => sendLetters(it_.house.kept.house);
  const texts = () => server.taken.map((letter) => readable(letter).replaceAll(/\s+/g, ' '));

  beforeAll(async () => {
    const { house } = it_;
    const settings = { host: '127.0.0.1', port: server.port, security: 'none' as const, username: null };
    await house.ask(setMail, { ...settings, from_address: 'kept@luz.example', from_name: null }, house.administrator);
    await heedMail(house.kept.house);
  });
  beforeEach(() => {
    server.taken.length = 0;
  });

  it('when he is asked: his language, the words, the due, and a link that opens while the old one does too', async () => {
    const due = '2027-05-07';
    it_.house.clock.set('2027-05-03T10:00:00Z');
    const given = await it_.house.ask(
      partners.linkPartner,
      { partner_id: partner.partner_id },
      it_.house.administrator,
    );
    expect(given.mailed).toBe(true);
    token = tokenIn(given.link);
    await ofPartner({ due });
    await send();
    await send();
    const [ask, link] = texts().toSorted((a, b) => b.indexOf('Plazo') - a.indexOf('Plazo'));
    expect(texts()).toHaveLength(2);
    expect(link).toContain(`/keeper#${token}`);
    expect(ask).toContain('«Your boiler comes on Friday.» Plazo: viernes, 7 de mayo de 2027');
    expect(ask).toContain(`/keeper#${token}`);
    expect(ask).not.toContain('Ana');
    await page();
  });

  it('when it is late, once, under a stable id; and no letter goes that is true no more', async () => {
    const { house } = it_;
    const promise = await ofPartner({ due: '2027-05-10' });
    const spoiled = await ofPartner({ due: '2027-05-11' });
    await house.ask(partners.partnerAnswer, { ...answering(spoiled), answer: { what: 'accept' } });
    await send();
    expect(texts()).toHaveLength(1);
    server.taken.length = 0;
    house.clock.set('2027-05-11T08:00:00Z');
    await house.rows(`update platform.timer set ring_at = now() - interval '1 second' where record_id = $1`, [
      promise.promise_id,
    ]);
    await house.rows(
      `update promises.promise set due_at = now() - interval '1 hour', made_at = now() - interval '3 hours',
        heard_at = now() - interval '3 hours' where promise_id = $1`,
      [promise.promise_id],
    );
    await house.kept.timers.settled();
    await send();
    await send();
    expect(texts()).toMatchObject([expect.stringContaining('va con atraso y el cliente espera')]);
    const [row] = await house.rows(`select message_id, letter_id from promises.partner_letter where kind = 'late'`);
    expect(server.taken[0]?.messageId).toBe(`<${row?.['letter_id']}@kept>`);
  });

  it('a link that was made under another secret is replaced by the letter', async () => {
    const { house } = it_;
    await house.rows(`update promises.partner set token_hash = '\\x00' where partner_id = $1`, [partner.partner_id]);
    await ofPartner({ due: '2027-05-20' });
    await send();
    token = /keeper#([\w-]{43})/.exec(texts()[0] ?? '')?.[1] ?? '';
    expect((await page()).partner).toBe('Lorries Ltd');
  });
});
