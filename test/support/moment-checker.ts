// Computes by itself, out of the raw messages that a company's systems send, how each contact was and how each customer's
// account stands. It imports nothing of the product, on purpose: what both say alike, both read out of docs/moments.md.

import { type Checked, checkPromises } from './promise-checker.ts';

interface Message {
  readonly type: string;
  readonly event?: string;
  readonly userId?: string;
  readonly previousId?: string;
  readonly messageId: string;
  readonly timestamp: string;
  readonly properties?: Readonly<Record<string, unknown>>;
}

type Aspect = 'people' | 'information' | 'process' | 'functional' | 'emotional';
const aspects: readonly Aspect[] = ['people', 'information', 'process', 'functional', 'emotional'];
const sources = ['customer', 'employee', 'event'] as const;

/** What one message (or the end of a promise) says of one contact. */
interface Saying {
  readonly customer: string;
  readonly contact: string;
  readonly source: (typeof sources)[number];
  readonly stage: string;
  readonly at: string;
  /** It is the contact itself, or the end of a promise: 1 and 2; what is only said about it: 0. */
  readonly itself: 0 | 1 | 2;
  readonly marks: Readonly<Partial<Record<Aspect, number>>>;
  /** Facts that are neither good nor bad. */
  readonly plain: boolean;
  readonly severity: number;
  readonly touchpoint: string;
}

/** A contact as the checker sees it. */
export interface CheckedMoment {
  readonly customer: string;
  readonly at: string;
  readonly sign: -1 | 0 | 1 | null;
  readonly own: boolean;
  readonly severity: number;
  readonly failing: readonly string[];
  readonly touchpoint: string;
  readonly stages: readonly {
    readonly stage: string;
    readonly sign: CheckedMoment['sign'];
    readonly failing: readonly string[];
  }[];
}

const contacts = new Set([
  ...['Call Ended', 'Shop Visited', 'Visit Made', 'Delivery Made'],
  ...['Email Received', 'Letter Received', 'Message Received'],
]);

/** Every contact that the messages (one JSON a line) tell of, under the customer by whom his other records are read. */
export function checkMoments(ndjson: string): CheckedMoment[] {
  const messages: Message[] = ndjson
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Message => JSON.parse(line));
  const nameOf = joined(messages);
  const sayings = [...messages.flatMap(sayingsOf), ...endings(messages, checkPromises(ndjson))];
  const byContact = Map.groupBy(sayings, (one) => `${nameOf(one.customer)}\n${one.contact}`);
  return [...byContact].map(([key, own]) => momentOf(key.split('\n')[0] ?? '', own));
}

/** Two ids that an alias joins are one customer, under the id that the alias keeps. */
function joined(messages: readonly Message[]): (id: string) => string {
  const next = new Map<string, string>();
  for (const { type, previousId, userId } of messages)
    if (type === 'alias' && previousId !== undefined && userId !== undefined) next.set(previousId, userId);
  return (id) => {
    let at = id;
    for (let other = next.get(at); other !== undefined; other = next.get(at)) at = other;
    return at;
  };
}

function told(message: Message, name: string): string | undefined {
  const value = message.properties?.[name];
  return value === undefined || value === null ? undefined : String(value);
}

function sayingsOf(message: Message): Saying[] {
  const found = saidBy(message);
  if (found === undefined || message.userId === undefined) return [];
  const itself = contacts.has(message.event ?? '') || message.event === 'Payment Made' ? 1 : 0;
  return [
    {
      customer: message.userId,
      contact: contactOf(message),
      source: 'event',
      stage: 'interaction',
      at: message.timestamp,
      itself,
      marks: {},
      plain: false,
      severity: 1,
      touchpoint: placeOf(message),
      ...found,
    },
  ];
}

function saidBy(message: Message): Partial<Saying> | undefined {
  switch (message.event) {
    case 'Moment Rated':
      return rated(message);
    case 'Complaint Received':
      return complained(message);
    case 'Thanks Given':
      return { source: 'customer', marks: { emotional: 5 } };
    case 'Payment Made':
      return told(message, 'repeated') === 'true' ? { marks: { process: 2 } } : undefined;
    default:
      return contacts.has(message.event ?? '') ? facts(message) : undefined;
  }
}

function rated(message: Message): Partial<Saying> {
  const marks: Partial<Record<Aspect, number>> = {};
  for (const aspect of aspects) {
    const value = told(message, aspect);
    if (value !== undefined) marks[aspect] = Number(value);
  }
  const source = told(message, 'by') === 'customer' ? 'customer' : 'employee';
  return { source, stage: told(message, 'stage') ?? 'interaction', marks };
}

function complained(message: Message): Partial<Saying> {
  const severity = told(message, 'severity') === '2' ? 2 : 1;
  const mark = severity === 2 ? 1 : 2;
  const about = told(message, 'about') ?? '';
  const failed: Aspect = about === 'rudeness' ? 'people' : about === 'silence' ? 'information' : 'process';
  return { source: 'customer', marks: { emotional: mark, [failed]: mark }, severity };
}

/** Minutes of waiting, and minutes too late, from which on it was bad. */
function limitsAt(place: string | undefined): { wait: number; late: number } {
  if (place === 'call-centre') return { wait: 5, late: 15 };
  if (place === 'shop-counter') return { wait: 15, late: 15 };
  return { wait: 10, late: place === 'home-visit' ? 30 : 15 };
}

function facts(message: Message): Partial<Saying> {
  const is = (name: string, value: string) => told(message, name) === value;
  const { wait, late } = limitsAt(told(message, 'touchpoint'));
  const lateBy = Number(told(message, 'late_minutes') ?? late);
  const waited = Number(told(message, 'wait_seconds') ?? 0) / 60;
  if (is('on_promised_day', 'false') || is('complete', 'false') || is('in_spec', 'false'))
    return { marks: { process: 2 } };
  if (is('on_time', 'false') && lateBy >= late) return { marks: { process: 2 } };
  if (waited > wait) return { marks: { process: waited > 3 * wait ? 1 : 2 } };
  return {
    plain: ['wait_seconds', 'outcome', 'on_time', 'complete'].some((name) => told(message, name) !== undefined),
  };
}

/** What all who speak of the same contact name alike. */
function contactOf(message: Message): string {
  const by = (...names: string[]) => {
    const name = names.find((one) => told(message, one) !== undefined);
    return name === undefined ? undefined : told(message, name);
  };
  const { event } = message;
  if (event === 'Payment Made') return `payment ${by('payment_id')}`;
  if (event === 'Complaint Received') {
    const promise = by('about_promise_id');
    if (promise !== undefined) return `promise ${promise}`;
    const talk = by('asked_in');
    if (talk !== undefined) return `talk ${talk}`;
    const payment = by('payment_id');
    return payment === undefined ? `complaint ${by('complaint_id')}` : `payment ${payment}`;
  }
  const fulfils = event === 'Delivery Made' || event === 'Visit Made' || event === 'Moment Rated';
  const promise = by('promise_id');
  if (promise !== undefined && (fulfils || by('direction') === 'out')) return `promise ${promise}`;
  const talk = by('conversation_id');
  if (talk !== undefined) return `talk ${talk}`;
  const complaint = by('complaint_id');
  if (event === 'Moment Rated' && complaint !== undefined) return `complaint as rated ${complaint}`;
  const order = by('order_id');
  if ((event === 'Moment Rated' || event === 'Delivery Made') && order !== undefined) return `order ${order}`;
  return `message ${message.messageId}`;
}

const complainedAt: Readonly<Record<string, string>> = {
  billing: 'invoice',
  'double-charge': 'direct-debit',
  'late-visit': 'home-visit',
  'no-show': 'home-visit',
  'wrong-delivery': 'parcel-delivery',
  'late-delivery': 'parcel-delivery',
};

function placeOf(message: Message): string {
  const place = told(message, 'touchpoint') ?? '';
  if (message.event !== 'Complaint Received') return place;
  const onItself = ['about_promise_id', 'asked_in', 'payment_id'].every((name) => told(message, name) === undefined);
  return complainedAt[told(message, 'about') ?? ''] ?? (onItself ? place : '');
}

/** What the ends of promises say: broken is bad, kept and exceeded are neither. */
function endings(messages: readonly Message[], promises: readonly Checked[]): Saying[] {
  const first = new Map<string, Message>();
  for (const message of messages) {
    const ref = told(
      message,
      message.event === 'Order Completed' || message.event === 'Delivery Made' ? 'order_id' : 'promise_id',
    );
    const key = `${message.event} ${ref}`;
    const known = first.get(key);
    if (ref !== undefined && (known === undefined || message.timestamp < known.timestamp)) first.set(key, message);
  }
  return promises.flatMap((promise): Saying[] => {
    const { ref, state, standing } = promise;
    if (promise.owedBy !== 'company' || !['kept', 'exceeded', 'broken'].includes(state)) return [];
    const made = first.get(`${standing ? 'Order Completed' : 'Promise Made'} ${ref}`);
    const change = first.get(`Promise Renegotiated ${ref}`);
    const result = first.get(standing ? `Delivery Made ${ref}` : `Promise Result ${ref}`);
    const end = !standing && change !== undefined && told(change, 'agreed_by_customer') === 'true' ? change : result;
    if (made?.userId === undefined || end === undefined) return [];
    return [
      {
        customer: made.userId,
        contact: standing ? contactOf(end) : `promise ${ref}`,
        source: 'event',
        stage: 'interaction',
        at: end.timestamp,
        itself: 2,
        marks: state === 'broken' ? { process: 2 } : {},
        plain: state !== 'broken',
        severity: 1,
        touchpoint: told(made, 'touchpoint') ?? '',
      },
    ];
  });
}

const later = (a: Saying, b: Saying) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0);

function momentOf(customer: string, own: readonly Saying[]): CheckedMoment {
  const worth = own.toSorted((a, b) => sources.indexOf(a.source) - sources.indexOf(b.source) || later(a, b));
  const itself = own.filter((one) => one.itself > 0).toSorted((a, b) => a.itself - b.itself || later(b, a));
  const whole = signOf(worth);
  const bad = own.filter((one) => Object.values(one.marks).some((mark) => mark <= 2));
  return {
    customer,
    at: (itself[0] ?? own.toSorted(later).at(-1))?.at ?? '',
    ...whole,
    severity: whole.sign === -1 ? Math.max(1, ...bad.map((one) => one.severity)) : 1,
    touchpoint: [...itself, ...worth].find((one) => one.touchpoint !== '')?.touchpoint ?? '',
    stages: [...Map.groupBy(worth, (one) => one.stage)].map(([stage, part]) => {
      const { sign, failing } = signOf(part);
      return { stage, sign, failing };
    }),
  };
}

/** Each mark by its best source, of that the last word; the worst of those known is the sign. */
function signOf(worth: readonly Saying[]): Pick<CheckedMoment, 'sign' | 'own' | 'failing'> {
  const best = new Map<Aspect, { mark: number; by: string }>();
  for (const one of worth) {
    for (const aspect of aspects) {
      const mark = one.marks[aspect];
      if (mark !== undefined && !best.has(aspect)) best.set(aspect, { mark, by: one.source });
    }
  }
  if (best.has('emotional')) best.delete('functional');
  const known = [...best.values()];
  if (known.length === 0) return { sign: worth.some((one) => one.plain) ? 0 : null, own: false, failing: [] };
  const worst = Math.min(...known.map((one) => one.mark));
  const failed = ['information', 'people', 'process'].filter((mark) =>
    [...best].some(([aspect, { mark: value }]) => aspect === mark && value === worst),
  );
  if (worst <= 2) return { sign: -1, own: false, failing: failed.length > 0 ? failed : ['feeling'] };
  if (worst === 3) return { sign: 0, own: false, failing: [] };
  return { sign: 1, own: known.some((one) => one.by === 'customer'), failing: [] };
}
