import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project, with a slash at its end. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** A source file as a reader of the whole house sees it. */
export interface Source {
  /** From the root, with slashes. */
  readonly path: string;
  readonly lines: number;
  /** Without comments; texts in quotes stay. */
  readonly code: string;
  /** Without comments, and with every text emptied. */
  readonly bare: string;
  /** Of each import: the file it names from the root, or the package; and whether it takes types only. */
  readonly imports: readonly { readonly to: string; readonly isOwn: boolean; readonly typeOnly: boolean }[];
}

/** Reads every source under these folders of the project. */
export function readSources(...folders: readonly string[]): Source[] {
  return folders.flatMap((folder) => filesIn(join(root, folder))).map(readSource);
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}

function readSource(path: string): Source {
  const text = readFileSync(path, 'utf8');
  const { code, bare } = strip(text);
  return {
    path: relative(root, path).split(sep).join('/'),
    lines: text.split('\n').length - 1,
    code,
    bare,
    imports: importsOf(path, code),
  };
}

const importing =
  /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[\w*{][^;'"]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

function importsOf(path: string, code: string): Source['imports'] {
  return [...code.matchAll(importing)].map((match) => {
    const to = match[2] ?? match[3] ?? '';
    const isOwn = to.startsWith('.');
    const file = isOwn
      ? relative(root, join(dirname(path), to))
          .split(sep)
          .join('/')
      : to;
    return { to: file, isOwn, typeOnly: match[1] !== undefined };
  });
}

const token =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\[\s\S]|[^`\\])*`|\/(?![*/\s])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\/[dgimsuvy]*(?=\s*[.,;:)\]}]|\s*$)/gm;

/** Takes comments out, and (in `bare`) what stands in quotes or in a regular expression. */
function strip(text: string): { code: string; bare: string } {
  const code = text.replaceAll(token, (found) => (/^\/[/*]/.test(found) ? '' : found));
  const bare = text.replaceAll(token, (found) =>
    /^\/[/*]/.test(found) ? '' : found.startsWith('`') ? emptied(found) : "''",
  );
  return { code, bare };
}

/** A template keeps what it computes. */
function emptied(template: string): string {
  return [...template.matchAll(/\$\{([^}]*)\}/g)].map((match) => ` ${match[1]} `).join('') || "''";
}

/** The rooms, left to right. */
export const rooms: readonly string[] = [
  'staff',
  'customers',
  'privacy',
  'memory',
  'intake',
  'today',
  'promises',
  'moments',
];

/** A test file, by its name. */
export const isTest = (path: string) => /\.test\.tsx?$/.test(path);

/** The room of a file of the server or the web; empty where it is of none. */
export const roomOf = (path: string) => /^src\/(?:server|web)\/([a-z-]+)\//.exec(path)?.[1] ?? '';

/** A path's last piece. */
export const baseOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);

/** What a file is by its name; each layer has its own rules. */
export type Layer = 'rules' | 'store' | 'service' | 'area' | 'other';

/** The layer of a file, by its name. */
export function layerOf(path: string): Layer {
  const name = baseOf(path);
  for (const layer of ['rules', 'store', 'service'] as const) {
    if (name === `${layer}.ts` || name.endsWith(`-${layer}.ts`)) return layer;
  }
  return name === 'area.ts' ? 'area' : 'other';
}

/** Only what is there when it runs: a type is a word, not a thing. */
export function withoutTypes(source: Source): Source {
  return { ...source, imports: source.imports.filter((one) => !one.typeOnly) };
}
