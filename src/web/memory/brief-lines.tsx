import type { Brief } from '../../shared/memory.ts';
import { type Reader, saySlot } from '../../shared/today-slots.ts';
import { isWord } from '../parts/say-code.ts';
import { now } from '../platform/clock.ts';
import { useShow } from '../platform/show.ts';
import { useWords } from '../platform/words.ts';
import classes from './customer.module.css';

/** The lines that rooms put into the brief, the weightiest first; a line whose word we do not know is left out. */
export function BriefLines({ lines }: { readonly lines: Brief['lines'] }) {
  const { t, language } = useWords();
  const { locale, zone } = useShow();
  const reader = { language, locale, zone, now: now().getTime() };
  const said = lines
    .toSorted((a, b) => b.weight - a.weight)
    .flatMap(({ line_id, word, slots }) =>
      isWord(word) ? [{ id: line_id, text: t(word, readSlots(slots, reader)) }] : [],
    );
  if (said.length === 0) return null;
  return (
    <ul className={classes.lines}>
      {said.map((line) => (
        <li key={line.id}>{line.text}</li>
      ))}
    </ul>
  );
}

const isInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;
const isDay = /^\d{4}-\d{2}-\d{2}$/;

/** Slots as the reader says them: instants and days by his clock ("tomorrow, 17:00"), all else as it is. */
function readSlots(slots: Brief['lines'][number]['slots'], reader: Reader): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(slots).map(([name, value]) => {
      if (typeof value !== 'string') return [name, value];
      if (isInstant.test(value)) return [name, saySlot({ at: value }, reader)];
      return [name, isDay.test(value) ? saySlot({ on: value }, reader) : value];
    }),
  );
}
