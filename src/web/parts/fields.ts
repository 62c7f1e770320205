import type { z } from 'zod';
import { asRefused } from '../platform/refused.ts';

/** Paths of fields that are not right yet: by our own check of the contract, or by the server's refusal. */
export type WrongFields = ReadonlySet<string>;

export const noneWrong: WrongFields = new Set();

/** Checks an input against its contract before it is sent; gives the paths that do not fit, empty when all is well. */
export function wrongIn(schema: z.ZodType, input: unknown): WrongFields {
  const read = schema.safeParse(input);
  return read.success ? noneWrong : new Set(read.error.issues.map((issue) => issue.path.join('.')));
}

/** The fields that a refusal marks. */
export function wrongBy(error: unknown): WrongFields {
  if (error === null || error === undefined) return noneWrong;
  return new Set(asRefused(error).errors.map((one) => one.path));
}
