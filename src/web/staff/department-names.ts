import type { ReplyOf } from '../../shared/contract.ts';
import { departments } from '../../shared/staff-house.ts';
import { useAsk } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import type { Choice } from '../platform/world.ts';

export type Department = ReplyOf<typeof departments>['departments'][number];

/** The departments in the reader's language: their names by id, and the open ones to choose from. */
export function useDepartments(): {
  readonly nameOf: (departmentId: string | null) => string | undefined;
  readonly open: readonly Choice[];
} {
  const { language } = useWords();
  const { data } = useAsk(departments, {});
  const all = data?.departments ?? [];
  return {
    nameOf: (departmentId) => all.find((one) => one.department_id === departmentId)?.name[language],
    open: all
      .filter((one) => one.closed_at === null)
      .map((one) => ({ value: one.department_id, label: one.name[language] })),
  };
}
