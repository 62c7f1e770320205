/** Text as it is searched: lower case, without accents, single spaces. */
export function findText(...parts: readonly (string | null | undefined)[]): string {
  return parts
    .filter((part) => part !== null && part !== undefined && part !== '')
    .join(' ')
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 1_000)
    .toWellFormed();
}

/** A name as lists sort it: like `findText`, the nameless after every name. */
export function sortName(name: string | null | undefined): string {
  const text = findText(name).slice(0, 200).toWellFormed();
  return text === '' ? '\u{10ffff}' : text;
}
