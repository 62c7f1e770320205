import { createHmac, timingSafeEqual } from 'node:crypto';
import { refuse } from './refuse.ts';

/** A place in a list: what the next page begins after. */
export type Place = readonly string[];

/** Seals a place of the named list with the house's secret, so that only we make cursors. */
export function sealCursor(list: string, place: Place, secret: string): string {
  const text = Buffer.from(JSON.stringify(place)).toString('base64url');
  return `${text}.${signOf(list, text, secret)}`;
}

/** Opens a cursor of the named list; refuses `request.bad-cursor` when one byte differs or it is another list's. */
export function openCursor(list: string, cursor: string, secret: string): Place {
  const dot = cursor.lastIndexOf('.');
  const text = cursor.slice(0, Math.max(0, dot));
  const shown = Buffer.from(cursor.slice(dot + 1));
  const right = Buffer.from(signOf(list, text, secret));
  if (dot < 1 || shown.length !== right.length || !timingSafeEqual(shown, right)) refuse('request.bad-cursor');
  const place: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
  if (!Array.isArray(place)) refuse('request.bad-cursor');
  return place.map(String);
}

function signOf(list: string, text: string, secret: string): string {
  return createHmac('sha256', secret).update(`${list}\n${text}`).digest().subarray(0, 18).toString('base64url');
}
