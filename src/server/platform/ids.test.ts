import { expect, test } from 'vitest';
import { digest, eventIdAt, eventIdFloor, newId } from './ids.ts';

const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

test('ids are UUIDv7s of now, each greater than the one before, also many within one millisecond', () => {
  const began = Date.now();
  const ids = Array.from({ length: 20_000 }, newId);
  expect(ids.every((id) => shape.test(id))).toBe(true);
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(ids.map((id) => id.slice(19))).size).toBe(ids.length);
  const told = Number.parseInt(newId().replace('-', '').slice(0, 12), 16);
  expect(told).toBeGreaterThanOrEqual(began);
  expect(told - began).toBeLessThan(5_000);
});

test('an event’s id sorts by when it happened, and in the order of making within one millisecond', () => {
  const at = [0, 1, 1_700_000_000_000, 1_700_000_000_000, 1_700_000_000_000, 1_700_000_000_001, 9_999_999_999_999];
  const ids = at.map(eventIdAt);
  expect(ids.every((id) => shape.test(id))).toBe(true);
  expect(ids.toSorted()).toEqual(ids);
  expect(eventIdFloor(1_700_000_000_000) < (ids[2] ?? '')).toBe(true);
  expect(eventIdFloor(1_700_000_000_001) > (ids[4] ?? '')).toBe(true);
  expect(eventIdAt(-5).startsWith('00000000-0000-7')).toBe(true);
});

test('a digest is the first half of SHA-256', () => {
  expect(digest('abc')).toBe('ba7816bf8f01cfea414140de5dae2223');
});
