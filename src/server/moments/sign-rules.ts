import { type Aspect, aspects, type FailingMark, marks, sources, stages } from '../../shared/moments-shown.ts';
import type { Judged, Judgement, Mark, StageSign } from './judgement.ts';

/**
 * A contact as its judgements make it (product.md, "A moment's sign"): people, information, process and feeling each take
 * their value from their best source, of that the last word; the moment is the worst of those known: 1 and 2 bad, 3
 * indifferent, 4 and 5 good. The same whatever the order in which they came. At least one judgement.
 */
export function judgedOf(judgements: readonly Judgement[]): Judged {
  const ranked = judgements.toSorted(byWorth);
  const byTime = judgements.toSorted(byWhen);
  const [first] = byTime;
  if (first === undefined) throw new Error('a moment of no judgement');
  // An event says better than the ledger when and where it was.
  const told = byTime
    .filter((one) => one.contact_at !== null)
    .toSorted((a, b) => Number(a.event_id === null) - Number(b.event_id === null));
  const contact = told[0] ?? first;
  const whole = signOf(ranked);
  const pick = <Key extends keyof Judgement>(key: Key) => firstOf([...told, ...ranked], key);
  return {
    ...whole,
    severity: whole.sign === -1 ? severityOf(ranked) : 1,
    kind: whole.sign === -1 ? kindOf(ranked, whole.failing) : null,
    cause: whole.sign === null ? null : causeOf(ranked, whole.sign),
    at: contact.contact_at ?? first.at,
    heard_at: byHearing(judgements) ?? first.heard_at,
    stages: stages.flatMap((stage): StageSign[] => {
      const own = ranked.filter((one) => one.stage === stage);
      if (own.length === 0) return [];
      const { sign, failing } = signOf(own);
      return [{ stage, sign, failing }];
    }),
    touchpoint: pick('touchpoint') ?? '',
    channel: pick('channel') ?? 'other',
    departments: [...new Set(byTime.flatMap((one) => one.departments))].toSorted(),
    department: [...told, ...ranked].find((one) => one.departments.length > 0)?.departments[0] ?? null,
    keeper: ranked.find((one) => one.cause === 'broken')?.departments[0] ?? null,
    information_from: firstOf(ranked, 'information_from'),
    person: pick('person'),
    event_id: contact.event_id ?? firstOf(byTime, 'event_id'),
    conversation_id: pick('conversation_id'),
    promise_id: pick('promise_id'),
    agreement_id: pick('agreement_id'),
    subject: pick('subject'),
  };
}

type Sign = Pick<Judged, Aspect | 'sign' | 'own' | 'source' | 'failing'>;

/** The values of the best sources and what they make, of judgements in the order of their worth. */
function signOf(ranked: readonly Judgement[]): Sign {
  const best = Object.fromEntries(aspects.map((aspect) => [aspect, ranked.find((one) => one[aspect] !== null)]));
  const value = (aspect: Aspect): Mark => best[aspect]?.[aspect] ?? null;
  const values = {
    people: value('people'),
    information: value('information'),
    process: value('process'),
    environment: value('environment'),
    functional: value('functional'),
    emotional: value('emotional'),
  };
  // How it felt is its emotional side; where only the other was told, that.
  const feeling: Aspect = values.emotional === null ? 'functional' : 'emotional';
  const known = [...marks, feeling].flatMap((aspect) => {
    const mark = values[aspect];
    const by = best[aspect]?.source;
    return mark === null || by === undefined ? [] : [{ aspect, mark, by }];
  });
  if (known.length === 0) {
    const base = ranked.find((one) => one.base !== null);
    return { ...values, sign: base === undefined ? null : 0, own: false, source: base?.source ?? null, failing: [] };
  }
  const worst = Math.min(...known.map((one) => one.mark));
  const sign = worst <= 2 ? -1 : worst === 3 ? 0 : 1;
  const deciding = sources.find((source) => known.some((one) => one.mark === worst && one.by === source)) ?? null;
  return {
    ...values,
    sign,
    own: sign === 1 && known.some((one) => one.by === 'customer'),
    source: deciding,
    failing: sign === -1 ? failingOf(known, worst, values.environment) : [],
  };
}

/** The marks that were the worst; where only the feeling was, the place if it was bad, else the feeling itself. */
function failingOf(known: readonly { aspect: Aspect; mark: number }[], worst: number, place: Mark): FailingMark[] {
  const failed = (['information', 'process', 'people'] as const).filter((mark) =>
    known.some((one) => one.aspect === mark && one.mark === worst),
  );
  if (failed.length > 0) return failed;
  return place !== null && place <= 2 ? ['environment'] : ['feeling'];
}

/** True for a judgement that by itself says that it was bad. */
function isBad(one: Judgement): boolean {
  return [one.people, one.information, one.process, one.functional, one.emotional].some((mark) => (mark ?? 5) <= 2);
}

function severityOf(ranked: readonly Judgement[]): number {
  return Math.max(1, ...ranked.filter(isBad).map((one) => one.severity));
}

/** As told by the best source; else how he was treated, where a mark failed; unknown where only the feeling is. */
function kindOf(ranked: readonly Judgement[], failing: Judged['failing']): Judged['kind'] {
  const told = ranked.find((one) => one.kind !== null && isBad(one))?.kind;
  if (told !== undefined) return told;
  return failing.some((mark) => mark !== 'feeling') ? 'treatment' : null;
}

function causeOf(ranked: readonly Judgement[], sign: -1 | 0 | 1): string | null {
  return ranked.find((one) => one.cause !== null && (sign === -1) === isBad(one))?.cause ?? null;
}

/** The better source first; of one source the last word; then by id, so that the order of arrival says nothing. */
function byWorth(a: Judgement, b: Judgement): number {
  return (
    sources.indexOf(a.source) - sources.indexOf(b.source) ||
    b.at.getTime() - a.at.getTime() ||
    (a.judgement_id < b.judgement_id ? 1 : -1)
  );
}

function byWhen(a: Judgement, b: Judgement): number {
  return (
    (a.contact_at ?? a.at).getTime() - (b.contact_at ?? b.at).getTime() ||
    a.at.getTime() - b.at.getTime() ||
    (a.judgement_id < b.judgement_id ? -1 : 1)
  );
}

function byHearing(judgements: readonly Judgement[]): Date | undefined {
  return judgements.toSorted((a, b) => a.heard_at.getTime() - b.heard_at.getTime())[0]?.heard_at;
}

function firstOf<Key extends keyof Judgement>(rows: readonly Judgement[], key: Key): Judgement[Key] | null {
  return rows.find((row) => row[key] !== null && row[key] !== undefined)?.[key] ?? null;
}
