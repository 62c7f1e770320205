import type { HandOverWay, TodayLine } from '../../shared/today.ts';
import type { Receiver } from '../../shared/today-team.ts';

/** Lines by the way in which they go to somebody else. */
export interface Given {
  /** Today's own way. */
  readonly own: readonly TodayLine[];
  /** Each asked of its room. */
  readonly byRoom: readonly { readonly line: TodayLine; readonly way: Exclude<HandOverWay, false> }[];
  /** They stay with whom they are. */
  readonly stay: readonly TodayLine[];
}

/** Parts lines by how their rooms let them be handed over. */
export function given(lines: readonly TodayLine[]): Given {
  return {
    own: lines.filter((line) => line.hand_over === null),
    byRoom: lines.flatMap((line) =>
      line.hand_over === null || line.hand_over === false ? [] : [{ line, way: line.hand_over }],
    ),
    stay: lines.filter((line) => line.hand_over === false),
  };
}

/** The choice of a list as a receiver: `person:<id>` or `department:<id>`. */
export function receiverOf(choice: string | null): Receiver | undefined {
  const [kind, id] = choice?.split(':') ?? [];
  if (id === undefined) return undefined;
  return kind === 'person' ? { person_id: id } : { department_id: id };
}
