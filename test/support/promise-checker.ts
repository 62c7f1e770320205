// Computes by itself, out of the raw messages that a company's systems send, how each promise ended. It imports nothing
// of the product, on purpose: what both say alike, both read out of docs/events.md.

/** How a promise ended, as its messages say. */
type Ended = 'open' | 'kept' | 'exceeded' | 'broken' | 'renegotiated' | 'released' | 'unexpected';

/** A promise as the checker sees it; of a standing one `ref` is the order's number. */
export interface Checked {
  readonly ref: string;
  readonly standing: boolean;
  readonly owedBy: string;
  readonly keeper: string;
  readonly kind: string;
  readonly due: string | undefined;
  readonly state: Ended;
}

/** How many of each. */
export interface Counted {
  kept: number;
  exceeded: number;
  broken: number;
  open: number;
  renegotiated: number;
}

interface Message {
  readonly type: string;
  readonly event?: string;
  readonly timestamp: string;
  readonly properties?: Readonly<Record<string, unknown>>;
}

interface Draft {
  made: Message | undefined;
  result: Message | undefined;
  changed: Message | undefined;
}

/**
 * The national holidays of Spain that fell on Monday to Friday, out of the calendars in the Boletín Oficial del Estado.
 * Those of a region alone (Maundy Thursday, Easter Monday, the Monday after a Sunday) are none of the house's.
 */
export const holidays: ReadonlySet<string> = new Set([
  ...['2023-01-06', '2023-04-07', '2023-05-01', '2023-08-15', '2023-10-12', '2023-11-01', '2023-12-06', '2023-12-08'],
  ...['2023-12-25', '2024-01-01', '2024-03-29', '2024-05-01', '2024-08-15', '2024-11-01', '2024-12-06', '2024-12-25'],
  ...['2025-01-01', '2025-01-06', '2025-04-18', '2025-05-01', '2025-08-15', '2025-12-08', '2025-12-25', '2026-01-01'],
  ...['2026-01-06', '2026-04-03', '2026-05-01', '2026-10-12', '2026-12-08', '2026-12-25'],
]);
const dayMs = 86_400_000;

/** The so-many-th working day after a day, Monday to Friday without holidays; of the years 2023 to 2026. */
function workingDayAfter(day: string, count: number): string {
  let at = Date.parse(`${day}T12:00:00Z`);
  let left = count;
  while (left > 0) {
    at += dayMs;
    const weekday = new Date(at).getUTCDay();
    if (weekday !== 0 && weekday !== 6 && !holidays.has(textOf(at))) left -= 1;
  }
  return textOf(at);
}

function textOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

const madrid = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Madrid' });

/** The day in Madrid on which an instant falls. */
function dayIn(timestamp: string): string {
  return madrid.format(new Date(timestamp));
}

/** Every promise that the messages (one JSON a line) tell of, with how it ended. */
export function checkPromises(ndjson: string): Checked[] {
  const drafts = new Map<string, Draft>();
  const orders = new Map<string, Message>();
  const deliveries = new Map<string, Message>();
  for (const text of ndjson.split('\n')) {
    if (text === '') continue;
    const message: Message = JSON.parse(text);
    if (message.event === 'Order Completed' && said(message, 'channel') === 'web') first(orders, 'order_id', message);
    if (message.event === 'Delivery Made') first(deliveries, 'order_id', message);
    note(drafts, message);
  }
  return [
    ...[...drafts].map(([ref, draft]) => promised(ref, draft)),
    ...[...orders].map(([ref, order]) => standing(ref, order, deliveries.get(ref))),
  ];
}

function said(message: Message | undefined, name: string): string {
  const value = message?.properties?.[name];
  return value === undefined || value === null ? '' : String(value);
}

function first(all: Map<string, Message>, name: string, message: Message): void {
  const key = said(message, name);
  const known = all.get(key);
  if (key !== '' && (known === undefined || message.timestamp < known.timestamp)) all.set(key, message);
}

const parts: Readonly<Record<string, keyof Draft>> = {
  'Promise Made': 'made',
  'Promise Result': 'result',
  'Promise Renegotiated': 'changed',
};

function note(drafts: Map<string, Draft>, message: Message): void {
  const part = parts[message.event ?? ''];
  if (part === undefined) return;
  const ref = said(message, 'promise_id');
  const draft = drafts.get(ref) ?? { made: undefined, result: undefined, changed: undefined };
  const before = draft[part];
  if (before === undefined || message.timestamp < before.timestamp) draft[part] = message;
  drafts.set(ref, draft);
}

function promised(ref: string, draft: Draft): Checked {
  const { made } = draft;
  return {
    ref,
    standing: false,
    owedBy: said(made, 'maker'),
    keeper: said(made, 'keeper_department'),
    kind: said(made, 'kind'),
    due: made === undefined ? undefined : said(made, 'due'),
    state: endOf(draft),
  };
}

function endOf({ made, result, changed }: Draft): Ended {
  if (made === undefined) return 'unexpected';
  const due = said(made, 'due');
  if (changed !== undefined && said(changed, 'agreed_by_customer') === 'true') {
    return dayIn(changed.timestamp) <= due ? 'renegotiated' : 'broken';
  }
  if (result === undefined) return 'open';
  const [adequate, desired, received] = [said(made, 'adequate'), said(made, 'desired'), said(result, 'result')];
  if (said(made, 'unit') === 'date') {
    // Earlier is better; dates of this form sort as texts.
    if (received > adequate) return 'broken';
    return desired !== '' && received < desired ? 'exceeded' : 'kept';
  }
  const cents = (text: string) => Math.round(Number(text) * 100);
  if (cents(received) < cents(adequate) || said(result, 'on') > due) return 'broken';
  return desired !== '' && cents(received) > cents(desired) ? 'exceeded' : 'kept';
}

/** The public promise to who orders on the web: in 5 working days, better in 3; complete and as ordered. */
function standing(ref: string, order: Message, delivery: Message | undefined): Checked {
  const ordered = dayIn(order.timestamp);
  const due = workingDayAfter(ordered, 5);
  const about = { ref, standing: true, owedBy: 'company', keeper: 'logistics', kind: 'delivery', due };
  if (delivery === undefined) return { ...about, state: 'open' };
  const on = said(delivery, 'on');
  if (said(delivery, 'complete') === 'false' || said(delivery, 'in_spec') === 'false' || on > due) {
    return { ...about, state: 'broken' };
  }
  return { ...about, state: on < workingDayAfter(ordered, 3) ? 'exceeded' : 'kept' };
}

/** Counts what the company owes, by whatever. */
export function countBy(all: readonly Checked[], by: (one: Checked) => string): Map<string, Counted> {
  const counts = new Map<string, Counted>();
  for (const one of all.filter((each) => each.owedBy === 'company')) {
    const own = counts.get(by(one)) ?? { kept: 0, exceeded: 0, broken: 0, open: 0, renegotiated: 0 };
    if (one.state !== 'unexpected' && one.state !== 'released') own[one.state] += 1;
    counts.set(by(one), own);
  }
  return counts;
}
