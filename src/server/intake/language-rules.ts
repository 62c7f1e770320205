import type { Language } from '../../shared/scalars.ts';

const spanish = new Set(
  'el la los las un una de del al que y en por para con se su sus mi le les lo es está son fue ha he hay muy más pero como cuando donde qué cómo gracias hola quiero'.split(
    ' ',
  ),
);
const english = new Set(
  'the a an of to and in for with not is are was were has have i you he she it we they my your his her this that but when where what how thanks hello want please on at'.split(
    ' ',
  ),
);

/**
 * The language that a text is written in, by its letters and its small words: only to choose how it is stemmed, and only
 * where nobody told. `undefined` where they do not say (a name, a number, another language).
 */
export function guessLanguage(text: string): Language | undefined {
  if (/[\u0400-\u04ff]/.test(text)) return 'ru';
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  let es = /[¿¡ñ]/.test(text) ? 2 : 0;
  let en = 0;
  for (const word of words.slice(0, 200)) {
    if (spanish.has(word)) es += 1;
    if (english.has(word)) en += 1;
  }
  if (es === en) return undefined;
  return es > en ? 'es' : 'en';
}
