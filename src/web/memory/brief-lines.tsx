import type { Brief } from '../../shared/memory.ts';
import { isWord } from '../parts/say-code.ts';
import { useWords } from '../platform/words.ts';
import classes from './customer.module.css';

/** The lines that rooms put into the brief, the weightiest first; a line whose word we do not know is left out. */
export function BriefLines({ lines }: { readonly lines: Brief['lines'] }) {
  const { t } = useWords();
  const said = lines
    .toSorted((a, b) => b.weight - a.weight)
    .flatMap(({ line_id, word, slots }) => (isWord(word) ? [{ id: line_id, text: t(word, slots) }] : []));
  if (said.length === 0) return null;
  return (
    <ul className={classes.lines}>
      {said.map((line) => (
        <li key={line.id}>{line.text}</li>
      ))}
    </ul>
  );
}
