import { createInstance } from 'i18next';
import { useCallback } from 'react';
import { initReactI18next, useTranslation } from 'react-i18next';
import { type Language, languages } from '../../shared/scalars.ts';
import { en, type Words } from '../../shared/words/en.ts';
import { recall, remember } from './prefer.ts';
import { isKnownRefusal, type Refused } from './refused.ts';

/** A key of the English words, `room.path.to.word`; of plural forms only what is common to them. */
export type WordKey = KeysOf<Words>;

type KeysOf<T, Path extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${Path}${Singular<K>}` : KeysOf<T[K], `${Path}${K}.`>;
}[keyof T & string];

type Singular<K extends string> = K extends `${infer Base}_one` | `${infer Base}_other` ? Base : K;

/** Says a word with its slots filled; `count` chooses the plural form. */
export type Say = (key: WordKey, slots?: Readonly<Record<string, string | number>>) => string;

const packs = {
  es: () => import('../../shared/words/es.ts').then((pack) => pack.es),
  ru: () => import('../../shared/words/ru.ts').then((pack) => pack.ru),
} as const;

/** How each language calls itself. */
export const ownNames: Readonly<Record<Language, string>> = { en: 'English', es: 'Español', ru: 'Русский' };

const i18n = createInstance();

/** Loads the words for the remembered or the browser's language; to be awaited before the first paint. */
export async function startWords(): Promise<void> {
  await i18n.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    resources: { en: { words: en } },
    defaultNS: 'words',
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  await speak(languageOf(recall('language')) ?? browserLanguage());
}

/** Switches the page's language, without remembering it. */
export async function speak(language: Language): Promise<void> {
  if (language !== 'en' && !i18n.hasResourceBundle(language, 'words')) {
    i18n.addResourceBundle(language, 'words', await packs[language]());
  }
  await i18n.changeLanguage(language);
  document.documentElement.lang = language;
}

/** A person's own choice: switches and remembers it on this device. */
export async function chooseLanguage(language: Language): Promise<void> {
  remember('language', language);
  await speak(language);
}

/** True where this device has a choice of its own, which then goes before the person's setting. */
export function hasOwnLanguage(): boolean {
  return languageOf(recall('language')) !== undefined;
}

/** The words in a component: `const { t, language } = useWords()`. */
export function useWords(): { readonly t: Say; readonly language: Language } {
  const { t: translate, i18n: current } = useTranslation('words', { i18n });
  const t = useCallback<Say>((key, slots) => translate(key, { ...slots }), [translate]);
  return { t, language: languageOf(current.language) ?? 'en' };
}

/** Title and advice for a refusal in the page's language; the server's own words where the code is new to us. */
export function refusalWords(t: Say, refused: Refused): { readonly title: string; readonly act: string } {
  const fallback = { title: refused.title ?? t('refusals.house.fault.title'), act: refused.detail ?? '' };
  if (!isKnownRefusal(refused.code)) return fallback;
  // What the server says it is about, e.g. who was faster.
  const slots = Object.fromEntries(Object.entries(refused.details).map(([name, value]) => [name, String(value)]));
  return { title: t(`refusals.${refused.code}.title`, slots), act: t(`refusals.${refused.code}.act`, slots) };
}

function browserLanguage(): Language {
  for (const tag of navigator.languages) {
    const found = languageOf(tag.slice(0, 2));
    if (found) return found;
  }
  return 'en';
}

function languageOf(text: string | undefined): Language | undefined {
  return languages.find((language) => language === text);
}
