import { describe, expect, test } from 'vitest';
import { Random } from '../random.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { textKinds } from './kinds.ts';
import { ru } from './ru.ts';
import { say } from './say.ts';

const books = { en, es, ru };
const slotsOf = (template: string): readonly string[] =>
  [...template.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');

describe('the demo speaks three languages', () => {
  test.each(['en', 'es', 'ru'] as const)(
    '%s has at least 150 templates, none twice, every kind with two',
    (language) => {
      const templates = textKinds.flatMap((kind) => books[language][kind]);
      expect(templates.length).toBeGreaterThanOrEqual(150);
      for (const kind of textKinds) expect(books[language][kind].length).toBeGreaterThanOrEqual(2);
      for (const kind of textKinds) expect(new Set(books[language][kind]).size).toBe(books[language][kind].length);
    },
  );
  test('Russian texts are in Cyrillic', () => {
    for (const kind of textKinds) for (const template of ru[kind]) expect(template).toMatch(/[а-яё]/i);
  });
  test('a slot without a value is a fault, not a hole in the text', () => {
    const fails = textKinds.filter((kind) => es[kind].every((template) => slotsOf(template).length > 0));
    expect(fails.length).toBeGreaterThan(3);
    for (const kind of fails) expect(() => say(new Random(1, 1, 1), 'es', 'f', kind, {})).toThrow(kind);
  });
  test('the gender of the speaker is heard', () => {
    const random = new Random(1, 1, 1);
    const said = new Set(Array.from({ length: 60 }, () => say(random, 'ru', 'f', 'askedTwice', {})));
    expect([...said].some((words) => words.includes('говорила'))).toBe(true);
    expect([...said].every((words) => !words.includes('['))).toBe(true);
  });
});
