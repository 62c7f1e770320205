import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPromises, type PromisesHouse } from '../../../test/support/promises.ts';
import * as rates from '../../shared/promises-rates.ts';
import * as standing from '../../shared/promises-standing.ts';
import { changes } from '../../shared/staff-people.ts';
import { publicRateOf } from './public-rules.ts';

let it_: PromisesHouse;

const inLanguage = (title: string) => ({
  title,
  promise: `${title}.`,
  conditions: '',
  limits: '',
  complain: 'Write to us.',
  contact: 'help@luz.example',
  indicator: 'Share on time.',
});
const texts = {
  en: inLanguage('Answered in a day'),
  es: inLanguage('Respuesta en un día'),
  ru: inLanguage('Ответ за день'),
};
const rule = {
  opens: { event: 'Question Asked' },
  closes: { event: 'Question Answered' },
  same: 'question_id',
  term: { kind: 'exact' as const, minutes: 1_440 },
  kind: 'answer',
};

beforeAll(async () => {
  it_ = await openPromises();
});
afterAll(async () => it_.house.close());

const page = (language?: 'en' | 'es' | 'ru') =>
  it_.house.ask(rates.publicPage, language === undefined ? {} : { language });
const set = async (next: object) => {
  const { version } = await it_.house.ask(rates.settings, {}, it_.maker);
  return it_.house.ask(rates.editSettings, { ...next, version }, it_.house.administrator);
};
async function publish(more: object = {}): Promise<standing.Standing> {
  const { house } = it_;
  const { standing: draft } = await house.ask(standing.setStanding, { texts, rule, ...more }, house.administrator);
  const at = { standing_id: draft.standing_id, version: 1, in_force_at: '2026-01-01T00:00:00Z' };
  return (await house.ask(standing.publishStanding, at, house.administrator)).standing;
}

describe('the house’s ways with promises', () => {
  it('are the usual ones until changed, by version, and every change is noted', async () => {
    const { house, maker } = it_;
    const usual = await house.ask(rates.settings, {}, maker);
    expect(usual).toEqual({
      accept_minutes: 240,
      alarm_shares: [50, 80],
      public_page: false,
      public_rate: false,
      version: 0,
    });
    expect(await set({ alarm_shares: [90, 25, 25] })).toMatchObject({ alarm_shares: [25, 90], version: 1 });
    expect(await set({ accept_minutes: 60 })).toMatchObject({ accept_minutes: 60, alarm_shares: [25, 90], version: 2 });
    const stale = await house.send(rates.editSettings, { accept_minutes: 30, version: 1 }, house.administrator);
    expect([stale.status, stale.code]).toEqual([412, 'record.stale']);
    expect((await house.send(rates.editSettings, { version: 2 }, maker)).code).toBe('access.not-allowed');
    expect(
      (await house.send(rates.editSettings, { alarm_shares: [100], version: 2 }, house.administrator)).status,
    ).toBe(422);
    const noted = await house.ask(changes, { subject: 'promises' }, house.administrator);
    expect(noted.changes.map((one) => one.after?.['accept_minutes'])).toEqual([60, 240]);
  });
});

describe('the page that everybody may read', () => {
  it('is not there until it is switched on', async () => {
    const came = await it_.house.send(rates.publicPage, {});
    expect([came.status, came.code]).toEqual([404, 'record.not-found']);
  });

  it('tells what is in force and public, in the reader’s language, and no rate that nobody dared to show', async () => {
    const shown = await publish();
    await publish({ public: false });
    await it_.house.ask(standing.setStanding, { texts, rule }, it_.house.administrator);
    await set({ public_page: true });
    const read = await page('es');
    expect(read).toEqual({
      house: 'Luz del Norte',
      logo: null,
      rate: null,
      promises: [
        {
          standing_id: shown.standing_id,
          version: 1,
          texts: texts.es,
          in_force_at: '2026-01-01T00:00:00.000Z',
          rate: null,
        },
      ],
    });
    const headers = { 'accept-language': 'ru-RU,ru;q=0.9' };
    const came = await it_.house.send(rates.publicPage, {}, { headers });
    expect(rates.publicPage.reply.parse(came.body).promises[0]?.texts.title).toBe('Ответ за день');
  });

  it('shows the true rate of what was due in twelve months, from 30 on, late ones beside it', async () => {
    const { house } = it_;
    house.clock.set('2026-04-01T10:00:00Z');
    await set({ public_rate: true });
    const ask = (n: number) => it_.track('Question Asked', { question_id: `q${n}` }, '2026-03-02T10:00:00Z');
    const answered = (n: number, at: string) => it_.track('Question Answered', { question_id: `q${n}` }, at);
    for (let n = 0; n < 29; n++) {
      await ask(n);
      await answered(n, n < 3 ? '2026-03-05T10:00:00Z' : '2026-03-02T11:00:00Z');
    }
    await ask(90);
    await ask(91);
    await house.kept.delivery.settled();
    // Both standing promises open by the same event, the public one and the other.
    house.clock.pass(61_000);
    const few = await page();
    expect(few.promises[0]?.rate).toBeNull();
    expect(few.rate).toMatchObject({ kept: 52, settled: 58, since: '2025-04-02', until: '2026-04-01', late: 4 });
    await ask(29);
    await answered(29, '2026-03-02T12:00:00Z');
    await house.kept.delivery.settled();
    expect((await page()).promises[0]?.rate).toBeNull();
    house.clock.pass(61_000);
    const enough = (await page()).promises[0]?.rate;
    expect(enough).toMatchObject({ kept: 27, settled: 30 });
    // Wilson 1927 for 27 of 30, as in R: prop.test(27, 30, correct = FALSE).
    expect(enough?.low).toBeCloseTo(0.7438, 4);
    expect(enough?.high).toBeCloseTo(0.9654, 4);
  });
});

it('a rate of none or of few is no rate', () => {
  expect(publicRateOf(undefined)).toBeUndefined();
  expect(publicRateOf({ kept: 29, exceeded: 0, broken: 0 })).toBeUndefined();
  expect(publicRateOf({ kept: 20, exceeded: 10, broken: 0 })).toMatchObject({ kept: 30, settled: 30 });
});
