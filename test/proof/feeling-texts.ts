import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** 0 negative, 1 neutral, 2 positive: as the files of tweets have it. */
export type Label = 0 | 1 | 2;

/** A text that people have labelled. */
export interface Labelled {
  readonly id: string;
  readonly text: string;
  readonly label: Label;
}

const folder = fileURLToPath(new URL('../../../shared/data/text/tone/', import.meta.url));

function fileOf(name: string): string {
  const path = `${folder}${name}`;
  if (!existsSync(path)) throw new Error(`${path} is missing: nothing can be proved without it`);
  return readFileSync(path, 'utf8');
}

function labelOf(text: string): Label {
  if (text === '0') return 0;
  if (text === '1') return 1;
  if (text === '2') return 2;
  throw new Error(`no label: ${text}`);
}

/** What the English file writes as `’` stands for one character. */
const decoded = (text: string) =>
  text.replaceAll(/\\u([0-9a-f]{4})/gi, (_all, code) => String.fromCharCode(Number.parseInt(code, 16)));

/** The tweets of a language, of the half for training or of the half that is held back: a text and a label a line. */
export function readTweets(language: 'english' | 'spanish' | 'portuguese', half: 'train' | 'val'): Labelled[] {
  const texts = fileOf(`${language}/${half}_text.txt`).replace(/\n$/, '').split('\n');
  const labels = fileOf(`${language}/${half}_labels.txt`).trim().split('\n');
  if (texts.length !== labels.length)
    throw new Error(`${language} ${half}: ${texts.length} texts, ${labels.length} labels`);
  return texts.map((text, at) => ({
    id: `${language}-${half}-${at}`,
    text: decoded(text),
    label: labelOf(labels[at] ?? ''),
  }));
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&', apos: "'" };

/**
 * The tweets about Russian banks: one table a tweet, a mark −1, 0 or 1 for each bank that it speaks of. A tweet that
 * says different things of different banks has no label of its own and is left out; a text that is there twice (copied
 * by many, links and names aside) is taken once, so that no half knows what the other asks.
 */
export function readRussian(): Labelled[] {
  const seen = new Set<string>();
  const read: Labelled[] = [];
  for (const [table] of fileOf('russian/banks_test_etalon.xml').matchAll(
    /<table name="test_banks_etalon">[\s\S]*?<\/table>/g,
  )) {
    const columns = new Map(
      [...table.matchAll(/<column name="(\w+)">([\s\S]*?)<\/column>/g)].map((found) => [
        found[1] ?? '',
        found[2] ?? '',
      ]),
    );
    const text = (columns.get('text') ?? '').replaceAll(/&(\w+);/g, (all, name) => entities[name] ?? all);
    const own = ['id', 'twitid', 'date', 'text'];
    const marks = new Set(
      [...columns].filter(([name, mark]) => !own.includes(name) && mark !== 'NULL').map(([, mark]) => mark),
    );
    const [mark] = marks;
    const same = text
      .toLowerCase()
      .replaceAll(/https?:\S+|[^\p{L}]+/gu, ' ')
      .trim();
    if (marks.size !== 1 || mark === undefined || seen.has(same)) continue;
    seen.add(same);
    read.push({ id: `russian-${columns.get('id')}`, text, label: labelOf(String(Number(mark) + 1)) });
  }
  return read;
}
