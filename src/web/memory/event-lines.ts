import { code, type EventLook, minutes, money, number, text } from './event-look.ts';
import { momentLooks } from './moment-lines.ts';
import { promiseLooks } from './promise-lines.ts';

const total = money('total', 'revenue', 'value', 'amount');
const order = text('order_id', 'orderId');

/** The known event names in small letters; a new one is a line here and its words in three languages. */
const known: Readonly<Record<string, EventLook>> = {
  'order completed': {
    lines: [
      { say: 'memory.event.orderCompletedTotal', slots: { total, order } },
      { say: 'memory.event.orderCompletedOrder', slots: { order } },
      { say: 'memory.event.orderCompleted' },
    ],
    tags: ['payment_method'],
  },
  'order updated': {
    lines: [{ say: 'memory.event.orderUpdated', slots: { total, order } }, { say: 'memory.event.orderUpdatedPlain' }],
  },
  'order refunded': {
    lines: [
      { say: 'memory.event.orderRefundedTotal', slots: { total, order } },
      { say: 'memory.event.orderRefundedOrder', slots: { order } },
      { say: 'memory.event.orderRefunded' },
    ],
    tags: ['reason'],
  },
  'order cancelled': {
    lines: [{ say: 'memory.event.orderCancelled', slots: { order } }, { say: 'memory.event.orderCancelledPlain' }],
    tags: ['reason'],
  },
  'order shipped': { lines: [{ say: 'memory.event.orderShipped', slots: { order } }] },
  'delivery made': {
    lines: [
      { say: 'memory.event.deliveryLate', slots: { order }, when: ['on_time', false] },
      { say: 'memory.event.deliveryIncomplete', slots: { order }, when: ['complete', false] },
      { say: 'memory.event.deliveryMade', slots: { order } },
    ],
  },
  'product viewed': { lines: [{ say: 'memory.event.productViewed', slots: { product: text('name', 'product') } }] },
  'product added': { lines: [{ say: 'memory.event.productAdded', slots: { product: text('name', 'product') } }] },
  'products searched': { lines: [{ say: 'memory.event.productsSearched', slots: { query: text('query') } }] },
  'call ended': {
    lines: [
      {
        say: 'memory.event.callOut',
        slots: { minutes: minutes('duration_seconds') },
        when: ['direction', 'out'],
      },
      { say: 'memory.event.callIn', slots: { minutes: minutes('duration_seconds') } },
      { say: 'memory.event.call' },
    ],
    tags: ['reason', 'outcome'],
    voice: 'customer',
  },
  'shop visited': { lines: [{ say: 'memory.event.shopVisited' }], tags: ['reason', 'outcome'] },
  'visit made': {
    lines: [
      { say: 'memory.event.visitLate', slots: { minutes: text('late_minutes') }, when: ['on_time', false] },
      { say: 'memory.event.visitMade' },
    ],
    tags: ['reason', 'outcome'],
  },
  'email received': {
    lines: [
      { say: 'memory.event.emailReceived', slots: { subject: text('subject') } },
      { say: 'memory.event.emailReceivedPlain' },
    ],
    tags: ['reason'],
  },
  'email sent': {
    lines: [
      { say: 'memory.event.emailSent', slots: { subject: text('subject') } },
      { say: 'memory.event.emailSentPlain' },
    ],
    voice: 'company',
  },
  'letter received': {
    lines: [
      { say: 'memory.event.letterReceived', slots: { subject: text('subject') } },
      { say: 'memory.event.letterReceivedPlain' },
    ],
  },
  'letter sent': { lines: [{ say: 'memory.event.letterSent' }], voice: 'company' },
  'message received': { lines: [{ say: 'memory.event.messageReceived' }], tags: ['reason'] },
  'message sent': { lines: [{ say: 'memory.event.messageSent' }], voice: 'company' },
  'notice sent': {
    lines: [{ say: 'memory.event.noticeSent', slots: { topic: code('topic') } }],
    voice: 'company',
  },
  ...momentLooks,
  ...promiseLooks,
  'complaint received': {
    lines: [
      { say: 'memory.event.complaintReceived', slots: { about: code('about'), number: text('complaint_number') } },
      { say: 'memory.event.complaintReceivedPlain' },
    ],
    tone: 'owed',
    tags: ['remedy_sought'],
    voice: 'customer',
  },
  'complaint acknowledged': {
    lines: [
      { say: 'memory.event.complaintAcknowledged', slots: { number: text('complaint_number') } },
      { say: 'memory.event.complaintAcknowledgedPlain' },
    ],
  },
  'complaint answered': {
    lines: [
      { say: 'memory.event.complaintAnswered', slots: { decision: code('decision') } },
      { say: 'memory.event.complaintAnsweredPlain' },
    ],
    voice: 'company',
  },
  'complaint closed': {
    lines: [
      { say: 'memory.event.complaintClosedContent', when: ['accepted_by_customer', true] },
      { say: 'memory.event.complaintClosedNot', when: ['accepted_by_customer', false] },
      { say: 'memory.event.complaintClosed' },
    ],
  },
  'question asked': { lines: [{ say: 'memory.event.questionAsked' }], tags: ['topic'] },
  'suggestion made': { lines: [{ say: 'memory.event.suggestionMade' }], tone: 'kept' },
  'thanks given': { lines: [{ say: 'memory.event.thanksGiven' }], tone: 'kept' },
  'recommendation made': { lines: [{ say: 'memory.event.recommendationMade' }], tone: 'kept' },
  'rumour heard': {
    lines: [
      { say: 'memory.event.rumourHeard', slots: { topic: code('topic') } },
      { say: 'memory.event.rumourHeardPlain' },
    ],
    tone: 'waiting',
    tags: ['heard_from'],
  },
  'need told': { lines: [{ say: 'memory.event.needTold' }] },
  'fact told': {
    lines: [
      { say: 'memory.event.factToldAgain', slots: { fact: code('name'), value: code('value') }, when: ['again', true] },
      { say: 'memory.event.factTold', slots: { fact: code('name'), value: code('value') } },
    ],
    voice: 'customer',
  },
  'fact asked': { lines: [{ say: 'memory.event.factAsked', slots: { fact: code('name') } }] },
  'invoice issued': {
    lines: [
      { say: 'memory.event.invoiceIssued', slots: { total, number: text('invoice_number') } },
      { say: 'memory.event.invoiceIssuedPlain' },
    ],
    tags: ['reading'],
  },
  'payment made': {
    lines: [
      { say: 'memory.event.paymentMade', slots: { total, method: code('method') } },
      { say: 'memory.event.paymentMadePlain' },
    ],
  },
  'payment failed': {
    lines: [
      { say: 'memory.event.paymentFailed', slots: { total, reason: code('reason') } },
      { say: 'memory.event.paymentFailedPlain' },
    ],
    tone: 'owed',
  },
  'payment refunded': { lines: [{ say: 'memory.event.paymentRefunded', slots: { total } }] },
  'credit given': { lines: [{ say: 'memory.event.creditGiven', slots: { total } }], tone: 'kept' },
  'agreement started': {
    lines: [
      { say: 'memory.event.agreementStarted', slots: { line: code('line'), number: text('agreement_number') } },
      { say: 'memory.event.agreementStartedPlain' },
    ],
    tags: ['tariff_name'],
  },
  'agreement ended': {
    lines: [
      { say: 'memory.event.agreementEnded', slots: { line: code('line'), number: text('agreement_number') } },
      { say: 'memory.event.agreementEndedPlain' },
    ],
    tags: ['reason'],
    voice: 'customer',
  },
  'agreement role given': { lines: [{ say: 'memory.event.agreementRoleGiven', slots: { role: code('role') } }] },
  'meter read': {
    lines: [{ say: 'memory.event.meterRead', slots: { value: number('value'), unit: text('unit') } }],
    tags: ['by'],
  },
  identify: { lines: [{ say: 'memory.event.identify' }] },
  group: { lines: [{ say: 'memory.event.group', slots: { name: text('name') } }] },
  alias: { lines: [{ say: 'memory.event.alias' }] },
  'contact captured': { lines: [{ say: 'memory.event.captured' }], voice: 'company' },
  'event corrected': { lines: [{ say: 'memory.event.corrected' }], voice: 'company' },
};

/** The look of a known event; undefined for one that is shown by its own name and properties. */
export function lookOf(kind: string, name: string): EventLook | undefined {
  if (kind === 'page') return { lines: [{ say: 'memory.event.page', slots: { page: text('name', 'title', 'path') } }] };
  if (kind === 'screen') return { lines: [{ say: 'memory.event.screen', slots: { page: text('name', 'title') } }] };
  return known[name.toLowerCase()];
}
