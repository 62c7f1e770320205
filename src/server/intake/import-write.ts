import { setTimeout as pause } from 'node:timers/promises';
import { houseCountry } from '../customers/country-service.ts';
import type { Call, House } from '../platform/area.ts';
import { stopwatch } from '../platform/clock.ts';
import { type Tx, troubleOf } from '../platform/database/open.ts';
import { openCall } from '../platform/http/call.ts';
import { systemActor } from '../platform/http/gate.ts';
import { newId } from '../platform/ids.ts';
import { Refusal, refuse } from '../platform/refuse.ts';
import { type ChunkTaken, takeChunk } from './import-chunk.ts';
import { openDryCount } from './import-dry.ts';
import type { ResumePlace, WholeEvent, Yield } from './import-group-rules.ts';
import { mappingFrom } from './import-mapping-text.ts';
import { requireStarter } from './import-starter.ts';
import { type ErrorRow, type ImportRow, insertErrors, saveStep } from './import-store.ts';
import { imprint } from './import-undo.ts';
import { termsOf } from './source-service.ts';
import { findSource } from './source-store.ts';
import { takenCommitted } from './take-in.ts';
import { insertTally } from './take-in-store.ts';
import type { SourceTerms } from './telling-rules.ts';

/** A chunk and where the import stands after it. */
export interface Progress {
  readonly chunk: Yield;
  readonly rowAt: number;
  readonly bytesRead: number;
  readonly resume: ResumePlace;
  readonly tailAt: number;
  readonly ended: boolean;
}

/** Writes the chunks of one import. */
export interface ChunkWriter {
  /** One transaction: events, errors, progress. False when the import is no longer ours. */
  write(progress: Progress): Promise<boolean>;
}

/** Most warnings that are kept with their rows; more are only counted. */
const mostWarnings = 10_000;
const patience = 6;

/** Thrown to roll back: the import was paused, or another server has it. */
class NotOurs extends Error {}
/** Thrown to roll back what a dry run wrote. */
class OnlyTried extends Error {}

export async function openChunkWriter(house: House, row: ImportRow): Promise<ChunkWriter> {
  const source = await sourceTerms(house, row);
  const dry = row.dry ? openDryCount() : undefined;
  let warned = row.warnings;
  return {
    async write(progress) {
      const work = {
        row,
        source,
        progress,
        taken: stopwatch(),
        warnings: warned > mostWarnings ? [] : warningRows(progress.chunk),
      };
      warned += progress.chunk.warnings.length;
      if (dry === undefined) return (await persistent((careful) => writeChunk(house, { ...work, careful }))) === true;
      const tried = await dry.write(progress.chunk, (events) =>
        persistent((careful) => tryChunk(house, { row, source, events, careful })),
      );
      if (tried === undefined) return false;
      const noted = await persistent(() => house.database.transaction((tx) => note(tx, work, tried).then(() => true)));
      return noted === true;
    },
  };
}

/** A file's keys are those of a system of ours: verified. A dry run without a source of its own only imagines one. */
async function sourceTerms(house: House, row: ImportRow): Promise<SourceTerms> {
  return house.database.transaction(async (tx) => {
    const call = { tx, house, now: house.clock.now() };
    const found = await findSource(tx, row.source_id);
    if (found !== undefined) return { ...(await termsOf(call, found)), kind: 'file' as const };
    if (!row.dry) refuse('record.not-found');
    const { channel = 'other', zone, currency = 'EUR', language = 'en' } = mappingFrom(row.yaml);
    return {
      sourceId: row.source_id,
      kind: 'file',
      channel,
      zone,
      currency,
      language,
      country: await houseCountry(call),
    };
  });
}

/** Tries again what only came at a bad moment; a chunk that the database refuses is taken event by event. */
async function persistent<T>(once: (careful: boolean) => Promise<T>): Promise<T | undefined> {
  let careful = false;
  for (let tries = 1; ; tries += 1) {
    try {
      return await once(careful);
    } catch (error) {
      if (error instanceof NotOurs) return undefined;
      const trouble = error instanceof Refusal ? error : troubleOf(error);
      if (tries >= patience || isFinal(trouble, careful)) throw error;
      if (trouble === undefined) careful = true;
      else await pause(200 * 2 ** tries);
    }
  }
}

/** Trouble of the house passes; any other refusal stays, and so does a fault of one event taken alone. */
function isFinal(trouble: Refusal | undefined, careful: boolean): boolean {
  return trouble === undefined ? careful : !trouble.code.startsWith('house.');
}

interface Work {
  readonly row: ImportRow;
  readonly source: SourceTerms;
  readonly progress: Progress;
  readonly careful: boolean;
  /** Milliseconds since the chunk was handed over. */
  readonly taken: () => number;
  readonly warnings: readonly ErrorRow[];
}

async function writeChunk(house: House, work: Work): Promise<boolean> {
  const { row, source, progress } = work;
  const { chunk } = progress;
  const batches = await inCall(house, async (call) => {
    await requireStarter(call.tx, row);
    const taken = await takeChunk(call, source, chunk.events, { importId: row.import_id, careful: work.careful });
    await imprint(call, row.import_id, taken.batches);
    if (chunk.events.length > 0) {
      await insertTally(call.tx, {
        tallyId: newId(),
        sourceId: source.sourceId,
        at: call.now,
        remembered: taken.remembered,
        duplicate: taken.duplicates,
        quarantined: chunk.events.length - taken.remembered - taken.duplicates,
        importId: row.import_id,
      });
    }
    const made = customersIn(taken);
    await note(call.tx, work, { ...taken, customersMade: made });
    return taken.batches;
  });
  for (const batch of batches) takenCommitted({ house }, batch.events);
  return true;
}

/** Customers that are known by a key of their own; those that name nobody are not counted among customers. */
function customersIn(taken: ChunkTaken): number {
  const named = new Set<string>();
  for (const { made } of taken.batches) {
    const withKey = new Set(made.keys.filter((key) => key.kind !== 'anonymous').map((key) => key.customerId));
    for (const id of made.customerIds) if (withKey.has(id)) named.add(id);
  }
  return named.size;
}

async function note(
  tx: Tx,
  work: Pick<Work, 'row' | 'progress' | 'taken' | 'warnings'>,
  result: { remembered: number; duplicates: number; customersMade: number; refused: readonly ErrorRow[] },
): Promise<void> {
  const { row, progress, warnings } = work;
  const errors = [...badRows(progress.chunk), ...result.refused, ...warnings];
  const bad = await insertErrors(tx, row.import_id, errors);
  const step = {
    ...progress,
    warnings: progress.chunk.warnings.length,
    events: result.remembered,
    duplicates: result.duplicates,
    customersMade: result.customersMade,
    seconds: work.taken() / 1_000,
  };
  if (!(await saveStep(tx, row.import_id, leaseName(row), step, bad))) throw new NotOurs();
}

function leaseName(row: ImportRow): string {
  return row.lease_by ?? '';
}

/** Takes events in and rolls all of it back. */
async function tryChunk(
  house: House,
  work: { row: ImportRow; source: SourceTerms; events: readonly WholeEvent[]; careful: boolean },
): Promise<ChunkTaken> {
  let taken: ChunkTaken | undefined;
  try {
    await house.database.transaction(async (tx) => {
      const { call } = callIn(house, tx);
      taken = await takeChunk(call, work.source, work.events, { importId: work.row.import_id, careful: work.careful });
      throw new OnlyTried();
    });
  } catch (error) {
    if (!(error instanceof OnlyTried)) throw error;
  }
  if (taken === undefined) throw new Error('a dry run tried nothing');
  return taken;
}

async function inCall<T>(house: House, work: (call: Call) => Promise<T>): Promise<T> {
  const result = await house.database.transaction(async (tx) => {
    const book = callIn(house, tx);
    const value = await work(book.call);
    await book.flushEvents();
    return value;
  });
  house.wake();
  return result;
}

function callIn(house: House, tx: Tx) {
  const actor = systemActor('intake.import');
  return openCall({ tx, actor, purpose: 'intake', verb: 'intake.import', address: '', house });
}

function badRows(chunk: Yield): ErrorRow[] {
  return chunk.bad.map(({ no, line, cells, code, detail }) => ({
    row_no: no,
    line_no: line,
    level: 'error',
    code,
    detail,
    cells: cleaned(cells),
  }));
}

function warningRows(chunk: Yield): ErrorRow[] {
  return chunk.warnings.map(({ row, code, column, cell }) => ({
    row_no: row.no,
    line_no: row.line,
    level: 'warning',
    code,
    detail: `${column}: ${cell}`,
    cells: cleaned(row.cells),
  }));
}

/** Cells as the database can hold them: a zero byte becomes its picture. */
function cleaned(cells: readonly string[]): readonly string[] {
  return cells.some((cell) => cell.includes('\0')) ? cells.map((cell) => cell.replaceAll('\0', '\u2400')) : cells;
}
