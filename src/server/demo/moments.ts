import { momentOn } from './calendar.ts';
import type { Department, Employee, Touchpoint } from './company.ts';
import { type Channel, type Life, scene, tell, words } from './life.ts';
import type { Fields } from './message.ts';

/** A contact as it was lived. */
export interface Lived {
  readonly at: number;
  readonly channel: Channel;
  readonly touchpoint: Touchpoint;
  readonly departments: readonly [Department, ...Department[]];
  readonly employee?: Employee;
  readonly stage?: 'perception' | 'interaction' | 'remembrance';
  /** How good each side was, 0 to 1. */
  readonly people: number;
  readonly information: number;
  readonly process: number;
  /** Unhappy end of something that hurts: more severe, more often told. */
  readonly grave?: boolean;
  /** Multiplies how often he answers the question "how was it?". */
  readonly telling?: number;
  readonly on: Fields;
}

/** He lives it: it moves his mood, and now and then he (or the employee) says how it was. */
export function live(life: Life, lived: Lived): void {
  const { random, person } = life;
  const worst = Math.min(lived.people, lived.information, lived.process);
  const felt = worst - 0.12 * person.temper + 0.06;
  if (felt < 0.3) life.mood = Math.min(life.mood, 0) - (lived.grave === true ? 10 : 5);
  else if (felt > 0.62) life.mood += 1;
  const telling = (0.1 + 0.3 * person.talk) * (lived.telling ?? 1) * (felt < 0.3 ? 1.5 : 1);
  const rated = random.chance(telling);
  if (rated) rateByCustomer(life, lived, felt);
  life.lived.push({ ...lived, felt, rated });
  if (lived.employee !== undefined && random.chance(0.06)) rateByEmployee(life, lived, felt);
}

function rateByCustomer(life: Life, lived: Lived, felt: number): void {
  const { random } = life;
  const mood = Math.max(-0.15, Math.min(0.1, life.mood / 60));
  const information = random.chance(0.8) ? { information: mark(life, lived.information + mood) } : {};
  const emotional = mark(life, felt + mood);
  const at = momentOn(random, Math.floor(lived.at / 86_400_000) + random.int(1, 4), 'any');
  tell(life, at, 'crm', 'Moment Rated', {
    ...scene(lived.channel, lived.touchpoint, lived.departments[0], lived.employee),
    departments: [...lived.departments],
    asked_by: 'satisfaction-survey',
    by: 'customer',
    stage: lived.stage ?? 'interaction',
    people: mark(life, lived.people + mood),
    ...information,
    process: mark(life, lived.process + mood),
    functional: mark(life, (lived.process + lived.information) / 2 + mood),
    emotional,
    ...expectedAndReceived(life, at, felt + mood),
    words: words(life, emotional >= 4 ? 'ratingGood' : emotional === 3 ? 'ratingFair' : 'ratingBad'),
    ...lived.on,
  });
}

/** What he got beside what he had expected, both 1 to 7 and in his own word: told before, or asked in the survey. */
function expectedAndReceived(life: Life, at: number, felt: number): Fields {
  const { random, expectation } = life;
  const received = Math.max(1, Math.min(7, Math.round(1 + 6 * felt + random.between(-0.7, 0.7))));
  if (expectation !== undefined && expectation.at < at) {
    life.expectation = undefined;
    return { expectation_id: expectation.id, expected: expectation.level, received };
  }
  return random.chance(0.3) ? { expected: random.int(4, 6), received } : {};
}

function rateByEmployee(life: Life, lived: Lived, felt: number): void {
  tell(life, lived.at + 900_000, 'crm', 'Moment Rated', {
    ...scene(lived.channel, lived.touchpoint, lived.departments[0], lived.employee),
    departments: [...lived.departments],
    by: 'employee',
    stage: lived.stage ?? 'interaction',
    emotional: mark(life, felt + 0.08),
    ...lived.on,
  });
}

/** A mark of 1 to 5 for how good it was, 0 to 1, as people give it. */
export function mark(life: Life, quality: number): number {
  const value = 1 + 4 * quality + life.random.between(-0.6, 0.6);
  return Math.max(1, Math.min(5, Math.round(value)));
}
