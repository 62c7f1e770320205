import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { baseOf, isTest, layerOf, readSources, roomOf, rooms, root, type Source } from './support/sources.ts';

// How the house is written, held: which word lives where, what is not written at all, how long a file may be.
const all = readSources('src');
const everything = [...all, ...readSources('test', 'bench', 'scripts')];
const sources = all.filter((one) => !isTest(one.path));
const server = sources.filter((one) => one.path.startsWith('src/server/'));
const inRooms = server.filter((one) => rooms.includes(roomOf(one.path)));

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
      ...['es', 'ru', 'ru-verb', 'es-core', 'said-es', 'said-ru', 'time-es', 'time-ru'].map(
        (name) => `src/server/promises/words-${name}-rules.ts`,
      ),
      'src/server/promises/words-rules.ts',
      'src/server/promises/words-text-rules.ts',
      'src/server/promises/words-time-rules.ts',
      ...['es', 'ru'].map((language) => `src/server/moments/feeling-lexicon-${language}-rules.ts`),
      'src/server/moments/feeling-starter-rules.ts',
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

/** Where the tools are told to look away. */
const lookAway = new Set([
  // Here the words are looked for.
  'test/writing.test.ts',
  // Kysely's interface is empty by itself: each room adds its tables to it.
  'src/server/platform/database/tables.ts',
]);

/** Numerical files: what stands in a typed array is a number, and `!` says so without costing time. */
const numerical = new Set(
  ['judge', 'language', 'model', 'row', 'solve'].map((name) => `src/server/moments/feeling-${name}-rules.ts`),
);

describe('what is not written here', () => {
  it.each([
    ['any', /[:<|]\s*any\b|\bany\[\]|, any>/],
    ['as', /\s\bas\s+(?!const\b)[\w{[(]/],
    ['a default export', /\bexport default\b/],
    ['an enum', /\b(?:const )?enum \w+ \{/],
    ['a namespace', /\bnamespace \w+ \{/],
  ])('%s', (_what, word) => {
    expect(places(everything.map(withoutImports), word, (path) => /\.config\.ts$/.test(path))).toEqual([]);
  });

  it('an exclamation of certainty, but on typed arrays in numerical files', () => {
    expect(places(everything, /[\w)\]]!(?=[.;,)\]\s[])(?!=)/, (path) => numerical.has(path))).toEqual([]);
  });

  it('suppressions of what the tools say', () => {
    const word = /@ts-(ignore|expect-error|nocheck)|biome-ignore|eslint-disable/;
    const found = everything.map((one) => one.path).filter((path) => word.test(readFileSync(join(root, path), 'utf8')));
    expect(found.filter((path) => !lookAway.has(path))).toEqual([]);
  });

  it('barrels, and names that say nothing', () => {
    const empty = /^(index|utils?|helpers?|common|manager|misc)\.tsx?$|-(utils?|helpers?|manager)\.tsx?$/;
    expect(everything.map((one) => one.path).filter((path) => empty.test(baseOf(path)))).toEqual([]);
    const barrels = sources.filter((one) => /\bexport \* from\b/.test(one.bare)).map((one) => one.path);
    expect(barrels).toEqual([]);
  });

  it('names other than in kebab case', () => {
    const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|proof|config|d))*\.(tsx?|mjs)$/;
    expect(everything.map((one) => one.path).filter((path) => !kebab.test(baseOf(path)))).toEqual([]);
  });

  it('files past 300 lines, but the types that are generated from the catalogue', () => {
    const isGenerated = (path: string) => /\/(platform-)?tables\.ts$/.test(path);
    const past = everything.filter((one) => one.lines > 300 && !isGenerated(one.path));
    expect(past.map((one) => `${one.path}: ${one.lines}`)).toEqual([]);
  });
});

/** Renaming imports (`a as b`) is not what "as" means here. */
function withoutImports(source: Source): Source {
  return { ...source, bare: source.bare.replaceAll(/(?:^|\n)(?:import|export)\s[^;]*?from\s+''/g, '') };
}
