import type { Mapping } from '../../shared/mapping.ts';
import { refuse } from '../platform/refuse.ts';
import { columnNames } from './import-detect-rules.ts';
import { readRows } from './import-read.ts';

/** Most columns of a file. */
export const mostColumns = 10_000;

/**
 * The names of a file's columns, as its mapping says where they stand. Refuses `import.empty-file` and
 * `import.too-many-columns`.
 */
export async function columnsOf(path: string, mapping: Mapping): Promise<string[]> {
  let seen = 0;
  for await (const { rows } of readRows(path, mapping, { line: 1, at: 0 })) {
    for (const row of rows) {
      seen += 1;
      if (seen < mapping.header) continue;
      if (row.cells.length > mostColumns) refuse('import.too-many-columns');
      return columnNames(mapping.header === 0 ? row.cells.map(() => '') : row.cells);
    }
  }
  return refuse('import.empty-file');
}
