/** How hard a password is to guess, roughly; `short` is refused by the server, the rest is advice. */
export type Strength = 'short' | 'weak' | 'fair' | 'strong';

/** The fewest characters that the server takes. */
export const fewest = 10;

const common = /^(?:password|contrase|пароль|qwerty|йцукен|asdf|12345|abcde|letmein|welcome|admin|kept)/i;

/**
 * Judges a password by its length, the variety of its signs, and what everybody would try first. `known` are the
 * person's name and address, which add nothing.
 */
export function strengthOf(password: string, known: readonly string[] = []): Strength {
  if ([...password].length < fewest) return 'short';
  const own = known.flatMap((text) => text.toLowerCase().split(/[\s@._-]+/)).filter((piece) => piece.length > 2);
  const bare = own.reduce((text, piece) => text.replaceAll(piece, ''), password.toLowerCase());
  const distinct = new Set(bare).size;
  if (common.test(bare) || distinct < 6 || bare.length < fewest - 2) return 'weak';
  const bits = [...bare].length * Math.log2(alphabetOf(password)) * Math.min(1, distinct / 10);
  if (bits < 60) return 'fair';
  return 'strong';
}

function alphabetOf(text: string): number {
  const kinds: readonly (readonly [RegExp, number])[] = [
    [/\p{Ll}/u, 26],
    [/\p{Lu}/u, 26],
    [/\d/, 10],
    [/[^\p{L}\d]/u, 20],
  ];
  return kinds.reduce((sum, [pattern, size]) => (pattern.test(text) ? sum + size : sum), 2);
}
