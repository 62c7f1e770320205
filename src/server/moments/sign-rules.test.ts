import { describe, expect, it } from 'vitest';
import { instantOf } from '../platform/clock.ts';
import { silent } from './fact-rules.ts';
import type { Judgement } from './judgement.ts';
import { judgedOf } from './sign-rules.ts';

let made = 0;

function said(about: Partial<Judgement>, minutes = 0): Judgement {
  made += 1;
  return {
    ...silent,
    customer_id: 'c',
    moment_id: 'm',
    judgement_id: `j${String(made).padStart(4, '0')}`,
    at: instantOf(Date.parse('2026-03-01T10:00:00Z') + minutes * 60_000),
    contact_at: null,
    heard_at: instantOf('2026-03-01T10:00:00Z'),
    event_id: null,
    touchpoint: null,
    channel: null,
    departments: [],
    information_from: null,
    person: null,
    conversation_id: null,
    promise_id: null,
    agreement_id: null,
    subject: null,
    expected: null,
    received: null,
    by: 'x',
    ...about,
  };
}

describe('if one of people, information and processes fails, they all fail', () => {
  it('a friendly call with wrong information is a bad moment, and it is the information that failed', () => {
    const judged = judgedOf([said({ source: 'customer', people: 5, information: 1, process: 4, emotional: 4 })]);
    expect(judged).toMatchObject({ sign: -1, failing: ['information'], kind: 'treatment', own: false });
  });

  const cases: readonly [string, Partial<Judgement>[], Partial<ReturnType<typeof judgedOf>>][] = [
    [
      'all good by his own word',
      [{ source: 'customer', people: 5, information: 4, process: 4 }],
      { sign: 1, own: true },
    ],
    ['one three makes it indifferent', [{ source: 'customer', people: 5, process: 3 }], { sign: 0, own: false }],
    [
      'two that are equally bad both failed',
      [{ source: 'customer', people: 2, process: 2 }],
      { failing: ['process', 'people'] },
    ],
    ['only the feeling is bad', [{ source: 'customer', emotional: 1 }], { sign: -1, failing: ['feeling'], kind: null }],
    ['the place was bad too', [{ source: 'customer', emotional: 2, environment: 1 }], { failing: ['environment'] }],
    ['the place alone decides nothing', [{ source: 'customer', environment: 1 }], { sign: null }],
    [
      'good only by an employee’s word',
      [{ source: 'employee', emotional: 5 }],
      { sign: 1, own: false, source: 'employee' },
    ],
    [
      'what is functional alone is the feeling',
      [{ source: 'customer', functional: 2 }],
      { sign: -1, failing: ['feeling'] },
    ],
    ['what is emotional goes before it', [{ source: 'customer', functional: 1, emotional: 4 }], { sign: 1 }],
    ['nothing said', [{ source: 'event' }], { sign: null, source: null }],
    ['facts that say it went as it should', [{ source: 'event', base: 3 }], { sign: 0, source: 'event' }],
    [
      'his good word over such facts',
      [
        { source: 'event', base: 3 },
        { source: 'customer', emotional: 5 },
      ],
      { sign: 1, own: true },
    ],
    [
      'his good feeling over a broken promise',
      [
        { source: 'event', process: 2, cause: 'broken' },
        { source: 'customer', emotional: 5 },
      ],
      { sign: -1, failing: ['process'], cause: 'broken' },
    ],
    [
      'his word on the process over that of the event',
      [
        { source: 'event', process: 2 },
        { source: 'customer', process: 4 },
      ],
      { sign: 1, own: true },
    ],
    [
      'a machine never over him',
      [
        { source: 'customer', emotional: 5 },
        { source: 'machine', emotional: 2 },
      ],
      { sign: 1, emotional: 5 },
    ],
    ['a machine alone', [{ source: 'machine', emotional: 2 }], { sign: -1, source: 'machine' }],
    ['a grave one', [{ source: 'customer', emotional: 1, severity: 2 }], { sign: -1, severity: 2 }],
    ['a good one is never grave', [{ source: 'customer', emotional: 5, severity: 2 }], { sign: 1, severity: 1 }],
    ['product and treatment as told', [{ source: 'customer', process: 1, kind: 'both' }], { kind: 'both' }],
  ];
  it.each(cases)('%s', (_what, told, expected) => {
    const judgements = told.map((one) => said(one));
    expect(judgedOf(judgements)).toMatchObject(expected);
    expect(judgedOf(judgements.toReversed())).toEqual(judgedOf(judgements));
  });

  it('of one source the last word serves, mark by mark, in whatever order it was heard', () => {
    const first = said({ source: 'customer', people: 1, process: 4, emotional: 2 }, 0);
    const last = said({ source: 'customer', people: 5, emotional: 5, stage: 'remembrance' }, 9_000);
    const judged = judgedOf([last, first]);
    expect(judged).toMatchObject({ people: 5, process: 4, emotional: 5, sign: 1, own: true });
    expect(judged.stages).toEqual([
      { stage: 'interaction', sign: -1, failing: ['people'] },
      { stage: 'remembrance', sign: 1, failing: [] },
    ]);
  });

  it('is when and where the contact was, not when and where it was rated; an event says it better than the ledger', () => {
    const rating = said(
      { source: 'customer', emotional: 4, touchpoint: 'satisfaction-survey', departments: ['quality'] },
      5_000,
    );
    const ledger = said({
      base: 3,
      contact_at: instantOf('2026-03-01T09:00:00Z'),
      touchpoint: 'website',
      departments: ['logistics'],
    });
    const call = said({
      base: 3,
      contact_at: instantOf('2026-03-01T09:30:00Z'),
      event_id: 'e1',
      touchpoint: 'call-centre',
      departments: ['customer-service'],
    });
    expect(judgedOf([rating, ledger, call])).toMatchObject({
      at: instantOf('2026-03-01T09:30:00Z'),
      touchpoint: 'call-centre',
      department: 'customer-service',
      departments: ['customer-service', 'logistics', 'quality'],
    });
  });
});
