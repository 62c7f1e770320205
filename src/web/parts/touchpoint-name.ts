import type { Language } from '../../shared/scalars.ts';
import { en } from '../../shared/words/en.ts';
import type { Say } from '../platform/words.ts';
import { sayCode } from './say-code.ts';

/** A name in each language, as the house gave it. */
export type Names = Readonly<Record<Language, string>>;

/** A touchpoint as people call it: by the house's own name, else by ours where it is of the articles' list, else as it is told. */
export function sayTouchpoint(t: Say, language: Language, touchpoint: string, names?: Names | null): string {
  const own = names?.[language] ?? '';
  if (own !== '') return own;
  if (isSeed(touchpoint)) return t(`touchpoints.${touchpoint}.name`);
  return sayCode(t, touchpoint);
}

/** What is intended at a touchpoint of the articles' list, where the house says nothing else. */
export function seedStandard(t: Say, touchpoint: string): string | undefined {
  return isSeed(touchpoint) ? t(`touchpoints.${touchpoint}.standard`) : undefined;
}

function isSeed(touchpoint: string): touchpoint is keyof typeof en.touchpoints {
  return Object.hasOwn(en.touchpoints, touchpoint);
}
