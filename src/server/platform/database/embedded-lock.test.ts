import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { EmbeddedBusy, takeLock } from './embedded-lock.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kept-lock-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const dead = (token: string) => JSON.stringify({ pid: process.pid, born: 'another boot:1', token });

test('of many who find the lock of a dead process at once, exactly one takes it, each of 300 times', async () => {
  for (let round = 0; round < 300; round += 1) {
    await writeFile(join(folder, 'lock'), round % 10 === 0 ? '' : dead(`dead${round}`));
    const tries = await Promise.allSettled(Array.from({ length: 6 }, () => takeLock(folder)));
    const won = tries.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(won.length).toBe(1);
    for (const one of tries) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(EmbeddedBusy);
    await won[0]?.();
    expect(await readdir(folder)).toEqual([]);
  }
});

test('one who died while he cleared a dead process’s lock stops nobody', async () => {
  await writeFile(join(folder, 'lock'), dead('first'));
  await writeFile(join(folder, 'lock.first'), dead('second'));
  await writeFile(join(folder, 'lock.first.second'), '');
  const release = await takeLock(folder);
  await expect(takeLock(folder)).rejects.toBeInstanceOf(EmbeddedBusy);
  await release();
  expect(await readdir(folder)).toEqual([]);
});
