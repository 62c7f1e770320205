/** The present instant in the browser; the only place that asks for it. */
export function now(): Date {
  return new Date();
}

/** An ISO 8601 text as an instant; an invalid text gives an invalid Date, which `show` writes as "not known". */
export function instantOf(text: string): Date {
  return new Date(text);
}

/** The instant so many milliseconds from now. */
export function later(milliseconds: number): Date {
  return new Date(Date.now() + milliseconds);
}
