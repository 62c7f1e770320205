import { instantOf } from '../clock.ts';

/** The instant so many milliseconds after another; before it where they are negative. */
export function later(at: Date, ms: number): Date {
  return instantOf(at.getTime() + ms);
}
