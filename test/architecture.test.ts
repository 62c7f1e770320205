import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isTest, layerOf, readSources, roomOf, rooms, root, type Source, withoutTypes } from './support/sources.ts';

// The house as ARCHITECTURE.md describes it, held: who may import what, in which order the rooms stand, what can be taken away.
/** Beside the rooms: what opens them, works them from a terminal, fills them. */
const beside = ['cli', 'demo'];

const sources = readSources('src').filter((one) => !isTest(one.path));
const server = sources.filter((one) => one.path.startsWith('src/server/'));
const shared = sources.filter((one) => one.path.startsWith('src/shared/'));
const web = sources.filter((one) => one.path.startsWith('src/web/'));

/** Every import that `isWrong`, as a sentence. */
function wrongImports(of: readonly Source[], isWrong: (from: string, to: string, isOwn: boolean) => boolean): string[] {
  return of.flatMap((source) =>
    source.imports
      .filter((one) => isWrong(source.path, one.to, one.isOwn))
      .map((one) => `${source.path} imports ${one.to}`),
  );
}

const inRooms = server.filter((one) => rooms.includes(roomOf(one.path)));
const inPlatform = server.filter((one) => one.path.startsWith('src/server/platform/'));

describe('who may import what', () => {
  it('shared knows nothing but zod and itself', () => {
    expect(wrongImports(shared, (_from, to, isOwn) => (isOwn ? !to.startsWith('src/shared/') : to !== 'zod'))).toEqual(
      [],
    );
  });

  it('the platform knows no room', () => {
    const open = /^src\/shared\/(calendar|contract|refusals|scalars|words\/.*)\.ts$/;
    expect(
      wrongImports(inPlatform, (_from, to, isOwn) => isOwn && !to.startsWith('src/server/platform/') && !open.test(to)),
    ).toEqual([]);
  });

  it('a room knows only rooms to its left', () => {
    const wrong = wrongImports(inRooms, (from, to) => {
      const other = rooms.indexOf(roomOf(to));
      return to.startsWith('src/server/') && other > rooms.indexOf(roomOf(from));
    });
    expect(wrong).toEqual([]);
  });

  it('a room knows neither the terminal, nor the demo, nor who opens the rooms', () => {
    const wrong = wrongImports(
      [...inRooms, ...inPlatform],
      (_from, to) => beside.includes(roomOf(to)) || /^src\/server\/(areas|kept)\.ts$/.test(to),
    );
    expect(wrong).toEqual([]);
  });

  it('only areas.ts lists every room, and it stands left to right', () => {
    const listing = server.filter((one) =>
      rooms.every((room) => one.imports.some((other) => other.to === `src/server/${room}/area.ts`)),
    );
    expect(listing.map((one) => one.path)).toEqual(['src/server/areas.ts']);
    const list = /const areas[^=]*= \[([^\]]*)\]/.exec(listing[0]?.code ?? '')?.[1] ?? '';
    expect(list.match(/\w+(?=Area)/g)).toEqual(rooms);
  });

  it('rules are pure: no Node, no platform, nothing to wait for', () => {
    const rules = server.filter((one) => layerOf(one.path) === 'rules');
    expect(rules.length).toBeGreaterThan(8);
    const pure = /^(zod|temporal-polyfill|libphonenumber-js(\/.*)?|chrono-node(\/.*)?|kysely)$/;
    const own = (from: string, to: string) =>
      roomOf(to) === roomOf(from) || layerOf(to) === 'rules' || to.startsWith('src/shared/');
    expect(
      wrongImports(rules.map(withoutTypes), (from, to, isOwn) => (isOwn ? !own(from, to) : !pure.test(to))),
    ).toEqual([]);
    expect(rules.filter((one) => /\bawait\b|\basync\b/.test(one.bare)).map((one) => one.path)).toEqual([]);
  });

  it('a store knows no rules, no service and no other store but its own room’s', () => {
    const stores = inRooms.filter((one) => layerOf(one.path) === 'store').map(withoutTypes);
    const wrong = wrongImports(
      stores,
      (from, to) =>
        layerOf(to) === 'service' || (layerOf(to) === 'store' && roomOf(to) !== roomOf(from)) || layerOf(to) === 'area',
    );
    expect(wrong).toEqual([]);
  });

  it('nobody reaches into the stores or the areas of another room', () => {
    const wrong = wrongImports(
      inRooms,
      (from, to) =>
        rooms.includes(roomOf(to)) && roomOf(to) !== roomOf(from) && ['store', 'area'].includes(layerOf(to)),
    );
    expect(wrong).toEqual([]);
  });

  it('a service knows nothing of HTTP', () => {
    const services = inRooms.filter((one) => ['service', 'store', 'rules'].includes(layerOf(one.path)));
    expect(
      wrongImports(
        services,
        (_from, to) => to === 'fastify' || to.startsWith('@fastify/') || to.startsWith('src/server/platform/http/'),
      ),
    ).toEqual([]);
  });

  it('the web knows the server by its contract alone, and a web room no other', () => {
    const webRooms = rooms;
    const wrong = wrongImports(web, (from, to, isOwn) => {
      if (isOwn && !to.startsWith('src/web/') && !to.startsWith('src/shared/')) return true;
      const [own, other] = [roomOf(from), roomOf(to)];
      return (
        webRooms.includes(own) &&
        to.startsWith('src/web/') &&
        other !== own &&
        ![...['platform', 'parts']].includes(other)
      );
    });
    expect(wrong).toEqual([]);
  });

  it('there are no cycles', () => {
    const next = new Map(
      sources.map((one) => [
        one.path,
        one.imports.filter((other) => other.isOwn && !other.typeOnly).map((other) => other.to),
      ]),
    );
    const done = new Set<string>();
    const cycles: string[] = [];
    const walk = (path: string, way: readonly string[]) => {
      if (way.includes(path)) return void cycles.push([...way.slice(way.indexOf(path)), path].join(' → '));
      if (done.has(path)) return;
      for (const to of next.get(path) ?? []) walk(to, [...way, path]);
      done.add(path);
    };
    for (const path of next.keys()) walk(path, []);
    expect(cycles).toEqual([]);
  });
});

describe('a room can be taken away', () => {
  it('intake: with its folder, its contracts and its lines in areas.ts gone, the rooms to its left compile unchanged', {
    timeout: 180_000,
  }, () => {
    const folder = mkdtempSync(join(tmpdir(), 'kept-deletion-'));
    try {
      for (const part of ['src/server', 'src/shared']) {
        cpSync(join(root, part), join(folder, part), { recursive: true, filter: (path) => !isTest(path) });
      }
      for (const file of ['tsconfig.base.json', 'package.json']) cpSync(join(root, file), join(folder, file));
      symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
      const gone = ['src/server/intake', ...beside.map((name) => `src/server/${name}`)];
      for (const path of [...gone, 'src/shared/intake.ts', 'src/shared/imports.ts', 'src/shared/mapping.ts']) {
        rmSync(join(folder, path), { recursive: true });
      }
      const areas = join(folder, 'src/server/areas.ts');
      const text = readFileSync(areas, 'utf8')
        .replace(/^import .*intake.*\n/gm, '')
        .replace(/,\s*intakeArea/, '');
      writeFileSync(areas, text);
      const tsc = join(root, 'node_modules/typescript/bin/tsc');
      const settings = {
        extends: './tsconfig.base.json',
        compilerOptions: { composite: false, noEmit: true, emitDeclarationOnly: false, types: ['node'] },
        include: ['src'],
        exclude: ['**/tsconfig.json'],
      };
      writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(settings));
      // By one thread: each checker beside another works the same types out again.
      const done = spawnSync(process.execPath, [tsc, '-p', folder, '--singleThreaded'], { encoding: 'utf8' });
      const told = done.stdout.split('\n').filter((line) => /error TS/.test(line));
      expect(done.stderr).toBe('');
      expect(told.filter((line) => line.includes('src/server/')).slice(0, 20)).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
