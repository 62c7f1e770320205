import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { createGunzip } from 'node:zlib';

/** The city's requests, beside the checkout where they were put. */
export const bostonFile = fileURLToPath(
  new URL('../../../shared/data/boston311/boston311_2015.csv.gz', import.meta.url),
);

/** One request as the file has it. */
export interface Request {
  readonly id: string;
  readonly department: string;
  /** `20110701013233`, so that texts sort as times; empty where there is none. */
  readonly target: string;
  readonly closed: string;
  /** The city's own word: ONTIME, OVERDUE, or nothing. */
  readonly mark: string;
}

/** Reads one line of this file: quoted texts without line breaks, doubled quotes inside. */
function cellsOf(line: string): string[] {
  const cells: string[] = [];
  for (const found of line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)) {
    cells.push(found[1] === undefined ? (found[2] ?? '') : found[1].replaceAll('""', '"'));
  }
  return cells;
}

/** `07/01/2011 01:32:33 AM` as `20110701013233`: what the wall showed, nothing of zones. */
function wallOf(text: string): string {
  const parts = /^(\d\d)\/(\d\d)\/(\d{4}) (\d\d):(\d\d):(\d\d) ([AP])M$/.exec(text);
  if (parts === null) return '';
  const [, month, day, year, hour, minute, second, half] = parts;
  const of24 = (Number(hour) % 12) + (half === 'P' ? 12 : 0);
  return `${year}${month}${day}${String(of24).padStart(2, '0')}${minute}${second}`;
}

/** Every request of the file. */
export async function readRequests(path = bostonFile): Promise<Request[]> {
  const requests: Request[] = [];
  let columns: string[] | undefined;
  const lines = createInterface({ input: createReadStream(path).pipe(createGunzip()), crlfDelay: Infinity });
  for await (const line of lines) {
    const cells = cellsOf(line);
    if (columns === undefined) {
      columns = cells;
      continue;
    }
    const cell = (name: string) => cells[columns?.indexOf(name) ?? -1] ?? '';
    requests.push({
      id: cell('CASE_ENQUIRY_ID'),
      department: cell('Department'),
      target: wallOf(cell('TARGET_DT')),
      closed: wallOf(cell('CLOSED_DT')),
      mark: cell('OnTime_Status'),
    });
  }
  return requests;
}

/** How many were closed, and of those how many after their target, in percent to two places. */
export function lateShare(requests: readonly Request[]): { closed: number; late: string } {
  const closed = requests.filter((one) => one.target !== '' && one.closed !== '');
  const late = closed.filter((one) => one.closed > one.target).length;
  return { closed: closed.length, late: ((100 * late) / closed.length).toFixed(2) };
}
