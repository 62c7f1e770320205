import { dayAt, momentOn } from './calendar.ts';
import type { Tone, Topic } from './comments/kinds.ts';
import { writeComment } from './comments/write.ts';
import { type Channel, type Life, scene, tell } from './life.ts';
import type { Fields } from './message.ts';
import { type Lived, mark } from './moments.ts';

/** What a customer is asked about, beside the contacts that his story asks about: how often he answers, how well it mostly is. */
interface Asked {
  readonly event: string;
  readonly topic: Topic;
  readonly share: number;
  readonly quality: number;
  /** What it stands on. */
  readonly on: readonly string[];
}

const asked: readonly Asked[] = [
  { event: 'Invoice Issued', topic: 'bill', share: 0.47, quality: 0.71, on: ['invoice_number', 'agreement_number'] },
  { event: 'Order Completed', topic: 'web', share: 0.65, quality: 0.74, on: ['order_id'] },
  { event: 'Meter Read', topic: 'web', share: 0.6, quality: 0.7, on: ['supply_point'] },
];
const topicOf: Readonly<Record<string, Topic>> = {
  'parcel-delivery': 'parcel',
  'home-visit': 'visit',
  'complaints-desk': 'complaint',
};
const dayMs = 86_400_000;

/**
 * What he answers to the company's questions, told once his story is over and out of it, so that asking changes nothing in
 * it: after contacts and again days later, on bills, orders and readings, and every four months how it is with us in all.
 * Each answer has marks and a comment; so do the ratings that the story itself holds.
 */
export function answerSurveys(life: Life): void {
  commentRatings(life);
  for (const lived of [...life.lived]) {
    if (!lived.rated && life.random.chance(0.55)) rate(life, contactOf(lived, 'interaction', life.random.int(1, 4)));
    if (life.random.chance(0.45)) rate(life, contactOf(lived, 'remembrance', life.random.int(5, 9)));
  }
  for (const draft of [...life.drafts]) {
    const about = askedOf(draft);
    if (about !== undefined && life.random.chance(about.share)) rate(life, answerTo(life, draft, about));
  }
  const from = Math.max(life.person.joined, life.span.startDay) + 60;
  for (let day = from; day < life.lastDay; day += 120) if (life.random.chance(0.75)) rate(life, inAll(life, day));
}

/** The ratings that the story holds get comments of the same kind. */
function commentRatings(life: Life): void {
  for (const [place, draft] of life.drafts.entries()) {
    const { properties, event } = draft.message;
    if (event !== 'Moment Rated' || properties?.['by'] !== 'customer') continue;
    const words = comment(life, topicOf[String(properties['touchpoint'])] ?? 'talk', Number(properties['emotional']));
    life.drafts[place] = { ...draft, message: { ...draft.message, properties: { ...properties, words } } };
  }
}

/** What he is asked of it. What he bought in a shop he lived there, and is asked about as such. */
function askedOf({ message: { event, properties } }: Life['drafts'][number]): Asked | undefined {
  if (event === 'Order Completed' && properties?.['channel'] === 'shop') return undefined;
  return asked.find((one) => one.event === event);
}

interface Answer {
  readonly at: number;
  readonly topic: Topic;
  readonly stage: 'interaction' | 'remembrance';
  readonly scene: Fields;
  /** Where people were met. */
  readonly people?: number;
  readonly information: number;
  readonly process: number;
  readonly felt: number;
  readonly on: Fields;
}

function contactOf(lived: Lived & { readonly felt: number }, stage: Answer['stage'], days: number): Answer {
  return {
    at: lived.at + days * dayMs,
    topic: topicOf[lived.touchpoint] ?? 'talk',
    stage,
    scene: {
      ...scene(lived.channel, lived.touchpoint, lived.departments[0], lived.employee),
      departments: [...lived.departments],
    },
    people: lived.people,
    information: lived.information,
    process: lived.process,
    felt: lived.felt,
    on: lived.on,
  };
}

function answerTo(life: Life, draft: Life['drafts'][number], about: Asked): Answer {
  const told = draft.message.properties ?? {};
  const quality = () => life.random.around(about.quality - 0.1 * life.person.temper, 0.2);
  const { channel, touchpoint, department } = told;
  return {
    at: draft.at + life.random.int(1, 4) * dayMs,
    topic: about.topic,
    stage: 'interaction',
    scene: { channel: channel === 'back-office' ? mail(life) : channel, touchpoint, department },
    information: quality(),
    process: quality(),
    felt: quality(),
    on: Object.fromEntries(about.on.map((name) => [name, told[name]])),
  };
}

function mail(life: Life): Channel {
  return life.person.email === undefined ? 'letter' : 'email';
}

/** How it is with us in all: as his last contacts were, better than the worst of them. */
function inAll(life: Life, day: number): Answer {
  const last = life.lived.filter((one) => one.at < day * dayMs && one.at > (day - 150) * dayMs).map((one) => one.felt);
  const worst = last.length === 0 ? 0.62 : Math.min(...last);
  const quality = () => life.random.around((worst + 1.5) / 3, 0.16);
  return {
    at: day * dayMs,
    topic: 'whole',
    stage: 'remembrance',
    scene: scene(mail(life), 'satisfaction-survey', 'quality', undefined),
    information: quality(),
    process: quality(),
    felt: quality(),
    on: {},
  };
}

function rate(life: Life, answer: Answer): void {
  const at = momentOn(life.random, dayAt(answer.at), 'any');
  const emotional = mark(life, answer.felt);
  tell(life, Math.max(at, answer.at), 'crm', 'Moment Rated', {
    ...answer.scene,
    asked_by: 'satisfaction-survey',
    by: 'customer',
    stage: answer.stage,
    ...(answer.people !== undefined && life.random.chance(0.7) ? { people: mark(life, answer.people) } : {}),
    ...(life.random.chance(0.6) ? { information: mark(life, answer.information) } : {}),
    ...(life.random.chance(0.6) ? { process: mark(life, answer.process) } : {}),
    emotional,
    words: comment(life, answer.topic, emotional),
    language: life.person.language,
    ...answer.on,
  });
}

function comment(life: Life, topic: Topic, emotional: number): string {
  const tone: Tone = emotional >= 4 ? 'good' : emotional === 3 ? 'middling' : 'bad';
  const { language, gender, place } = life.person;
  return writeComment(life.random, { language, gender, topic, tone, street: place.street });
}
