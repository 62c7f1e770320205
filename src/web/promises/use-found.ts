import { useDebouncedValue } from '@mantine/hooks';
import { find } from '../../shared/promises.ts';
import { useAsk } from '../platform/use-ask.ts';

/** A promise that stands in words, with when it is due by them; `due` is a local day or time. */
export interface FoundWords {
  readonly quote: string;
  readonly due: string | undefined;
}

const shortest = 8;

/** Reads a text for a promise while it is typed; undefined where there is none, or nobody can tell. */
export function useFound(text: string): FoundWords | undefined {
  const [said] = useDebouncedValue(text.trim(), 350);
  const asked = useAsk(find, { text: said }, { when: said.length >= shortest, keep: true });
  if (said.length < shortest || text.trim() === '') return undefined;
  const found = asked.data?.found ?? [];
  const best = found.find((one) => one.due !== null) ?? found[0];
  return best === undefined ? undefined : { quote: best.quote, due: best.due ?? undefined };
}
