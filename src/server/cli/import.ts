import { createReadStream } from 'node:fs';
import { type FileHandle, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import {
  errorFilePath,
  type ImportShown,
  resumeImport,
  showImport,
  startImport,
  undoImport,
  uploaded,
  uploadPath,
} from '../../shared/imports.ts';
import { makeSource, sources } from '../../shared/intake.ts';
import type { Config } from '../platform/config.ts';
import { Refused, type Server } from './ask.ts';
import { withServer } from './borrow.ts';
import { type Exit, exits, stop } from './exit.ts';
import type { Show } from './show.ts';
import { count, words } from './words.ts';

/** What `kept import` may be told. */
export interface ImportOptions {
  readonly mapping?: string | undefined;
  readonly source?: string | undefined;
  readonly dry?: boolean | undefined;
  readonly again?: boolean | undefined;
  readonly undo?: string | undefined;
  readonly resume?: string | undefined;
  readonly errors?: string | undefined;
}

const lookMs = 300;

/** `kept import`: a file in, an import out again, or one that was broken off gone on with. */
export async function importFile(
  config: Config,
  file: string | undefined,
  options: ImportOptions,
  show: Show,
): Promise<Exit> {
  const { undo, resume, mapping } = options;
  if ([file, undo, resume].filter((one) => one !== undefined).length !== 1) stop(exits.wrongUse, words.import.oneThing);
  if (file !== undefined && mapping === undefined) stop(exits.wrongUse, words.import.noMapping);
  const yaml = mapping === undefined ? '' : await textOf(mapping);
  if (options.errors !== undefined) await checkPlace(resolve(options.errors));
  return withServer(config, show, async (server) => {
    if (undo !== undefined) return takeOut(server, undo, show);
    const importId =
      file === undefined ? await goOn(server, resume ?? '') : await begin(server, { file, yaml, ...options }, show);
    return follow(server, importId, options.errors, show);
  });
}

async function checkPlace(path: string): Promise<void> {
  const handle = await openDraft(path);
  await handle.close();
  await rm(`${path}.partial`, { force: true });
}

async function textOf(path: string): Promise<string> {
  return readFile(resolve(path), 'utf8').catch(() => stop(exits.wrongUse, words.noFile(resolve(path))));
}

async function goOn(server: Server, importId: string): Promise<string> {
  const known = await server.ask(showImport, { import_id: importId });
  if (known.state === 'paused' || known.state === 'failed') await server.ask(resumeImport, { import_id: importId });
  return importId;
}

interface Begin {
  readonly file: string;
  readonly yaml: string;
  readonly source?: string | undefined;
  readonly dry?: boolean | undefined;
  readonly again?: boolean | undefined;
}

/** Uploads the file and starts its import; gives back its id. */
async function begin(server: Server, about: Begin, show: Show): Promise<string> {
  const path = resolve(about.file);
  const known = await stat(path).catch(() => undefined);
  if (known?.isFile() !== true) stop(exits.wrongUse, words.noFile(path));
  const name = basename(path)
    .replaceAll(/\p{Cc}/gu, ' ')
    .slice(0, 200);
  const text = await server.send({
    method: 'POST',
    path: `${uploadPath}?${new URLSearchParams({ name })}`,
    type: 'application/octet-stream',
    body: createReadStream(path),
    length: known.size,
  });
  const { file } = uploaded.parse(JSON.parse(text));
  const source = about.source ?? name;
  const there = (await server.ask(sources, {})).sources.find((one) => one.name === source);
  const { import_id } = await server.ask(startImport, {
    file,
    name: about.source === undefined ? name : source,
    mapping: about.yaml,
    ...(there === undefined ? {} : { source_id: there.source_id }),
    dry: about.dry === true,
    again: about.again === true,
  });
  show.line(words.import.begun(name, import_id));
  return import_id;
}

const atRest = new Set<ImportShown['state']>(['paused', 'done', 'failed', 'undone']);

/** Shows how far an import is until it rests. */
async function watch(
  server: Server,
  importId: string,
  title: string,
  show: Show,
  signal?: AbortSignal,
): Promise<ImportShown> {
  const bar = show.bar(title);
  try {
    for (;;) {
      const at = await server.ask(showImport, { import_id: importId }).catch(busyIsNothing);
      if (at !== undefined) {
        if (atRest.has(at.state)) return at;
        bar.at(at.progress, 1, words.import.rate(count(at.rows), count(Math.round(at.rows_per_second ?? 0))));
      }
      await pause(lookMs, undefined, signal === undefined ? {} : { signal });
    }
  } finally {
    bar.end();
  }
}

/** A server that is busy for a moment is asked again. */
function busyIsNothing(error: unknown): undefined {
  if (error instanceof Refused && (error.status === 503 || error.status === 429)) return undefined;
  throw error;
}

async function follow(server: Server, importId: string, errors: string | undefined, show: Show): Promise<Exit> {
  const end = await watch(server, importId, words.bars.import, show);
  show.figures(end);
  show.line(words.import.report(end));
  if (errors !== undefined) await writeErrors(server, importId, resolve(errors), show);
  else if (end.bad > 0) show.line(words.import.badRows(importId));
  if (end.state === 'failed') stop(exits.fault, words.import.failed(end.error ?? '', importId));
  if (end.state === 'paused') stop(exits.refused, words.import.paused(importId));
  return exits.done;
}

/** A file beside where the bad rows will stand; said before anything is imported where nothing can be written there. */
function openDraft(path: string): Promise<FileHandle> {
  return open(`${path}.partial`, 'w').catch(() => stop(exits.wrongUse, words.noPlace(path)));
}

/** Bad rows as they stood in the file, whole or not at all. */
async function writeErrors(server: Server, importId: string, path: string, show: Show): Promise<void> {
  const draft = `${path}.partial`;
  const handle = await openDraft(path);
  try {
    await server.fetchInto(
      `${errorFilePath}?${new URLSearchParams({ import_id: importId, language: 'en' })}`,
      handle.createWriteStream(),
    );
    await rename(draft, path);
  } finally {
    await rm(draft, { force: true });
  }
  show.line(words.import.errorsWritten(path));
}

async function takeOut(server: Server, importId: string, show: Show): Promise<Exit> {
  await server.ask(undoImport, { import_id: importId });
  const end = await watch(server, importId, words.bars.undo, show);
  show.figures(end);
  if (end.state !== 'undone') stop(exits.fault, words.import.failed(end.error ?? end.state, importId));
  show.line(words.import.undone(end.name));
  return exits.done;
}

const extractFolder = new URL('../../../examples/online-retail/', import.meta.url);
const extractSource = 'Online Retail (extract)';

/** Loads the extract of a real shop into a house, set up or not; does nothing where it is there already. */
export async function loadExtract(server: Server, show: Show, signal: AbortSignal): Promise<void> {
  const there = (await server.ask(sources, {})).sources.some((one) => one.name === extractSource);
  if (there) return show.line(words.import.extractThere);
  await server.ask(makeSource, {
    name: extractSource,
    kind: 'file',
    channel: 'shop',
    zone: 'Europe/London',
    currency: 'GBP',
    language: 'en',
  });
  const yaml = await readFile(new URL('mapping.yaml', extractFolder), 'utf8');
  const file = fileURLToPath(new URL('extract.csv', extractFolder));
  const importId = await begin(server, { file, yaml, source: extractSource, again: true }, show);
  const end = await watch(server, importId, words.bars.import, show, signal);
  show.line(words.import.report(end));
  if (end.state !== 'done') show.warn(words.import.failed(end.error ?? end.state, importId));
}
