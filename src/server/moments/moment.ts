import type { FailingMark } from '../../shared/moments-shown.ts';
import type { Judged } from './judgement.ts';

/** A moment as its table has it: under the face by which its customer is read. */
export interface Moment extends Omit<Judged, 'failing' | 'information_from' | 'department' | 'keeper'> {
  readonly customer_id: string;
  readonly moment_id: string;
  /** The failing marks, joined by `+`. */
  readonly failing: string;
  /** Who answers for what failed. */
  readonly owner_department: string | null;
  /** The local day of the house. */
  readonly day_on: string;
}

/** The failing marks as a list. */
export function failingOf(moment: { readonly failing: string }): FailingMark[] {
  const marks: readonly FailingMark[] = ['information', 'process', 'people', 'environment', 'feeling'];
  const told = moment.failing.split('+');
  return marks.filter((mark) => told.includes(mark));
}
