import type { WithheldReason } from '../../shared/moments-questions.ts';
import type { Stage } from '../../shared/moments-shown.ts';
import type { Language } from '../../shared/scalars.ts';

/** A question to a customer as its table has it. */
export interface Question {
  readonly customer_id: string;
  readonly question_id: string;
  readonly moment_id: string;
  readonly kind: 'contact' | 'recovery';
  readonly stage: Stage;
  readonly state: 'planned' | 'waiting' | 'asked' | 'answered' | 'withheld' | 'dropped' | 'failed';
  readonly way: 'mail' | 'link';
  readonly reason: WithheldReason | null;
  readonly language: Language;
  readonly made_at: Date;
  readonly made_by: string;
  readonly ask_at: Date;
  readonly asked_at: Date | null;
  readonly until: Date | null;
  readonly answered_at: Date | null;
  readonly tries: number;
  readonly next_at: Date | null;
  readonly error: string | null;
  readonly message_id: string;
  readonly event_id: string | null;
}
