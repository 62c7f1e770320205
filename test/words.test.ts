import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { refusals } from '../src/shared/refusals.ts';
import { en } from '../src/shared/words/en.ts';
import { es } from '../src/shared/words/es.ts';
import { ru } from '../src/shared/words/ru.ts';
import { clientRefusals } from '../src/shared/words/shape.ts';

const languages = { en: flat(en), es: flat(es), ru: flat(ru) } as const;
const others = ['es', 'ru'] as const;
const plural = /_(zero|one|two|few|many|other)$/;

/** Words that are rightly the same as in English: names, and words that the languages share. */
const same = new Set([
  'es: shell.name',
  'ru: shell.name',
  'es: memory.channel.chat',
  'es: memory.channel.web',
  'es: memory.channel.app',
  'es: memory.code.gas',
  'es: memory.code.no',
]);

describe('the words', () => {
  test.each(others)('%s has every key of the English words, and no other', (language) => {
    expect(bases(languages[language])).toEqual(bases(languages.en));
  });

  test.each(['en', 'es', 'ru'] as const)(
    '%s has each plural in all the forms that the language asks for',
    (language) => {
      const wanted = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted();
      const words = languages[language];
      const incomplete = [...pluralSets(words)].filter(([, forms]) => forms.toSorted().join() !== wanted.join());
      expect(incomplete).toEqual([]);
    },
  );

  test.each(others)('%s has the same slots as English', (language) => {
    const wrong = [...languages[language]].filter(([key, text]) => slots(key, text) !== slots(key, english(key)));
    expect(wrong).toEqual([]);
  });

  test.each(others)('%s is translated: equal to English only where that is right', (language) => {
    const equal = [...languages[language]]
      .filter(([key, text]) => text === english(key) && /\p{L}{2}/u.test(text.replaceAll(/\{\{.*?\}\}/g, '')))
      .map(([key]) => `${language}: ${key}`);
    expect(equal.filter((entry) => !same.has(entry))).toEqual([]);
  });

  test('no text is empty, or begins or ends with a space', () => {
    const wrong = Object.values(languages).flatMap((words) =>
      [...words].filter(([, text]) => text.trim() !== text || text === ''),
    );
    expect(wrong).toEqual([]);
  });

  test('every refusal says what happened and what to do', () => {
    const codes = [...Object.keys(refusals), ...clientRefusals];
    const missing = codes.filter(
      (code) => !languages.en.has(`refusals.${code}.title`) || !languages.en.has(`refusals.${code}.act`),
    );
    expect(missing).toEqual([]);
  });

  test('every key that the web client says exists', () => {
    const known = bases(languages.en);
    const said = [...sourceFiles('src/web')].flatMap((file) => keysIn(file));
    expect(said.length).toBeGreaterThan(100);
    expect(said.filter(({ key }) => !existsIn(known, key))).toEqual([]);
  });
});

/** Keys as they stand in `t('…')`, in backquotes with `${…}` standing for any one piece, and in rooms' lists. */
function keysIn(file: string): { readonly file: string; readonly key: string }[] {
  const text = readFileSync(file, 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '');
  const calls = [...text.matchAll(/\bt\(\s*(?:'([^']+)'|`([^`]+)`)/g)].map((match) => match[1] ?? match[2] ?? '');
  const named = [...text.matchAll(/\b(?:label|short|title|sentence): '([a-z-]+(?:\.[\w-]+)+)'/g)].map(
    (match) => match[1] ?? '',
  );
  return [...calls, ...named].map((key) => ({ file, key }));
}

function existsIn(known: readonly string[], key: string): boolean {
  if (!key.includes('${')) return known.includes(key);
  const pattern = key.split(/\$\{[^}]*\}/).map((piece) => piece.replaceAll('.', '\\.'));
  const whole = new RegExp(`^${pattern.join('[\\w.-]+')}$`);
  return known.some((one) => whole.test(one));
}

function* sourceFiles(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isFile() && /\.tsx?$/.test(entry.name)) yield join(entry.parentPath, entry.name);
  }
}

function flat(words: object, path = ''): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([name, value]) =>
      typeof value === 'string' ? [[`${path}${name}`, value] as const] : [...flat(value, `${path}${name}.`)],
    ),
  );
}

function bases(words: ReadonlyMap<string, string>): string[] {
  return [...new Set([...words.keys()].map((key) => key.replace(plural, '')))].toSorted();
}

function pluralSets(words: ReadonlyMap<string, string>): Map<string, string[]> {
  const sets = new Map<string, string[]>();
  for (const key of words.keys()) {
    const form = plural.exec(key)?.[1];
    if (form === undefined) continue;
    const base = key.replace(plural, '');
    sets.set(base, [...(sets.get(base) ?? []), form]);
  }
  return sets;
}

function english(key: string): string {
  return languages.en.get(key) ?? languages.en.get(key.replace(plural, '_other')) ?? '';
}

/** The slots of a text; a plural form may leave its number out ("once"), or name it where English does not. */
function slots(key: string, text: string): string {
  const names = [...text.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1]);
  return names
    .filter((name) => name !== 'count' || !plural.test(key))
    .toSorted()
    .join();
}
