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

/** A word with each two neighbouring letters exchanged: the typing error that trigrams see worst. */
export function swapsOf(word: string): string[] {
  const letters = [...word].slice(0, 30);
  const spellings = letters.slice(1).map((letter, at) => {
    const before = letters.slice(0, at).join('');
    return `${before}${letter}${letters[at] ?? ''}${letters.slice(at + 2).join('')}`;
  });
  return [...new Set(spellings)].filter((spelling) => spelling !== word);
}

/** The words of names and places that typing errors are corrected against: three letters and more. */
export function nameWords(...parts: readonly (string | null | undefined)[]): string[] {
  const words = findText(...parts).match(/[\p{L}\p{N}]{3,40}/gu) ?? [];
  return [...new Set(words)];
}

/**
 * How many typing errors part two words: letters left out, added, mistaken, or neighbours exchanged (optimal string
 * alignment; a letter is a code point).
 */
export function errorsBetween(one: string, other: string): number {
  const [a, b] = [[...one], [...other]];
  let before: number[] = [];
  let above = b.map((_, at) => at).concat(b.length);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const steps = [(above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + same];
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) steps.push((before[j - 2] ?? 0) + 1);
      row.push(Math.min(...steps));
    }
    before = above;
    above = row;
  }
  return above[b.length] ?? 0;
}

/** The spellings that were probably meant: one error in a short word, two in one of six letters and more; nearest first. */
export function spellingsOf(word: string, candidates: readonly string[]): string[] {
  const most = [...word].length >= 6 ? 2 : 1;
  return candidates
    .map((spelling) => ({ spelling, errors: errorsBetween(word, spelling) }))
    .filter(({ errors }) => errors > 0 && errors <= most)
    .sort((a, b) => a.errors - b.errors || (a.spelling < b.spelling ? -1 : 1))
    .slice(0, 6)
    .map(({ spelling }) => spelling);
}
