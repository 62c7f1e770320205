import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSources, root, type Source } from './support/sources.ts';

// The house as ARCHITECTURE.md describes it, held: who may import what, in which order the rooms stand, which word lives where.
const rooms = ['staff', 'customers', 'privacy', 'memory', 'intake'];
/** Beside the rooms: what opens them, works them from a terminal, fills them. */
const beside = ['cli', 'demo'];

const all = readSources('src');
const isTest = (path: string) => /\.test\.tsx?$/.test(path);
const sources = all.filter((one) => !isTest(one.path));
const server = sources.filter((one) => one.path.startsWith('src/server/'));
const shared = sources.filter((one) => one.path.startsWith('src/shared/'));
const web = sources.filter((one) => one.path.startsWith('src/web/'));

const roomOf = (path: string) => /^src\/(?:server|web)\/([a-z-]+)\//.exec(path)?.[1] ?? '';
const baseOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);

type Layer = 'rules' | 'store' | 'service' | 'area' | 'other';

function layerOf(path: string): Layer {
  const name = baseOf(path);
  for (const layer of ['rules', 'store', 'service'] as const) {
    if (name === `${layer}.ts` || name.endsWith(`-${layer}.ts`)) return layer;
  }
  return name === 'area.ts' ? 'area' : 'other';
}

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
    const open = /^src\/shared\/(contract|refusals|scalars|words\/.*)\.ts$/;
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
    const pure = /^(zod|temporal-polyfill|libphonenumber-js(\/.*)?|kysely)$/;
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

/** Where a word stands that may stand only in some places. */
function places(
  of: readonly Source[],
  word: RegExp,
  isHome: (path: string) => boolean,
  text: 'code' | 'bare' = 'bare',
): string[] {
  return of
    .filter((one) => !isHome(one.path) && word.test(one[text]))
    .map((one) => `${one.path}: ${word.exec(one[text])?.[0].trim()}`);
}

describe('words that live in one place', () => {
  it('SQL only in stores, tables and the platform’s database', () => {
    const home = (path: string) => layerOf(path) === 'store' || path.startsWith('src/server/platform/database/');
    expect(
      places(
        server,
        /\bsql(?:<[^`]*>)?`|import (?!type)[^;]* from '(?:kysely|pg)'/,
        (path) => home(path) || baseOf(path) === 'tables.ts',
        'code',
      ),
    ).toEqual([]);
  });

  it.each([
    ['process.env', /\bprocess\.env\b|\bfrom 'dotenv'/, ['src/server/platform/config.ts']],
    ['the clock', /\bnew Date\(|\bDate\.now\(/, ['src/server/platform/clock.ts']],
  ] as const)('%s', (_what, word, homes) => {
    expect(places(server, word, (path) => homes.some((home) => home === path))).toEqual([]);
  });

  it('fetch only where the web asks', () => {
    expect(
      places(sources, /\bfetch\(|\bXMLHttpRequest\b|\bEventSource\(/, (path) => path.startsWith('src/web/platform/')),
    ).toEqual([]);
  });

  it('fastify and its words only in the platform’s http', () => {
    const fastify = sources.filter((one) => one.imports.some((other) => /^@?fastify/.test(other.to)));
    // Who opens Kept gives the application back.
    const allowed = (path: string) => path.startsWith('src/server/platform/http/') || path === 'src/server/kept.ts';
    expect(fastify.map((one) => one.path).filter((path) => !allowed(path))).toEqual([]);
    expect(
      places(inRooms, /\breply\.(send|status|code|header)\(|\brequest\.(body|query|headers)\b/, () => false),
    ).toEqual([]);
  });

  it('texts in Spanish and Russian only in words', () => {
    const home = (path: string) =>
      path.startsWith('src/shared/words/') ||
      path.startsWith('src/server/demo/') ||
      path.startsWith('src/web/gallery/');
    /** What is recognised, not said (names of columns, months); languages by their own names. */
    const known = new Set([
      'src/server/intake/import-column-rules.ts',
      'src/server/intake/import-value-rules.ts',
      'src/web/platform/words.ts',
    ]);
    const wrong = sources
      .filter((one) => !home(one.path) && !known.has(one.path))
      .flatMap((one) =>
        [...one.code.matchAll(/'[^'\n]*'|>[^<>{}\n]*</g)]
          .filter((text) => /[А-Яа-яЁёñ¿¡]/.test(text[0]))
          .map((text) => `${one.path}: ${text[0]}`),
      );
    expect(wrong).toEqual([]);
  });

  it('refusals are thrown by their codes, not by hand-made statuses', () => {
    expect(places(inRooms, /\bstatusCode\b/, () => false)).toEqual([]);
  });
});

/** Past 300 lines with a reason; generated types and tables of words need none. */
const long = new Set([
  // The contract of one room, read as a list.
  'src/shared/customers.ts',
  // The language of mappings, and the names by which columns are known: tables.
  'src/server/intake/import-mapping-rules.ts',
  'src/server/intake/import-column-rules.ts',
]);

/** Where the tools are told to look away. */
const lookAway = new Set([
  // Kysely's interface is empty by itself: each room adds its tables to it.
  'src/server/platform/database/tables.ts',
]);

describe('what is not written here', () => {
  it.each([
    ['any', /[:<|]\s*any\b|\bany\[\]|, any>/],
    ['as', /\)?\s\bas\s+(?!const\b)[A-Z{[(a-z][\w<>[\]{}. |]*\s*[;,)\n.]/],
    ['an exclamation of certainty', /[\w)\]]!(?=[.;,)\]\s[])(?!=)/],
    ['a default export', /\bexport default\b/],
    ['an enum', /\b(?:const )?enum \w+ \{/],
    ['a namespace', /\bnamespace \w+ \{/],
  ])('%s', (_what, word) => {
    expect(places(sources.map(withoutImports), word, (path) => /\.config\.ts$/.test(path))).toEqual([]);
  });

  it('suppressions of what the tools say', () => {
    const word = /@ts-(ignore|expect-error|nocheck)|biome-ignore|eslint-disable/;
    const found = all.map((one) => one.path).filter((path) => word.test(readFileSync(join(root, path), 'utf8')));
    expect(found.filter((path) => !lookAway.has(path))).toEqual([]);
  });

  it('barrels, and names that say nothing', () => {
    const empty = /^(index|utils?|helpers?|common|manager|misc)\.tsx?$|-(utils?|helpers?|manager)\.tsx?$/;
    expect(all.map((one) => one.path).filter((path) => empty.test(baseOf(path)))).toEqual([]);
    const barrels = sources.filter((one) => /\bexport \* from\b/.test(one.bare)).map((one) => one.path);
    expect(barrels).toEqual([]);
  });

  it('names other than in kebab case', () => {
    const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|config|d))*\.tsx?$/;
    expect(all.map((one) => one.path).filter((path) => !kebab.test(baseOf(path)))).toEqual([]);
  });

  it('files past 300 lines, but those with a reason', () => {
    const isTable = (path: string) => /\/(platform-)?tables\.ts$/.test(path) || path.startsWith('src/shared/words/');
    const past = all.filter((one) => one.lines > 300 && !isTable(one.path) && !isTest(one.path)).map((one) => one.path);
    expect(past.filter((path) => !long.has(path))).toEqual([]);
  });
});

/** Only what is there when it runs: a type is a word, not a thing. */
function withoutTypes(source: Source): Source {
  return { ...source, imports: source.imports.filter((one) => !one.typeOnly) };
}

/** Renaming imports (`a as b`) is not what "as" means here. */
function withoutImports(source: Source): Source {
  return { ...source, bare: source.bare.replaceAll(/(?:^|\n)(?:import|export)\s[^;]*?from\s+''/g, '') };
}

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
      const done = spawnSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' });
      const told = done.stdout.split('\n').filter((line) => /error TS/.test(line));
      expect(done.stderr).toBe('');
      expect(told.filter((line) => line.includes('src/server/')).slice(0, 20)).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
