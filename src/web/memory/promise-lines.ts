import { day, type EventLook, level, number, text } from './event-look.ts';

/** How the events of the ledger of promises are told. */
export const promiseLooks: Readonly<Record<string, EventLook>> = {
  'promise made': {
    lines: [
      { say: 'memory.event.promiseByCustomer', slots: { due: day('due') }, when: ['maker', 'customer'] },
      { say: 'memory.event.promiseStep', slots: { due: day('due'), outer: text('outer_promise_id') } },
      { say: 'memory.event.promiseMade', slots: { due: day('due') } },
      { say: 'memory.event.promiseMadePlain' },
    ],
    tone: 'waiting',
    tags: ['keeper_department'],
    voice: 'company',
  },
  'promise result': {
    lines: [
      { say: 'memory.event.promiseResultRated', slots: { value: number('result') }, when: ['unit', 'rating'] },
      { say: 'memory.event.promiseResultRated', slots: { value: number('result') }, when: ['unit', 'words'] },
      { say: 'memory.event.promiseResult', slots: { on: day('on', 'result') } },
      { say: 'memory.event.promiseResultAmount', slots: { value: number('result'), unit: text('unit') } },
      { say: 'memory.event.promiseResultPlain' },
    ],
  },
  'promise result withdrawn': { lines: [{ say: 'memory.event.promiseWithdrawn' }] },
  'promise renegotiated': {
    lines: [
      { say: 'memory.event.promiseRenegotiated', slots: { from: day('due_from'), to: day('due_to') } },
      { say: 'memory.event.promiseRenegotiatedPlain' },
    ],
    tone: 'waiting',
    voice: 'customer',
  },
  'promise released': { lines: [{ say: 'memory.event.promiseReleased' }], voice: 'customer' },
  'promise felt': {
    lines: [
      { say: 'memory.event.promiseFeltBetter', when: ['felt', 'better'] },
      { say: 'memory.event.promiseFeltAsExpected', when: ['felt', 'as-expected'] },
      { say: 'memory.event.promiseFeltWorse', when: ['felt', 'worse'] },
      { say: 'memory.event.promiseFelt' },
    ],
    voice: 'customer',
  },
  'expectation told': {
    lines: [
      { say: 'memory.event.expectationTold', slots: { level: level('level') } },
      { say: 'memory.event.expectationToldPlain' },
    ],
    tags: ['source'],
  },
};
