import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Refusal } from './refuse.ts';

/** A file that was taken in: named by its content, so the same bytes are kept once. */
export interface KeptFile {
  readonly sha256: Buffer;
  readonly bytes: number;
  readonly path: string;
}

/** The house's own files, under the data folder, addressed by their SHA-256. */
export interface Files {
  /** Takes a stream in whole (fsynced before it returns); refuses past `maxBytes`. */
  keep(stream: Readable, maxBytes: number): Promise<KeptFile>;
  read(sha256: Buffer): Readable;
  pathOf(sha256: Buffer): string;
  erase(sha256: Buffer): Promise<void>;
}

/** Opens the files folder. */
export async function openFiles(folder: string): Promise<Files> {
  await mkdir(join(folder, 'incoming'), { recursive: true, mode: 0o700 });
  const pathOf = (sha256: Buffer) => {
    const hex = sha256.toString('hex');
    return join(folder, hex.slice(0, 2), hex);
  };
  return {
    pathOf,
    read: (sha256) => createReadStream(pathOf(sha256)),
    erase: (sha256) => rm(pathOf(sha256), { force: true }),
    async keep(stream, maxBytes) {
      const incoming = join(folder, 'incoming', randomUUID());
      const hash = createHash('sha256');
      let bytes = 0;
      const meter = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          bytes += chunk.length;
          if (bytes > maxBytes) return done(new Refusal('request.too-large', { slots: { limit: maxBytes } }));
          hash.update(chunk);
          done(undefined, chunk);
        },
      });
      try {
        await pipeline(stream, meter, createWriteStream(incoming, { mode: 0o600, flush: true }));
        const sha256 = hash.digest();
        const path = pathOf(sha256);
        await mkdir(join(path, '..'), { recursive: true, mode: 0o700 });
        if (await isThere(path)) await rm(incoming);
        else await rename(incoming, path);
        await syncFolder(join(path, '..'));
        return { sha256, bytes, path };
      } catch (error) {
        await rm(incoming, { force: true });
        throw error;
      }
    },
  };
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r');
  await handle.sync();
  await handle.close();
}
