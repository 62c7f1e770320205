import type { CellWarning, EventPart, RowReader } from './import-mapping-rules.ts';
import type { FileRow } from './import-split-rules.ts';
import type { Bag, SegmentMessage } from './segment-message.ts';

/** How many rows a group may stand open without another of its rows. */
export const groupWindow = 1_000;
/** Most rows of one group. */
export const mostInGroup = 10_000;

/** A row by its number among the data rows, from 1. */
export interface RowMark {
  readonly no: number;
  readonly line: number;
  readonly cells: readonly string[];
}

/** An event that is whole, with the rows that it is made of. */
export interface WholeEvent {
  readonly message: SegmentMessage;
  readonly rows: readonly RowMark[];
  readonly onChange: 'refuse' | 'correct';
}

/** A row that cannot be taken. */
export interface BadRow extends RowMark {
  readonly code: string;
  readonly detail: string;
}

/** A cell that was read otherwise than the mapping says. */
export interface RowWarning extends CellWarning {
  readonly row: RowMark;
}

/** What rows became, since it was last taken away. */
export interface Yield {
  events: WholeEvent[];
  bad: BadRow[];
  warnings: RowWarning[];
}

/** Puts rows together to events. */
export interface Assembler {
  /** The next row, in the file's order; `at` is its place in the text. */
  add(row: FileRow): void;
  /** Closes what is still open: the file has ended. */
  finish(): void;
  /** What is ready, which is then given away: at most so many events, the first ones. */
  take(most?: number): Yield;
  readonly ready: number;
  /** Rows added so far. */
  readonly rowNo: number;
  /** From where the rows must be read again so that every open group is whole: the first row of the oldest. */
  resumeAt(next: ResumePlace): ResumePlace;
}

/** Where reading goes on after a stop. */
export interface ResumePlace {
  readonly rowNo: number;
  readonly line: number;
  readonly at: number;
}

interface Group {
  readonly part: EventPart;
  readonly rows: RowMark[];
  readonly lines: Bag[];
  readonly first: ResumePlace;
  lastNo: number;
}

/** What the rows of a file are read with. */
export interface RowPlan {
  readonly read: RowReader;
  readonly columns: readonly string[];
  readonly ragged: 'refuse' | 'pad';
  /** Begins the keys of rows that have none of their own: of the file's content. */
  readonly fileKey: string;
}

/**
 * Puts the rows of a file together to events. A group ends when `groupWindow` rows have passed without one of its own,
 * or with the file; so what is open after a row depends on the last rows only, and reading again from `resumeAt` gives
 * the same events as never having stopped.
 */
export function assembler(plan: RowPlan, startNo: number): Assembler {
  const open = new Map<string, Group>();
  let yielded: Yield = { events: [], bad: [], warnings: [] };
  let rowNo = startNo;

  const close = (key: string, group: Group) => {
    open.delete(key);
    yielded.events.push(wholeOf(group));
  };
  /** Groups stand in the order of their last row: only the first ones can be over. */
  const closeOld = () => {
    for (const [key, group] of open) {
      if (rowNo - group.lastNo <= groupWindow) return;
      close(key, group);
    }
  };
  const addPart = (part: EventPart, mark: RowMark, at: number) => {
    if (part.group === undefined) {
      yielded.events.push({ message: withLines(part.message, part.line), rows: [mark], onChange: part.onChange });
      return;
    }
    const group = open.get(part.group);
    if (group === undefined) {
      const first = { rowNo: mark.no, line: mark.line, at };
      const lines = part.line === undefined ? [] : [part.line];
      open.set(part.group, { part, rows: [mark], lines, first, lastNo: mark.no });
      return;
    }
    open.delete(part.group);
    open.set(part.group, group);
    group.lastNo = mark.no;
    if (mark.no - group.first.rowNo >= mostInGroup) {
      yielded.bad.push({ ...mark, code: 'import.group-too-long', detail: String(mostInGroup) });
      return;
    }
    group.rows.push(mark);
    if (part.line !== undefined) group.lines.push(part.line);
  };

  return {
    get ready() {
      return yielded.events.length + yielded.bad.length;
    },
    get rowNo() {
      return rowNo;
    },
    add(row) {
      rowNo += 1;
      const mark = { no: rowNo, line: row.line, cells: row.cells };
      const read = readRow(row, plan, rowNo);
      if ('code' in read) yielded.bad.push({ ...mark, code: read.code, detail: read.detail });
      else {
        for (const part of read.parts) addPart(part, mark, row.at);
        for (const warning of read.warnings) yielded.warnings.push({ ...warning, row: mark });
      }
      closeOld();
    },
    finish() {
      for (const [key, group] of open) close(key, group);
    },
    take(most = Number.POSITIVE_INFINITY) {
      const { events, bad, warnings } = yielded;
      yielded = { events: events.slice(most), bad: [], warnings: [] };
      return { events: events.slice(0, most), bad, warnings };
    },
    resumeAt(next) {
      let first = next;
      for (const group of open.values())
        if (group.first.rowNo <= first.rowNo) first = { ...group.first, rowNo: group.first.rowNo - 1 };
      return first;
    },
  };
}

function readRow(row: FileRow, plan: RowPlan, rowNo: number): ReturnType<RowReader> {
  if (row.trouble !== undefined) return { code: row.trouble, detail: '' };
  const { cells } = row;
  const width = plan.columns.length;
  if (
    cells.length !== width &&
    plan.ragged === 'refuse' &&
    !(cells.length > width && cells.slice(width).every(isBlank))
  ) {
    const code = cells.length < width ? 'import.row-too-short' : 'import.row-too-long';
    return { code, detail: `${cells.length} / ${width}` };
  }
  if (
    cells[0] === plan.columns[0] &&
    cells.length > 1 &&
    plan.columns.every((name, at) => cells[at]?.trim() === name)
  ) {
    return { code: 'import.header-again', detail: '' };
  }
  return plan.read(cells, `row:${plan.fileKey}:${rowNo}`);
}

function isBlank(cell: string): boolean {
  return cell.trim() === '';
}

function wholeOf(group: Group): WholeEvent {
  const { part, lines } = group;
  const message = lines.length === 0 ? part.message : withProducts(part.message, lines);
  return { message, rows: group.rows, onChange: part.onChange };
}

function withLines(message: SegmentMessage, line: Bag | undefined): SegmentMessage {
  return line === undefined ? message : withProducts(message, [line]);
}

function withProducts(message: SegmentMessage, products: readonly Bag[]): SegmentMessage {
  return { ...message, properties: { ...message.properties, products } };
}
