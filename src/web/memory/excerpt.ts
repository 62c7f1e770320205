/** Cuts an excerpt into found and other pieces. */
export function piecesOf(
  excerpt: string,
): readonly { readonly at: number; readonly text: string; readonly found: boolean }[] {
  const pieces: { at: number; text: string; found: boolean }[] = [];
  let found = false;
  let text = '';
  let at = 0;
  const close = () => {
    if (text !== '') pieces.push({ at, text, found });
    at += 1;
    text = '';
  };
  for (const sign of excerpt) {
    if (sign !== '\u0001' && sign !== '\u0002') {
      text += sign;
      continue;
    }
    close();
    found = sign === '\u0001';
  }
  close();
  return pieces;
}

/**
 * What of an event without words is worth reading around a find: not its own name, nor codes of systems (`web`, `GBP`,
 * `customer-area`) and bare numbers. What was found always stays.
 */
export function tidyOf(excerpt: string, name: string): string {
  const parts = excerpt.split(' · ');
  if (parts.length === 1) return excerpt;
  return parts.filter((part) => part.includes('\u0001') || !(part === name || isCode(part))).join(' · ');
}

function isCode(text: string): boolean {
  return /^[a-z0-9]+([-_.][a-z0-9]+)*$/.test(text) || /^[A-Z]{3}$/.test(text) || /^-?\d+([.,]\d+)?$/.test(text);
}

/** An excerpt without its marks. */
export function plainOf(excerpt: string): string {
  return piecesOf(excerpt)
    .map((piece) => piece.text)
    .join('');
}

/** The second after an instant, so that "until then" includes what happened at it. */
export function justAfter(instant: string): string {
  return instant.replace(/(\.\d+)?(Z|[+-]\d{2}:?\d{2})$/, '.999$2');
}
