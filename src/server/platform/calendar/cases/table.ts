/** The rows of a written table below its head, as cells; a cell `-` is empty. */
export function rowsOf(table: string): string[][] {
  const [, ...rows] = table.trim().split('\n');
  return rows.map((row) => row.split('|').map((cell) => (cell.trim() === '-' ? '' : cell.trim())));
}
