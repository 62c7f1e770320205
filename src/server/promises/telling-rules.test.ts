import { describe, expect, it, test } from 'vitest';
import type { Telling } from './entry.ts';
import { cut, type LedgerEvent, momentOf, numberOf } from './said-rules.ts';
import { ledgerNames, tellingOf } from './telling-rules.ts';

function heard(name: string, properties: unknown, more: Partial<LedgerEvent> = {}): LedgerEvent {
  return {
    customer_id: 'c',
    event_id: 'e',
    happened_at: new Date('2027-03-01T09:00:00Z'),
    heard_at: new Date('2027-03-01T09:00:01Z'),
    source_id: 's',
    zone: 'Europe/Madrid',
    name,
    channel: 'phone',
    touchpoint: 'call-centre',
    staff: 'E01',
    agreement_id: null,
    conversation_id: null,
    language: 'es',
    words: 'El lunes.',
    payload: { type: 'track', event: name, properties },
    ...more,
  };
}

function tell(name: string, properties: object, more: Partial<LedgerEvent> = {}) {
  return tellingOf(heard(name, { promise_id: 'P-1', ...properties }, more));
}

function isMade(telling: ReturnType<typeof tell>): Extract<Telling, { what: 'made' }> {
  if (telling === undefined || 'unreadable' in telling || telling.what !== 'made') throw new Error('nothing was made');
  return telling;
}

describe('a promise is told with its maker, its keeper, its words and two levels', () => {
  it('each with its own', () => {
    const made = isMade(
      tell('Promise Made', {
        maker: 'company',
        maker_department: 'marketing-sales',
        keeper_department: 'logistics',
        keeper_person: 'E32',
        kind: 'delivery',
        due: '2027-03-10',
        adequate: '2027-03-10',
        desired: '2027-03-08',
        order_id: 77,
        replaces: 'P-0',
      }),
    );
    expect(made).toMatchObject({
      owed_by: 'company',
      maker_department: 'marketing-sales',
      keeper_department: 'logistics',
      keeper_person: 'E32',
      maker_person: 'E01',
      kind: 'delivery',
      subject: '77',
      replacesRef: 'P-0',
      words: 'El lunes.',
      due: { at: new Date('2027-03-10T23:00:00Z'), local: '2027-03-10' },
      desiredOn: { at: new Date('2027-03-08T23:00:00Z') },
      visible: true,
    });
  });

  it('a customer promises too, and owes us', () => {
    expect(isMade(tell('Promise Made', { maker: 'customer', due: '2027-03-10' })).owed_by).toBe('customer');
  });

  it('whose keeper is not told is kept by its maker; a partner by his id alone', () => {
    const partner = '018f0000-0000-7000-8000-00000000000a';
    const own = isMade(tell('Promise Made', { maker_department: 'quality', due: '2027-03-10' }));
    expect([own.keeper_department, own.keeper_partner]).toEqual(['quality', null]);
    expect(isMade(tell('Promise Made', { keeper_partner_id: partner, due: '2027-03-10' })).keeper_partner).toBe(
      partner,
    );
    expect(isMade(tell('Promise Made', { keeper_partner_id: 'Paco', due: '2027-03-10' })).keeper_partner).toBeNull();
  });

  const levels: readonly (readonly [object, object])[] = [
    [
      { unit: 'EUR', adequate: 12.5, desired: '20', due: '2027-03-10' },
      { unit: 'amount', measure: 'EUR', adequate: '12.5', desired: '20', better: 'more' },
    ],
    [
      { unit: 'minutes', adequate: 30, better: 'less', due: '2027-03-10' },
      { unit: 'amount', measure: 'minutes', adequate: '30', better: 'less' },
    ],
    [
      { unit: 'rating', adequate: 5, due: '2027-03-10' },
      { unit: 'rating', measure: null, adequate: '5' },
    ],
    [
      { unit: 'date', due: '2027-03-10T17:00' },
      { unit: 'date', due: { at: new Date('2027-03-10T16:00:00Z'), local: '2027-03-10T17:00', note: null } },
    ],
    [{ due: '2027-03-10T17:00:00+05:00' }, { due: { at: new Date('2027-03-10T12:00:00Z'), local: null, note: null } }],
    // The clocks go forward over half past two, and back over it.
    [
      { due: '2027-03-28T02:30' },
      { due: { at: new Date('2027-03-28T01:30:00Z'), local: '2027-03-28T02:30', note: 'gap' } },
    ],
    [
      { due: '2027-10-31T02:30' },
      { due: { at: new Date('2027-10-31T00:30:00Z'), local: '2027-10-31T02:30', note: 'overlap' } },
    ],
    [
      { due: '2027-03-10', zone: 'America/Bogota' },
      { zone: 'America/Bogota', due: { at: new Date('2027-03-11T05:00:00Z') } },
    ],
    [
      { due: '2027-03-10', zone: 'Middle/Earth' },
      { zone: 'Europe/Madrid', due: { at: new Date('2027-03-10T23:00:00Z') } },
    ],
    [
      { due: '2027-03-10', zone: '+05:30' },
      { zone: '+05:30', due: { at: new Date('2027-03-10T18:30:00Z') } },
    ],
    [{ adequate: '2027-03-10' }, { due: { local: '2027-03-10' } }],
    [{ due: '2027-03-10', desired: '2027-03-12' }, { desiredOn: { local: '2027-03-12' } }],
  ];
  test.each(levels)('%j', (properties, expected) => {
    expect(isMade(tell('Promise Made', properties))).toMatchObject(expected);
  });
});

describe('what cannot be entered is set aside with why, and never thrown away', () => {
  const cases: readonly (readonly [string, object, string])[] = [
    ['Promise Made', { promise_id: undefined, due: '2027-03-10' }, 'promise.no-number'],
    ['Promise Made', { promise_id: '  ', due: '2027-03-10' }, 'promise.no-number'],
    ['Promise Made', { promise_id: { $ne: null }, due: '2027-03-10' }, 'promise.no-number'],
    ['Promise Made', {}, 'promise.no-due'],
    ['Promise Made', { due: '' }, 'promise.no-due'],
    ['Promise Made', { unit: 'EUR', adequate: 5 }, 'promise.no-due'],
    ['Promise Made', { due: '2027-02-30' }, 'promise.bad-date'],
    ['Promise Made', { due: '2027-02-29' }, 'promise.bad-date'],
    ['Promise Made', { due: 'tomorrow' }, 'promise.bad-date'],
    ['Promise Made', { due: 'infinity' }, 'promise.bad-date'],
    ['Promise Made', { due: '10/03/2027' }, 'promise.bad-date'],
    ['Promise Made', { due: '2027-03-10T25:00' }, 'promise.bad-date'],
    ['Promise Made', { due: '+294277-01-01T00:00:00Z' }, 'promise.bad-date'],
    ['Promise Made', { due: '0000-01-01T00:00:00Z' }, 'promise.bad-date'],
    ['Promise Made', { due: '0000-01-01' }, 'promise.bad-date'],
    ['Promise Made', { due: 20_270_310 }, 'promise.bad-date'],
    ['Promise Made', { due: '2027-03-10', desired: 'soon' }, 'promise.bad-date'],
    ['Promise Made', { unit: 'EUR', due: '2027-03-10' }, 'promise.bad-level'],
    ['Promise Made', { unit: 'EUR', adequate: '1,000.50', due: '2027-03-10' }, 'promise.bad-level'],
    ['Promise Made', { unit: 'EUR', adequate: '1e400', due: '2027-03-10' }, 'promise.bad-level'],
    ['Promise Made', { unit: 'EUR', adequate: 'NaN', due: '2027-03-10' }, 'promise.bad-level'],
    ['Promise Made', { unit: 'EUR', adequate: '12345678901234', due: '2027-03-10' }, 'promise.bad-level'],
    ['Promise Made', { unit: 'EUR', adequate: '5', desired: 'much', due: '2027-03-10' }, 'promise.bad-level'],
    ['Promise Result', { promise_id: undefined }, 'promise.no-number'],
    ['Promise Result', { unit: 'date', result: '2027-02-30' }, 'promise.bad-date'],
    ['Promise Result', { unit: 'EUR', result: 'all of it' }, 'promise.bad-level'],
    ['Promise Result', { unit: 'EUR' }, 'promise.bad-level'],
    ['Promise Released', { promise_id: undefined }, 'promise.no-number'],
    ['Promise Felt', { promise_id: undefined, felt: 'better' }, 'promise.no-number'],
    ['Expectation Told', { level: 'high' }, 'promise.bad-level'],
    ['Expectation Told', {}, 'promise.bad-level'],
    ['Expectation Told', { level: 5, due: 'later' }, 'promise.bad-date'],
  ];
  test.each(cases)('%s %j: %s', (name, properties, why) => {
    expect(tell(name, properties)).toEqual({ unreadable: why });
  });

  it('other events say nothing to the ledger, whatever they are called', () => {
    for (const name of ['Order Completed', 'constructor', '__proto__', 'toString', 'promise made'])
      expect(tell(name, {})).toBeUndefined();
    expect(tell('Moment Rated', { promise_id: undefined })).toBeUndefined();
  });
});

describe('hostile payloads', () => {
  const payloads: readonly unknown[] = [
    null,
    undefined,
    7,
    'text',
    [],
    {},
    { properties: null },
    { properties: [] },
    { properties: 'x' },
    { properties: { promise_id: [] } },
    { properties: { promise_id: 'P', due: { $gt: '' } } },
    {
      properties: JSON.parse(
        '{"promise_id":"P","due":"2027-03-10","__proto__":{"kind":"evil"},"ticks":{"__proto__":true}}',
      ),
    },
    {
      properties: { promise_id: 'P', due: '2027-03-10', maker: {}, zone: 5, kind: ['x'], visible: 'no', ticks: 'all' },
    },
    { properties: { promise_id: 'P', result: Number.NaN, unit: 'EUR' } },
    { properties: { promise_id: 'P', expectation_id: 'E', by: 'customer', received: {}, level: [] } },
  ];
  test.each(payloads.map((payload) => [payload]))('%j is read or set aside, and breaks nothing', (payload) => {
    for (const name of ledgerNames) {
      const telling = tellingOf(heard(name, {}, { payload }));
      if (telling !== undefined && !('unreadable' in telling)) expect(telling.ref).not.toBe('');
    }
    expect(Object.keys({})).toEqual([]);
  });

  it('long texts are cut, and never through the middle of a letter', () => {
    const long = `${'x'.repeat(59)}😀${'y'.repeat(9_000)}`;
    const made = isMade(
      tell('Promise Made', {
        due: '2027-03-10',
        kind: long,
        keeper_person: long,
        maker_person_id: long,
        product: 'x'.repeat(199) + long,
        order_id: long,
      }),
    );
    const texts = [made.kind, made.keeper_person, made.maker_person, made.product, made.subject].map(String);
    expect(texts.map((text) => text.length)).toEqual([60, 200, 200, 200, 200]);
    expect(texts.every((text) => text.isWellFormed())).toBe(true);
    expect(cut('a😀', 2)).toBe('a\uFFFD');
  });
});

describe('results', () => {
  const came = (properties: object) => {
    const telling = tell('Promise Result', properties);
    if (telling === undefined || 'unreadable' in telling || telling.what !== 'result') throw new Error('no result');
    return telling.result;
  };
  it('are of the day they tell, else of the moment they were told', () => {
    expect(came({ result: '2027-03-05' }).on.local).toBe('2027-03-05');
    expect(came({ on: '2027-03-04' }).on.local).toBe('2027-03-04');
    expect(came({}).on).toEqual({ at: new Date('2027-03-01T09:00:00Z'), local: null, note: null });
    expect(came({ unit: 'EUR', result: 3, on: '2027-03-04' })).toMatchObject({
      amount: '3',
      on: { local: '2027-03-04' },
    });
  });
  it('carry the ticks that they speak of', () => {
    expect(came({ complete: true, in_spec: false, ticks: { clean: true } }).ticks).toEqual({
      clean: true,
      complete: true,
      in_spec: false,
    });
    expect(came({ complete: 'yes' }).ticks).toBeNull();
  });
  it('of an expectation are the customer’s own word alone', () => {
    const rated = (by: string) => tell('Moment Rated', { by, expectation_id: 'X-1', received: 6 });
    expect(rated('customer')).toMatchObject({ what: 'result', ref: 'X-1', alone: false, result: { amount: '6' } });
    expect(rated('employee')).toBeUndefined();
  });
});

describe('a change, a release and a feeling', () => {
  it('a change counts only with the customer’s agreement, and says what replaces it', () => {
    expect(tell('Promise Renegotiated', { replaced_by: 'P-2', agreed_by_customer: true })).toMatchObject({
      what: 'renegotiated',
      replacedBy: 'P-2',
      agreed: true,
    });
    expect(tell('Promise Renegotiated', { agreed_by_customer: 'true' })).toMatchObject({ agreed: false });
  });
  it('a feeling is one of three, or taken back', () => {
    expect(tell('Promise Felt', { felt: 'better' })).toMatchObject({ what: 'felt', felt: 'better' });
    expect(tell('Promise Felt', { felt: 'superb' })).toMatchObject({ what: 'felt', felt: null });
    expect(tell('Promise Result Withdrawn', {})).toBeUndefined();
  });
});

describe('numbers and moments as they are told', () => {
  test.each([
    ['5', '5'],
    ['-0.5', '-0.5'],
    ['1234567890123.123456', '1234567890123.123456'],
    ['', null],
    ['1.1234567', undefined],
    ['٣', undefined],
    ['0x10', undefined],
    [' 5', undefined],
  ])('%j is %j', (told, number) => {
    expect(numberOf(told)).toBe(number);
  });
  it('a moment of no year that is kept is none', () => {
    expect(momentOf('0999-12-31T23:59:59Z', 'UTC')).toBe('bad');
    expect(momentOf('9999-12-30', 'UTC')).not.toBe('bad');
    expect(momentOf(undefined, 'UTC')).toBeUndefined();
  });
});
