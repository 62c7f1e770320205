import { z } from 'zod';
import { endpoint } from './contract.ts';

const feelings = ['negative', 'neutral', 'positive'] as const;

/** How good answers were on texts that were held back; lists in the order negative, neutral, positive. */
const measure = z.strictObject({
  texts: z.int(),
  macro_f1: z.number(),
  precision: z.array(z.number()),
  recall: z.array(z.number()),
  /** Rows: what the customer said; columns: what was read, the fourth being “not sure”. */
  confusion: z.array(z.array(z.int())),
  /** The share of texts answered with “not sure”. */
  unsure: z.number(),
});

/** A language in which feelings are read by what the company's own customers wrote and rated. */
export const learnedLanguage = z.strictObject({
  language: z.string(),
  trained_at: z.string(),
  /** Texts learned from. */
  texts: z.int(),
  /** False where it is not yet better than the list of words: then that is used. */
  used: z.boolean(),
  always: measure,
  when_sure: measure,
  words_alone: measure,
  /** With so many texts it was so good, on the same texts held back. */
  curve: z.array(z.strictObject({ texts: z.int(), macro_f1: z.number(), negative_precision: z.number() })),
});
export type LearnedLanguage = z.infer<typeof learnedLanguage>;

export const feeling = endpoint({
  name: 'moments.feeling',
  method: 'GET',
  access: 'customers.read',
  purpose: 'none',
  summary:
    'How well a machine reads the feeling of a text, by language: measured on rated comments that were held back.',
  input: z.strictObject({}),
  reply: z.strictObject({
    languages: z.array(learnedLanguage),
    /** Rated comments with words, and how many of a language there must be before it is learned. */
    rated: z.int(),
    least: z.int(),
  }),
});

export const tryFeeling = endpoint({
  name: 'moments.try-feeling',
  method: 'POST',
  access: 'customers.read',
  purpose: 'none',
  summary: 'Reads the feeling of a text and says by which words; changes nothing.',
  input: z.strictObject({ text: z.string().min(1).max(20_000) }),
  reply: z.strictObject({
    feeling: z.enum([...feelings, 'unsure']),
    probabilities: z.array(z.number()).nullable(),
    language: z.string().nullable(),
    by: z.enum(['model', 'lexicon']).nullable(),
    words: z.array(z.string()),
  }),
});
