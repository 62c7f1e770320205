import type { Aspect, failingMarks, MomentKind, Stage, sources } from '../../shared/moments-shown.ts';

/** One mark of 1 to 5, or not said. */
export type Mark = number | null;

/** What one source says of one contact; 1 to 5 each, null where it says nothing of it. */
export interface Judgement extends Readonly<Record<Aspect, Mark>> {
  readonly customer_id: string;
  readonly moment_id: string;
  readonly judgement_id: string;
  readonly source: (typeof sources)[number];
  readonly stage: Stage;
  /** When it was said. */
  readonly at: Date;
  /** When the contact was, where this tells it. */
  readonly contact_at: Date | null;
  readonly heard_at: Date;
  readonly event_id: string | null;
  /** 3 where facts say that it was neither bad nor good: serves where nothing else is known. */
  readonly base: Mark;
  readonly severity: number;
  readonly kind: MomentKind | null;
  /** What happened, in one word of ours. */
  readonly cause: string | null;
  readonly touchpoint: string | null;
  readonly channel: string | null;
  readonly departments: readonly string[];
  /** The department whose information it was, where that was said. */
  readonly information_from: string | null;
  /** Who served, as told. */
  readonly person: string | null;
  readonly conversation_id: string | null;
  readonly promise_id: string | null;
  readonly agreement_id: string | null;
  readonly subject: string | null;
  /** What he had expected and what he got, 1 to 7, by his own word. */
  readonly expected: number | null;
  readonly received: number | null;
  /** Who wrote it down: an actor's name. */
  readonly by: string;
}

/** A contact as its judgements make it, without whose it is. */
export interface Judged extends Readonly<Record<Aspect, Mark>> {
  readonly at: Date;
  readonly heard_at: Date;
  /** -1 bad, 0 indifferent, 1 good; null where nobody knows. */
  readonly sign: -1 | 0 | 1 | null;
  readonly severity: number;
  /** The customer's own word makes it good. */
  readonly own: boolean;
  /** Whose word decides. */
  readonly source: Judgement['source'] | null;
  readonly kind: MomentKind | null;
  readonly failing: readonly (typeof failingMarks)[number][];
  readonly cause: string | null;
  readonly stages: readonly StageSign[];
  readonly touchpoint: string;
  readonly channel: string;
  readonly departments: readonly string[];
  /** The first that was named: whose contact it was. */
  readonly department: string | null;
  /** Who was to keep the promise that was broken here. */
  readonly keeper: string | null;
  readonly information_from: string | null;
  readonly person: string | null;
  readonly event_id: string | null;
  readonly conversation_id: string | null;
  readonly promise_id: string | null;
  readonly agreement_id: string | null;
  readonly subject: string | null;
}

/** How a contact was in one stage alone. */
export interface StageSign {
  readonly stage: Stage;
  readonly sign: Judged['sign'];
  readonly failing: Judged['failing'];
}
