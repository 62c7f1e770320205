import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { atLocal } from '../../src/server/platform/calendar/local-rules.ts';
import { findPromises } from '../../src/server/promises/words-rules.ts';

const record = z.object({
  id: z.string(),
  language: z.enum(['en', 'es', 'ru']),
  said_at: z.string(),
  zone: z.string(),
  text: z.string(),
  promises: z.array(z.object({ quote: z.string(), due: z.string().nullable() })),
});

/** A labelled text. */
export type Labelled = z.output<typeof record>;

/** What the finder made of a labelled text. */
export interface Outcome {
  readonly one: Labelled;
  readonly found: readonly { readonly quote: string; readonly due: string | undefined }[];
  /** Labels that a found span overlaps, each with that one's due. */
  readonly matched: readonly { readonly quote: string; readonly due: string | null; readonly read: string | null }[];
}

/** The figures of a set of texts. */
export interface Score {
  readonly texts: number;
  readonly labels: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly due: number;
}

/** The labelled texts of a file beside this one; `undefined` where it is not there. */
export function readLabelled(name: string): readonly Labelled[] | undefined {
  const file = new URL(`promises-in-words/${name}.jsonl`, import.meta.url);
  if (!existsSync(file)) return undefined;
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => record.parse(JSON.parse(line)));
}

/** Finds the promises of a labelled text, and matches each label once with a found span that overlaps it. */
export function outcomeOf(one: Labelled): Outcome {
  const saidAt = atLocal(one.said_at, one.zone)?.at;
  if (saidAt === undefined) throw new Error(`${one.id}: no such time`);
  const found = findPromises(one.text, { language: one.language, saidAt, zone: one.zone });
  const free = new Set(found);
  const matched = one.promises.flatMap((label) => {
    const from = one.text.indexOf(label.quote);
    if (from < 0) throw new Error(`${one.id}: the quote is not in the text`);
    const over = [...free].filter((span) => span.from < from + label.quote.length && from < span.until);
    const best = over.find((span) => (span.due ?? null) === label.due) ?? over[0];
    if (best === undefined) return [];
    free.delete(best);
    return [{ ...label, read: best.due ?? null }];
  });
  return { one, found, matched };
}

/** Precision, recall and F1 of "here is a promise", and the share of exact dues among those matched. */
export function scoreOf(outcomes: readonly Outcome[]): Score {
  const sum = (count: (one: Outcome) => number) => outcomes.reduce((total, one) => total + count(one), 0);
  const labels = sum(({ one }) => one.promises.length);
  const found = sum((one) => one.found.length);
  const matched = sum((one) => one.matched.length);
  const exact = sum((one) => one.matched.filter((label) => label.due === label.read).length);
  const [precision, recall] = [found === 0 ? 1 : matched / found, labels === 0 ? 1 : matched / labels];
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { texts: outcomes.length, labels, precision, recall, f1, due: matched === 0 ? 1 : exact / matched };
}
