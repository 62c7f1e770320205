import { digest } from '../platform/ids.ts';

/** The same conversation of a source, by the number under which that source tells it, always has the same id. */
export function conversationIdOf(sourceId: string, told: string): string {
  const hex = digest(`${sourceId} ${told.slice(0, 300)}`);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
