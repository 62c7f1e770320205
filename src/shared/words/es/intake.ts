import type { intake as english } from '../en/intake.ts';
import type { Translated } from '../shape.ts';

/** The doors through which events come, in Spanish. */
export const intake = {} as const satisfies Translated<typeof english>;
