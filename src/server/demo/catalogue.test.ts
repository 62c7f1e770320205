import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { demoMessages } from './stream.ts';

const page = readFileSync(new URL('../../../docs/events.md', import.meta.url), 'utf8');
const messages = [...demoMessages({ customers: 400, seed: 7, until: '2027-03-15T17:00:00Z' })];

test('every event that the demo sends, and every property of it, stands in docs/events.md', () => {
  const missing = new Set<string>();
  for (const message of messages) {
    const names = [
      ...(message.event === undefined ? [] : [message.event]),
      ...Object.keys(message.properties ?? {}),
      ...Object.keys(message.traits ?? {}),
    ];
    for (const name of names)
      if (!page.includes(`\`${name}\``)) missing.add(`${message.event ?? message.type}: ${name}`);
  }
  expect([...missing]).toEqual([]);
});

test('every event of the page is sent by the demo', () => {
  const sent = new Set(messages.map((message) => message.event));
  const named = [...page.matchAll(/^\| (`[A-Z][^|]+`) \|/gm)].flatMap((row) => [
    ...(row[1] ?? '').matchAll(/`([^`]+)`/g),
  ]);
  expect(named.length).toBeGreaterThan(30);
  expect(named.map((match) => match[1] ?? '').filter((name) => !sent.has(name))).toEqual([]);
});
