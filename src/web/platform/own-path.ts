/**
 * A return address taken from the outside, only if it is a path of ours; anything that a browser could read as another
 * site (`//evil`, `/\evil`, `https:`, control characters) becomes `/`.
 */
export function ownPath(text: string | undefined): string {
  if (text === undefined || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(text)) return '/';
  const base = 'http://kept.invalid';
  const address = URL.parse(text, base);
  if (!address || address.origin !== base || address.pathname.startsWith('//')) return '/';
  if (/^\/(sign-in|api)(\/|$)/.test(address.pathname)) return '/';
  return address.pathname + address.search + address.hash;
}
