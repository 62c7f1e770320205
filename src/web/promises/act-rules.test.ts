import { expect, test } from 'vitest';
import type { ShownPromise } from '../../shared/promises-shown.ts';
import { actsOf } from './act-rules.ts';

/** An open promise with nothing special about it, for tests. */
const sample: ShownPromise = {
  customer_id: '01900000-0000-7000-8000-000000000001',
  promise_id: '01900000-0000-7000-8000-000000000002',
  customer: 'Ana Ruiz',
  origin: 'made',
  owed_by: 'company',
  state: 'open',
  late: false,
  ref: null,
  kind: 'delivery',
  words: 'It will be there on Friday.',
  language: 'en',
  channel: 'phone',
  touchpoint: null,
  product: null,
  subject: null,
  maker: null,
  keeper: null,
  made_at: '2026-11-20T10:00:00.000Z',
  due_at: '2026-11-27T23:00:00.000Z',
  due_local: '2026-11-27',
  due_note: null,
  zone: 'Europe/Madrid',
  unit: 'date',
  measure: null,
  better: 'earlier',
  adequate: '2026-11-27',
  desired: null,
  result: null,
  result_words: null,
  ticks: null,
  gap: null,
  expected_from: null,
  felt: null,
  reason: null,
  settled_at: null,
  acceptance: 'unasked',
  accept_by: null,
  answer_words: null,
  counter: null,
  replaces: null,
  replaced_by: null,
  outer_id: null,
  standing_id: null,
  made_event_id: null,
  result_event_id: null,
  visible: true,
  version: 1,
};

const open = ['accept', 'settle', 'renegotiate', 'reassign', 'release'] as const;

test.each([
  ['asked: the keeper says yes or no', { acceptance: 'asked' }, open, ['accept', 'decline']],
  ['accepted: it is kept', { acceptance: 'accepted' }, open, ['settle', 'renegotiate']],
  ['another date proposed: agree it with the customer', { acceptance: 'countered' }, open, ['renegotiate', 'reassign']],
  ['declined: another keeper', { acceptance: 'declined' }, open, ['reassign', 'renegotiate']],
  ['late: keep it now, whoever was asked', { acceptance: 'asked', late: true }, open, ['settle', 'accept']],
  ['read in words: yes or no', { state: 'found', acceptance: 'unasked' }, [], ['confirm', 'dismiss']],
  ['broken: say why', { state: 'broken', acceptance: 'accepted' }, ['explain', 'unsettle'], ['unsettle', 'explain']],
] as const)('what comes first, %s', (_what, part, may, first) => {
  const acts = actsOf({ promise: { ...sample, ...part }, may: [...may] }).map((one) => one.act);
  expect(acts.slice(0, 2)).toEqual(first);
});

test('an inner step has no steps of its own, and what the customer owes has none', () => {
  const stepsOf = (part: object) =>
    actsOf({ promise: { ...sample, acceptance: 'accepted', ...part }, may: [...open] }).some(
      (one) => one.act === 'inner',
    );
  expect([stepsOf({}), stepsOf({ outer_id: sample.promise_id }), stepsOf({ owed_by: 'customer' })]).toEqual([
    true,
    false,
    false,
  ]);
});
