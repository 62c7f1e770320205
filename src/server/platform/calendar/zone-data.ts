/** The edition of the law of the time zones that this runtime knows, e.g. `2026c`; when it changes, what is due is read anew. */
export function tzVersion(): string {
  return process.versions['tz'] ?? 'unknown';
}
