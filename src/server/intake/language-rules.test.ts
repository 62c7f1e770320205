import { expect, it } from 'vitest';
import { guessLanguage } from './language-rules.ts';

it.each([
  ['Me facturaron dos veces y quiero la devolución', 'es'],
  ['¿Cuándo llega?', 'es'],
  ['I was charged twice and want my money back', 'en'],
  ['No refund for me', 'en'],
  ['Где мой заказ', 'ru'],
  ['Ana Ruiz 42', undefined],
  ['', undefined],
])('reads %j as %s', (text, language) => {
  expect(guessLanguage(text)).toBe(language);
});
