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
    let pos = 0;
    let opened = -2;
    while (pos < text.length) {
      const found = text.indexOf(newline, pos);
      if (found === -1 && !last) break;
      const lineEnd = found === -1 ? text.length : found;
      if (opened < pos && opened !== -1) opened = cut.quote === '' ? -1 : text.indexOf(cut.quote, pos);
      const plain = opened === -1 || opened >= lineEnd;
      const row = plain ? plainRow(text, pos, lineEnd, cut) : readRow(text, pos, lineEnd, cut, last);
      if (row === undefined) break;
      const begins = line;
      line += row.next === lineEnd + 1 ? 1 : countLines(text, pos, row.next, newline);
      if (row.cells.length > 1 || row.cells[0] !== '' || row.trouble !== undefined) {
        rows.push(rowOf(row, { line: begins, at: at + pos }, { line, at: at + row.next }));
      }
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
  const { quote, delimiter } = cut;
  const newline = cut.newline ?? '\n';
  const cells: string[] = [];
  let pos = start;
  for (;;) {
    let cell: string;
    if (text[pos] === quote) {
      const closed = closingQuote(text, pos + 1, quote, last);
      if (closed === undefined || closed - pos > maxQuoted) return 'more';
      cell = text.slice(pos + 1, closed);
      if (cell.includes(quote)) cell = cell.replaceAll(quote + quote, quote);
      pos = closed + 1;
      while (text[pos] === ' ') pos += 1;
    } else {
      const end = endOfCell(text, pos, delimiter);
      cell = text.slice(pos, end);
      pos = end;
    }
    cells.push(cell);
    const mark = text[pos];
    if (mark === delimiter) pos += 1;
    else if (mark === undefined) return last ? { cells, next: pos } : 'more';
    else if (mark === newline) return { cells, next: pos + 1 };
    else if (mark === '\r' && text[pos + 1] === '\n') return { cells, next: pos + 2 };
    else if (mark === '\r' && text[pos + 1] === undefined && !last) return 'more';
    else return 'stray';
  }
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
