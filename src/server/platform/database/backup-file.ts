import { createHash, type Hash } from 'node:crypto';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { z } from 'zod';

/** A backup that cannot be used or made; the message names what failed. Nothing was touched. */
export class BackupRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'BackupRefused';
  }
}

const tableSchema = z.object({ schema: z.string(), name: z.string(), columns: z.array(z.string()) });
const headerSchema = z.object({
  format: z.literal(1),
  kept: z.string(),
  postgres: z.string(),
  at: z.string(),
  migration: z.number().int(),
  migrations: z.array(z.object({ number: z.number().int(), name: z.string(), sha256: z.string() })),
  tables: z.array(tableSchema),
  hasJobs: z.boolean(),
});
const startSchema = z.object({ kind: z.enum(['table', 'sequences', 'file']), name: z.string() });
const endSchema = z.object({ rows: z.number().int(), sha256: z.string() });
const trailerSchema = z.object({ sections: z.number().int(), sha256: z.string() });

/** What a backup says of itself: of which moment, by which Kept, from which PostgreSQL, with which tables. */
export type BackupHeader = z.infer<typeof headerSchema>;
/** A table in a backup with the columns that are written (not the generated ones). */
export type BackupTable = z.infer<typeof tableSchema>;
/** The beginning of a section: a table's rows, the sequences, or one file. */
export type SectionStart = z.infer<typeof startSchema>;

/*
 * The file: 12 bytes of magic, then records of one letter, a length (4 bytes, big endian) and a payload:
 * H header, then for each section S start, D data (zstd, any number), E end with the hash of its data, then T trailer
 * with the hash of all bytes before it. JSON but for D.
 */
const magic = Buffer.from('KEPT BACKUP\n');
const longestRecord = 64 * 1024 * 1024;

/** Writes a backup beside its final name and gives it that name only when it is whole and on the disk. */
export class BackupWriter {
  readonly #handle: FileHandle;
  readonly #path: string;
  readonly #hash: Hash = createHash('sha256');
  #sectionHash: Hash = createHash('sha256');
  #sections = 0;

  private constructor(handle: FileHandle, path: string) {
    this.#handle = handle;
    this.#path = path;
  }

  static async create(path: string, header: BackupHeader): Promise<BackupWriter> {
    const existing = await open(path, 'r').catch(() => undefined);
    await existing?.close();
    if (existing) throw new BackupRefused(`${path} exists already: a backup overwrites nothing.`);
    const writer = new BackupWriter(await open(`${path}.partial`, 'w', 0o600), path);
    await writer.#write(magic);
    await writer.#record('H', Buffer.from(JSON.stringify(header)));
    return writer;
  }

  async #write(bytes: Buffer): Promise<void> {
    this.#hash.update(bytes);
    await this.#handle.writeFile(bytes);
  }

  async #record(letter: string, payload: Buffer): Promise<void> {
    const head = Buffer.alloc(5);
    head.write(letter, 0, 'latin1');
    head.writeUInt32BE(payload.length, 1);
    await this.#write(Buffer.concat([head, payload]));
  }

  async begin(start: SectionStart): Promise<void> {
    this.#sectionHash = createHash('sha256');
    await this.#record('S', Buffer.from(JSON.stringify(start)));
  }

  async data(chunk: Buffer): Promise<void> {
    this.#sectionHash.update(chunk);
    await this.#record('D', chunk);
  }

  async end(rows: number): Promise<void> {
    this.#sections += 1;
    await this.#record('E', Buffer.from(JSON.stringify({ rows, sha256: this.#sectionHash.digest('hex') })));
  }

  /** Closes the file under its name; gives back its size in bytes. */
  async finish(): Promise<number> {
    const sha256 = this.#hash.copy().digest('hex');
    await this.#record('T', Buffer.from(JSON.stringify({ sections: this.#sections, sha256 })));
    await this.#handle.sync();
    const { size } = await this.#handle.stat();
    await this.#handle.close();
    await rename(`${this.#path}.partial`, this.#path);
    return size;
  }

  async abandon(): Promise<void> {
    await this.#handle.close();
    await rm(`${this.#path}.partial`, { force: true });
  }
}

interface Raw {
  letter: string;
  payload: Buffer;
  /** Bytes of the file up to the end of this record. */
  end: number;
  head: Buffer;
}

async function readExactly(handle: FileHandle, length: number, path: string): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  for (let at = 0; at < length; ) {
    const { bytesRead } = await handle.read(bytes, at, length - at);
    if (bytesRead === 0) throw new BackupRefused(`${path} is truncated: it ends in the middle of a record.`);
    at += bytesRead;
  }
  return bytes;
}

async function* rawRecords(handle: FileHandle, path: string): AsyncGenerator<Raw> {
  if (!(await readExactly(handle, magic.length, path)).equals(magic))
    throw new BackupRefused(`${path} is not a backup of Kept.`);
  for (let end = magic.length; ; ) {
    const head = await readExactly(handle, 5, path);
    const length = head.readUInt32BE(1);
    if (length > longestRecord)
      throw new BackupRefused(`${path} is damaged near byte ${end}: a record of ${length} bytes.`);
    const payload = await readExactly(handle, length, path);
    end += 5 + length;
    const letter = head.toString('latin1', 0, 1);
    yield { letter, payload, end, head };
    if (letter === 'T') break;
  }
  const { bytesRead } = await handle.read(Buffer.alloc(1), 0, 1);
  if (bytesRead > 0) throw new BackupRefused(`${path} was changed: bytes follow its end.`);
}

function parse<T>(schema: z.ZodType<T>, raw: Raw, path: string): T {
  try {
    return schema.parse(JSON.parse(raw.payload.toString('utf8')));
  } catch {
    throw new BackupRefused(
      `${path} is damaged, or made by another Kept: record ${raw.letter} near byte ${raw.end} cannot be read.`,
    );
  }
}

/** A section being read. Whoever takes it reads its data to the end, where the hash is checked. */
export interface Section extends SectionStart {
  /** Compressed data, in order. Throws BackupRefused where its hash is another. */
  data: AsyncGenerator<Buffer>;
  /** How many rows were written; known once the data is read. */
  rows(): number;
}

/** Whom a backup is told to while it is read. `onBytes` gets the bytes of the file read so far. */
export interface BackupListener {
  onHeader?(header: BackupHeader): void | Promise<void>;
  onSection?(section: Section): Promise<void>;
  onBytes?(done: number): void;
}

function openSection(start: SectionStart, next: () => Promise<Raw>, path: string): Section {
  let rows = 0;
  async function* data(): AsyncGenerator<Buffer> {
    const hash = createHash('sha256');
    let raw = await next();
    for (; raw.letter === 'D'; raw = await next()) {
      hash.update(raw.payload);
      yield raw.payload;
    }
    if (raw.letter !== 'E') throw new BackupRefused(`${path} is damaged near byte ${raw.end}, in ${start.name}.`);
    const end = parse(endSchema, raw, path);
    if (hash.digest('hex') !== end.sha256)
      throw new BackupRefused(
        `${path} is damaged or was changed: the checksum (sha256) of ${start.kind} ${start.name} does not match.`,
      );
    rows = end.rows;
  }
  return { ...start, data: data(), rows: () => rows };
}

async function readSections(
  next: () => Promise<Raw>,
  path: string,
  listener: BackupListener,
): Promise<{ count: number; trailer: Raw }> {
  for (let count = 0; ; count += 1) {
    const raw = await next();
    if (raw.letter === 'T') return { count, trailer: raw };
    if (raw.letter !== 'S')
      throw new BackupRefused(`${path} is damaged near byte ${raw.end}: no section begins there.`);
    const section = openSection(parse(startSchema, raw, path), next, path);
    await listener.onSection?.(section);
    for await (const _ of section.data);
  }
}

/** Reads a backup from its header to its trailer with bounded memory, checking every hash; throws BackupRefused by name. */
export async function readBackup(path: string, listener: BackupListener = {}): Promise<void> {
  const handle = await open(path, 'r');
  try {
    const records = rawRecords(handle, path);
    const whole = createHash('sha256').update(magic);
    const next = async (): Promise<Raw> => {
      const { value, done } = await records.next();
      if (done) throw new BackupRefused(`${path} is truncated.`);
      if (value.letter !== 'T') whole.update(value.head).update(value.payload);
      listener.onBytes?.(value.end);
      return value;
    };
    const first = await next();
    if (first.letter !== 'H') throw new BackupRefused(`${path} is damaged: it does not begin with its header.`);
    await listener.onHeader?.(parse(headerSchema, first, path));
    const { count, trailer } = await readSections(next, path, listener);
    const said = parse(trailerSchema, trailer, path);
    // Reads on to the end: nothing may follow the trailer.
    await records.next();
    if (said.sections !== count || said.sha256 !== whole.digest('hex'))
      throw new BackupRefused(
        `${path} is damaged or was changed: the checksum (sha256) of the whole file does not match.`,
      );
  } finally {
    await handle.close();
  }
}
