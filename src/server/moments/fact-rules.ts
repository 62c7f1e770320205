import { type Aspect, aspects, type MomentKind } from '../../shared/moments-shown.ts';
import { contactNames, ratedName } from './contact-rules.ts';
import type { ContactEvent } from './event.ts';
import type { Judgement, Mark } from './judgement.ts';
import type { Said } from './said-rules.ts';

/** What is said of a contact, apart from which contact it is and where it was. */
export type Verdict = Pick<Judgement, Aspect | 'source' | 'stage' | 'base' | 'severity' | 'kind' | 'cause'>;

/** From when on a contact is bad, by where it was. */
export interface Limits {
  /** Minutes of waiting before somebody answered. */
  readonly waitMinutes: number;
  /** Minutes after the hour that was agreed. */
  readonly lateMinutes: number;
}

/** A verdict that says nothing. */
export const silent: Verdict = {
  source: 'event',
  stage: 'interaction',
  base: null,
  people: null,
  information: null,
  process: null,
  environment: null,
  functional: null,
  emotional: null,
  severity: 1,
  kind: null,
  cause: null,
};

/** What an event says of its contact; undefined where it says nothing and is no contact itself. */
export function verdictOf(event: ContactEvent, said: Said, limits: Limits): Verdict | undefined {
  if (event.name === ratedName) return ratedBy(said);
  if (event.name === 'Complaint Received') return complained(said);
  if (event.name === 'Thanks Given') return { ...silent, source: 'customer', emotional: 5, cause: 'thanked' };
  if (event.name === 'Payment Made') return said.repeated === true ? bad('charged-twice', 2) : undefined;
  return contactNames.includes(event.name) ? factsOf(said, limits) : undefined;
}

/** Marks as they were given. One who had not what he needed says that the information failed. */
function ratedBy(said: Said): Verdict | undefined {
  const source = said.by ?? 'event';
  const given = Object.fromEntries(aspects.map((aspect) => [aspect, said[aspect] ?? null]));
  const missed = said.had_what_was_needed === false ? 2 : null;
  const verdict: Verdict = {
    ...silent,
    ...given,
    information: worst(said.information ?? null, missed),
    source,
    stage: said.stage ?? 'interaction',
    severity: said.severity ?? 1,
    kind: said.kind ?? null,
    cause: missed === null ? 'rated' : 'not-told',
  };
  return aspects.some((aspect) => verdict[aspect] !== null) ? verdict : undefined;
}

/** What a complaint is about says which mark failed. He himself says so. */
function complained(said: Said): Verdict {
  const mark = said.severity === 2 ? 1 : 2;
  const [aspect, kind] = about[said.about ?? ''] ?? [undefined, null];
  return {
    ...silent,
    source: 'customer',
    emotional: mark,
    ...(aspect === undefined ? {} : { [aspect]: mark }),
    severity: said.severity ?? 1,
    kind: said.kind ?? kind,
    cause: 'complained',
  };
}

const about: Readonly<Record<string, readonly [Aspect, MomentKind]>> = {
  billing: ['process', 'treatment'],
  'double-charge': ['process', 'treatment'],
  outage: ['process', 'product'],
  'cut-off-by-mistake': ['process', 'treatment'],
  'late-visit': ['process', 'treatment'],
  'no-show': ['process', 'treatment'],
  'wrong-delivery': ['process', 'product'],
  'late-delivery': ['process', 'treatment'],
  silence: ['information', 'treatment'],
  rudeness: ['people', 'treatment'],
};

/** Facts speak of the process alone: what went wrong is bad, what went as it should leaves no mark. */
function factsOf(said: Said, limits: Limits): Verdict {
  if (said.on_promised_day === false) return bad('late', 2);
  if (said.complete === false || said.in_spec === false) {
    const late = said.on_time === false;
    return { ...bad(said.complete === false ? 'incomplete' : 'wrong', 2), kind: late ? 'both' : 'product' };
  }
  if (said.on_time === false && (said.late_minutes ?? limits.lateMinutes) >= limits.lateMinutes) return bad('late', 2);
  const waited = (said.wait_seconds ?? 0) / 60;
  if (waited > 3 * limits.waitMinutes) return bad('waited', 1);
  if (waited > limits.waitMinutes) return bad('waited', 2);
  const told = [said.wait_seconds, said.outcome, said.on_time, said.complete].some((fact) => fact !== undefined);
  return told ? { ...silent, base: 3 } : silent;
}

function bad(cause: string, process: number): Verdict {
  return { ...silent, process, kind: 'treatment', cause };
}

function worst(a: Mark, b: Mark): Mark {
  if (a === null || b === null) return a ?? b;
  return Math.min(a, b);
}

/** What the ledger says of a promise of ours: broken is bad; kept, and exceeded until he says that it felt so, is not. */
export function ledgerVerdict(state: string): Verdict | undefined {
  if (state === 'broken') return { ...silent, process: 2, kind: 'treatment', cause: 'broken' };
  if (state === 'kept' || state === 'exceeded') return { ...silent, base: 3, cause: state };
  return undefined;
}

/** What he himself said a promise felt like beside what he expected. */
export function feltVerdict(felt: string | null): Verdict | undefined {
  const emotional = felt === 'worse' ? 2 : felt === 'as-expected' ? 3 : felt === 'better' ? 4 : null;
  return emotional === null ? undefined : { ...silent, source: 'customer', emotional, cause: 'felt' };
}

/** A machine's guess on what was said or written. */
export function guessVerdict(feeling: 'negative' | 'neutral' | 'positive' | 'unsure'): Verdict | undefined {
  if (feeling === 'unsure') return undefined;
  const emotional = feeling === 'negative' ? 2 : feeling === 'neutral' ? 3 : 4;
  return { ...silent, source: 'machine', emotional, cause: 'guessed' };
}
