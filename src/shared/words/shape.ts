/** A translation has every key of the English words; only the plural forms that English lacks may come on top. */
export type Translated<T> = { readonly [K in keyof T]: T[K] extends string ? string : Translated<T[K]> } & {
  readonly [K in `${string}_few` | `${string}_many`]?: string;
};

/** What a refusal says: what happened (`title`), and what to do now (`act`). */
export interface RefusalWords {
  readonly title: string;
  readonly act: string;
}

/** Codes that only the web client raises: no answer, an answer without a code, an answer it cannot read. */
export const clientRefusals = ['house.away', 'house.fault', 'house.unreadable'] as const;
export type ClientRefusal = (typeof clientRefusals)[number];
