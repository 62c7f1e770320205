import { expect, test } from 'vitest';
import { majorOf, monthsOf } from './money-rules.ts';

test('months without sales stand in their place', () => {
  expect(monthsOf(['2026-02-01', '2025-11-01'])).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
  expect(monthsOf([])).toEqual([]);
});

test('a currency has as many decimals as it has', () => {
  expect(majorOf(4120, 'EUR')).toBe(41.2);
  expect(majorOf(4120, 'JPY')).toBe(4120);
  expect(majorOf(4120, 'KWD')).toBe(4.12);
});
