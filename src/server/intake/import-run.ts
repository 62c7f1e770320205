import type { House } from '../platform/area.ts';
import { Refusal } from '../platform/refuse.ts';
import { columnsOf } from './import-columns.ts';
import { mappingFaults } from './import-fault-rules.ts';
import { assembler, type ResumePlace } from './import-group-rules.ts';
import { rowReader } from './import-mapping-rules.ts';
import { mappingFrom } from './import-mapping-text.ts';
import { readRows } from './import-read.ts';
import type { ImportRow } from './import-store.ts';
import { openChunkWriter, type Progress } from './import-write.ts';

/** Most events of one transaction. */
const chunkEvents = 500;
/** Most rows between two notes of progress, where rows make few events. */
const chunkRows = 20_000;
/** Most text of one transaction, in UTF-16 units, where rows are long. */
const chunkText = 4 * 1024 ** 2;

/** Why a run ended: the file is through, this server stops, or the import was paused or taken by another. */
export type RunEnd = 'done' | 'stopped' | 'lost';

/** Ends the reading early; carries no stack of interest. */
class Ended extends Error {
  readonly end: RunEnd;
  constructor(end: RunEnd) {
    super(end);
    this.end = end;
  }
}

/**
 * Runs an import from where it stands until the file ends. While a chunk is written the next rows are read; chunks are
 * written one after the other, each with its progress in its own transaction.
 */
export async function runImport(house: House, row: ImportRow, stopped: () => boolean): Promise<RunEnd> {
  const queue = await openQueue(house, row, stopped);
  try {
    await readThrough(house, row, queue);
    await queue.settled();
    return 'done';
  } catch (error) {
    await queue.settled().catch(() => undefined);
    if (error instanceof Ended) return error.end;
    throw error;
  }
}

interface Queue {
  /** Hands a chunk over as soon as the one before is written. */
  write(progress: Progress): Promise<void>;
  /** Waits for the last one. */
  settled(): Promise<void>;
}

async function openQueue(house: House, row: ImportRow, stopped: () => boolean): Promise<Queue> {
  const writer = await openChunkWriter(house, row);
  let writing: Promise<boolean> = Promise.resolve(true);
  const settled = async () => {
    if (!(await writing)) throw new Ended('lost');
  };
  return {
    settled,
    async write(progress) {
      await settled();
      if (stopped()) throw new Ended('stopped');
      writing = writer.write(progress);
      writing.catch(() => undefined);
    },
  };
}

async function readThrough(house: House, row: ImportRow, queue: Queue): Promise<void> {
  const mapping = mappingFrom(row.yaml);
  const path = house.files.pathOf(row.file_sha256);
  const columns = await columnsOf(path, mapping);
  if (mappingFaults(mapping, columns).length > 0) throw new Refusal('import.bad-mapping');
  const fileKey = row.file_sha256.toString('hex').slice(0, 24);
  const rows = assembler(
    { read: rowReader(mapping, columns), columns, ragged: mapping.ragged, fileKey },
    row.resume_row,
  );
  let toSkip = row.resume_at === 0 ? mapping.header : 0;
  let place: ResumePlace = { rowNo: row.resume_row, line: row.resume_line, at: row.resume_at };
  let since = row.row_at;
  let sinceText = place.at;
  for await (const batch of readRows(path, mapping, { line: place.line, at: place.at, width: columns.length })) {
    for (const one of batch.rows) {
      if (toSkip > 0) {
        toSkip -= 1;
        continue;
      }
      rows.add(one);
      place = { rowNo: rows.rowNo, ...one.after };
      if (rows.rowNo <= row.row_at) rows.take();
      else if (
        rows.ready >= chunkEvents ||
        rows.rowNo - since >= chunkRows ||
        (rows.ready > 0 && place.at - sinceText >= chunkText)
      ) {
        since = rows.rowNo;
        sinceText = place.at;
        const { bytesRead } = batch;
        await queue.write({
          chunk: rows.take(),
          rowAt: since,
          bytesRead,
          resume: rows.resumeAt(place),
          tailAt: 0,
          ended: false,
        });
      }
    }
  }
  await writeTail({ rows, place, row, queue });
}

/** The end of the file closes what is open, which may be more than one chunk. */
async function writeTail(at: {
  rows: ReturnType<typeof assembler>;
  place: ResumePlace;
  row: ImportRow;
  queue: Queue;
}): Promise<void> {
  const { rows, row, queue } = at;
  const resume = rows.resumeAt(at.place);
  rows.finish();
  if (row.tail_at > 0) rows.take(row.tail_at);
  let tailAt = row.tail_at;
  for (;;) {
    const ended = rows.ready <= chunkEvents;
    const chunk = rows.take(chunkEvents);
    tailAt += chunk.events.length;
    const progress = { chunk, rowAt: rows.rowNo, bytesRead: row.file_bytes, resume, tailAt, ended };
    await queue.write(progress);
    if (ended) return;
  }
}
