/** The second after an instant, so that the story "until then" includes what happened at it. */
function justAfter(instant: string): string {
  return instant.replace(/(\.\d+)?(Z|[+-]\d{2}:?\d{2})$/, '.999$2');
}

/** An event among its neighbours in its customer's story. */
export function storyPath(customerId: string, eventId: string, at: string): string {
  return `/customers/${customerId}?event=${eventId}&at=${encodeURIComponent(justAfter(at))}`;
}
