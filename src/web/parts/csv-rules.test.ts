import { describe, expect, test } from 'vitest';
import { cellOf, csvOf } from './csv-rules.ts';

describe('what is handed over', () => {
  test.each([
    ['=1+1', '"\'=1+1"'],
    ['+34600111222', '"\'+34600111222"'],
    ['@cmd', '"\'@cmd"'],
    ['O"Hara, Ana', '"O""Hara, Ana"'],
    ['Ana', 'Ana'],
    [null, ''],
  ])('%s is no formula and no broken cell', (value, cell) => {
    expect(cellOf(value)).toBe(cell);
  });

  test('begins with the mark by which spreadsheets know UTF-8', () => {
    expect(csvOf(['a', 'b'], [['Ñ', 1]])).toBe('\uFEFFa,b\r\nÑ,1\r\n');
  });
});
