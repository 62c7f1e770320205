import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readRows } from './import-read.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kept-read-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const mapping = { encoding: 'utf-8', delimiter: ',', quote: '"', newline: 'lf' } as const;

async function badRows(bytes: Buffer): Promise<number[]> {
  const path = join(folder, 'file.csv');
  await writeFile(path, bytes);
  const bad: number[] = [];
  let count = 0;
  for await (const { rows } of readRows(path, mapping, { line: 1, at: 0 })) {
    for (const row of rows) {
      count += 1;
      if (row.trouble === 'import.unreadable-text') bad.push(count);
    }
  }
  return bad;
}

describe('bytes that are no text', () => {
  it('make their own row bad, wherever the pieces of the file are cut', async () => {
    for (const at of [40_000, 65_520, 65_530, 65_535, 65_536, 65_540]) {
      const rows = Array.from({ length: 9_000 }, (_, no) => `row ${String(no).padStart(5, '0')}`);
      const bytes = Buffer.from(`${rows.join('\n')}\n`);
      const place = at - (at % 10) + 2;
      bytes[place] = 0xff;
      expect(await badRows(bytes)).toEqual([Math.floor(place / 10) + 1]);
    }
  });

  it('a replacement character that stands in the file is text, also where a piece ends within it', async () => {
    for (let shift = 0; shift < 4; shift += 1) {
      const rows = Array.from({ length: 30_000 }, () => 'don\uFFFDt');
      expect(await badRows(Buffer.from(`${'x'.repeat(shift)}\n${rows.join('\n')}\n`))).toEqual([]);
    }
  });
});
