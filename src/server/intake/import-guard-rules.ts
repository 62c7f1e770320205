/**
 * Cells that a spreadsheet would run as a formula: `= + - @`, tab, CR or the full-width `＝ ＋ － ＠` as their first sign,
 * also after spaces, control signs and earlier guards.
 */
const runs = /^'*[\s\p{Cc}\p{Cf}]*[=+\-@\t\r＝＋－＠]/u;

/** A cell as it may stand in a file that people open in a spreadsheet: what could run begins with `'`. */
export function guarded(cell: string): string {
  return runs.test(cell) ? `'${cell}` : cell;
}

/** The cell as it was before it was guarded. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && runs.test(cell) ? cell.slice(1) : cell;
}

/** One line of a CSV file: every cell guarded, quoted where it must be; ends with CRLF. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => quoted(guarded(cell))).join(',')}\r\n`;
}

function quoted(cell: string): string {
  return /[",\r\n;\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
