import { cell } from '../platform/cell.ts';

/** Write keys made on this page since it was loaded, by their source: shown once, filled into the samples, then gone. */
export const freshKeys = cell<Readonly<Record<string, string>>>({});

/** Keeps a new key until the page is left for good. */
export function keepFreshKey(sourceId: string, key: string): void {
  freshKeys.set({ ...freshKeys.get(), [sourceId]: key });
}
