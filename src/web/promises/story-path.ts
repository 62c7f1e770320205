/** The second after an instant, so that the story "until then" includes what happened at it. */
export function justAfter(instant: string): string {
  return instant.replace(/(\.\d+)?(Z|[+-]\d{2}:?\d{2})$/, '.999$2');
}
