import { describe, expect, test } from 'vitest';
import { tidyOf } from './excerpt.ts';

describe('an excerpt is tidied for reading', () => {
  const cases = [
    [
      'Order Completed · GBP · en · shop · 580147 · SET OF 12 \u0001CANDLES\u0002',
      'Order Completed',
      'SET OF 12 \u0001CANDLES\u0002',
    ],
    ['\u0001facturas\u0002 · web · customer-area · systems', 'Mis facturas', '\u0001facturas\u0002'],
    ['shop · \u0001580147\u0002 · LAMP', 'Order Completed', '\u0001580147\u0002 · LAMP'],
    ['Why was I \u0001charged\u0002 twice?', 'Call Ended', 'Why was I \u0001charged\u0002 twice?'],
  ] as const;
  test.each(cases)('%j', (excerpt, name, tidy) => {
    expect(tidyOf(excerpt, name)).toBe(tidy);
  });
});
