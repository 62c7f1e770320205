/** One record of a file, as it stands there. */
export interface FileRow {
  readonly cells: readonly string[];
  /** The line on which it begins, from 1. */
  readonly line: number;
  /** Where it begins, in UTF-16 units of the decoded text. */
  readonly at: number;
  /** Where the next one begins: its line and its place. */
  readonly after: { readonly line: number; readonly at: number };
  /** Why it cannot be read: a code of `import.*`. */
  readonly trouble?: 'import.unclosed-quote' | 'import.stray-quote' | 'import.unreadable-text';
}

/** How a file is cut into rows and cells. */
export interface Cut {
  readonly delimiter: string;
  /** '' when cells are never quoted. */
  readonly quote: string;
  /** What ends a line: LF (a CR before it belongs to it), or CR alone in files of old Macs. */
  readonly newline?: '\n' | '\r' | undefined;
  /** How many cells a row has, once known: a row over several lines that has another number is no row. */
  width?: number | undefined;
}

/** Longest cell over several lines, in characters: past it the quote was never closed. */
const maxQuoted = 65_536;

/** Where the splitter stands: everything before it was given out. */
export interface Splitter {
  /** Cuts the next piece of text; gives the rows that are whole. */
  push(text: string): FileRow[];
  /** The rest, when the text has ended. */
  end(): FileRow[];
}

interface Ended {
  readonly cells: string[];
  readonly next: number;
}

/**
 * Cuts text into rows (RFC 4180; line ends LF, CRLF or CR; any delimiter). After a quote that is never closed, or is
 * followed by other text, only the line where it opened is given up and reading goes on with the next: one wrong quote
 * costs one row, not the rest of the file. A quote inside an unquoted cell is text. Blank lines are no rows.
 */
export function splitter(cut: Cut, from: { line: number; at: number } = { line: 1, at: 0 }): Splitter {
  let text = '';
  let { line, at } = from;
  const newline = cut.newline ?? '\n';

  /** Takes every row that ends before the text does; with `last`, the end of the text ends the row. */
  const take = (last: boolean): FileRow[] => {
    const rows: FileRow[] = [];
    const quoteFrom = finder(text, cut.quote);
    let pos = 0;
    while (pos < text.length) {
      const lineEnd = endOfLine(text, pos, newline, last);
      if (lineEnd === undefined) break;
      const read = quoteFrom(pos) >= lineEnd ? plainRow : readRow;
      const row = read(text, pos, lineEnd, cut, last);
      if (row === undefined) break;
      const begins = { line, at: at + pos };
      line += row.next === lineEnd + 1 ? 1 : countLines(text, pos, row.next, newline);
      if (!isBlank(row)) rows.push(rowOf(row, begins, { line, at: at + row.next }));
      pos = row.next;
    }
    at += pos;
    text = text.slice(pos);
    return rows;
  };

  return {
    push(more) {
      text = text === '' ? more : text + more;
      return take(false);
    },
    end: () => take(true),
  };
}

/** Finds the next quote from places that only grow; past the text when there is none. */
function finder(text: string, quote: string): (from: number) => number {
  let next = quote === '' ? text.length : -1;
  return (from) => {
    if (next < from) {
      const found = text.indexOf(quote, from);
      next = found === -1 || quote === '' ? text.length + 1 : found;
    }
    return next;
  };
}

function endOfLine(text: string, from: number, newline: string, last: boolean): number | undefined {
  const found = text.indexOf(newline, from);
  if (found !== -1) return found;
  return last ? text.length : undefined;
}

function isBlank(row: Read): boolean {
  return row.cells.length === 1 && row.cells[0] === '' && row.trouble === undefined;
}

function rowOf(row: Read, from: { line: number; at: number }, after: { line: number; at: number }): FileRow {
  const { cells, trouble } = row;
  return trouble === undefined ? { cells, ...from, after } : { cells, ...from, after, trouble };
}

interface Read extends Ended {
  readonly trouble?: 'import.unclosed-quote' | 'import.stray-quote' | undefined;
}

/** Reads one row from `pos`; `undefined` when more text is needed. */
function readRow(text: string, pos: number, lineEnd: number, cut: Cut, last: boolean): Read | undefined {
  const read = readQuoted(text, pos, cut, last);
  if (read === 'more') {
    if (!last && text.length - pos <= maxQuoted) return undefined;
    return { ...plainRow(text, pos, lineEnd, cut), trouble: 'import.unclosed-quote' };
  }
  if (read === 'stray') return { ...plainRow(text, pos, lineEnd, cut), trouble: 'import.stray-quote' };
  if (read.next > lineEnd + 1 && cut.width !== undefined && read.cells.length !== cut.width) {
    return { ...plainRow(text, pos, lineEnd, cut), trouble: 'import.unclosed-quote' };
  }
  return read;
}

function plainRow(text: string, pos: number, lineEnd: number, cut: Cut): Read {
  const end = text[lineEnd - 1] === '\r' && lineEnd > pos ? lineEnd - 1 : lineEnd;
  return { cells: text.slice(pos, end).split(cut.delimiter), next: lineEnd + 1 };
}

/** Reads a row with quoted cells: its cells, or that more text is needed, or that a quote stands where none may. */
function readQuoted(text: string, start: number, cut: Cut, last: boolean): Ended | 'more' | 'stray' {
  const cells: string[] = [];
  let pos = start;
  for (;;) {
    const cell = readCell(text, pos, cut, last);
    if (cell === undefined) return 'more';
    cells.push(cell.text);
    if (text[cell.end] === cut.delimiter) {
      pos = cell.end + 1;
      continue;
    }
    const next = afterRow(text, cell.end, cut.newline ?? '\n', last);
    return typeof next === 'number' ? { cells, next } : next;
  }
}

/** One cell from `pos`, and where it ends; `undefined` when more text is needed. */
function readCell(text: string, pos: number, cut: Cut, last: boolean): { text: string; end: number } | undefined {
  const { quote, delimiter } = cut;
  if (text[pos] !== quote) {
    const end = endOfCell(text, pos, delimiter);
    return { text: text.slice(pos, end), end };
  }
  const closed = closingQuote(text, pos + 1, quote, last);
  if (closed === undefined || closed - pos > maxQuoted) return undefined;
  const raw = text.slice(pos + 1, closed);
  let end = closed + 1;
  while (text[end] === ' ') end += 1;
  return { text: raw.includes(quote) ? raw.replaceAll(quote + quote, quote) : raw, end };
}

/** Where the next row begins, when a row may end at `pos`. */
function afterRow(text: string, pos: number, newline: string, last: boolean): number | 'more' | 'stray' {
  const mark = text[pos];
  if (mark === undefined) return last ? pos : 'more';
  if (mark === newline) return pos + 1;
  if (mark !== '\r') return 'stray';
  if (text[pos + 1] === '\n') return pos + 2;
  return text[pos + 1] === undefined && !last ? 'more' : 'stray';
}

/** Where the quote that closes this cell stands; doubled ones are passed over. */
function closingQuote(text: string, from: number, quote: string, last: boolean): number | undefined {
  let pos = from;
  for (;;) {
    const found = text.indexOf(quote, pos);
    if (found === -1) return undefined;
    if (text[found + 1] !== quote) return found + 1 === text.length && !last ? undefined : found;
    pos = found + 2;
  }
}

function endOfCell(text: string, from: number, delimiter: string): number {
  for (let pos = from; pos < text.length; pos += 1) {
    const mark = text[pos];
    if (mark === delimiter || mark === '\n' || mark === '\r') return pos;
  }
  return text.length;
}

function countLines(text: string, from: number, to: number, newline: string): number {
  let lines = 0;
  for (let pos = text.indexOf(newline, from); pos !== -1 && pos < to; pos = text.indexOf(newline, pos + 1)) lines += 1;
  return lines;
}
