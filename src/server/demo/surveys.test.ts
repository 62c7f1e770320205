import { describe, expect, test } from 'vitest';
import { demoMessages } from './stream.ts';

// The size, seed and so many customers with which `kept demo` begins.
const usual = { customers: 300, seed: 1, until: '2026-11-01T00:00:00.000Z' };
const all = [...demoMessages(usual)].filter((one) => one.event === 'Moment Rated');
const comments = all.filter((one) => one.properties?.['by'] === 'customer');
const texts = comments.map((one) => String(one.properties?.['words']));
const marks = (bad: boolean) =>
  comments.filter((one) => (bad ? Number(one.properties?.['emotional']) <= 2 : one.properties?.['emotional'] === 3));

describe('what the customers of the demo write under their ratings', () => {
  test('at least 5 000 comments at the usual size, of three languages, hardly one like another', () => {
    expect(comments.length).toBeGreaterThanOrEqual(5_000);
    expect(new Set(texts).size / texts.length).toBeGreaterThan(0.75);
    for (const language of ['es-ES', 'en-GB', 'ru-RU']) {
      const own = comments.filter((one) => one.context['locale'] === language);
      expect(own.length).toBeGreaterThan(500);
      expect(own.filter((one) => Number(one.properties?.['emotional']) <= 2).length).toBeGreaterThan(50);
    }
  });
  test('some long, some short, no slot left open, the gender of the writer resolved', () => {
    expect(texts.filter((one) => one.length < 15).length).toBeGreaterThan(200);
    expect(texts.filter((one) => one.length > 150).length).toBeGreaterThan(200);
    expect(texts.filter((one) => /[{}[\]|]|undefined|NaN/.test(one))).toEqual([]);
  });
  test('bad, middling and good ones', () => {
    expect(marks(true).length / comments.length).toBeGreaterThan(0.07);
    expect(marks(false).length / comments.length).toBeGreaterThan(0.2);
    expect((marks(true).length + marks(false).length) / comments.length).toBeLessThan(0.6);
  });
});
