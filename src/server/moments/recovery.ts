import type { RecoveryState } from '../../shared/moments-recovery.ts';

/** A recovery as its table has it. */
export interface Recovery {
  readonly customer_id: string;
  readonly recovery_id: string;
  readonly state: RecoveryState;
  readonly opened_at: Date;
  readonly moment_at: Date;
  readonly severity: number;
  readonly failing: string;
  readonly touchpoint: string;
  readonly doubted: boolean;
  readonly own_by: Date;
  readonly owner_person: string | null;
  readonly owner_department: string | null;
  readonly owned_at: Date | null;
  readonly wants: string | null;
  readonly wants_at: Date | null;
  readonly wants_by: string | null;
  readonly currency: string;
  readonly spent_minor: number;
  readonly done_at: Date | null;
  readonly recheck_at: Date | null;
  readonly outcome_words: string | null;
  readonly outcome_at: Date | null;
  readonly outcome_by: string | null;
  readonly rounds: number;
  readonly version: number;
}

/** Which recovery: the id is its moment's. */
export interface RecoveryKey {
  readonly customerId: string;
  readonly recoveryId: string;
}
