import { imports } from '../../shared/words/en/imports.ts';
import { intake } from '../../shared/words/en/intake.ts';
import type { Say } from '../platform/words.ts';

/** Why a row or an event was not taken, in words; codes that are new to this page are said in general. */
export function sayReason(t: Say, code: string): string {
  const key = code.replaceAll('.', '-');
  if (isHeld(key)) return t(`intake.reason.${key}`);
  return isImport(key) ? t(`imports.reasons.${key}`) : t('imports.reasons.other');
}

function isImport(key: string): key is keyof typeof imports.reasons {
  return Object.hasOwn(imports.reasons, key);
}

function isHeld(key: string): key is keyof typeof intake.reason {
  return Object.hasOwn(intake.reason, key);
}
