import { LRUCache } from 'lru-cache';
import type { Actor, House } from '../platform/area.ts';

/** Wrong passwords of one subject as this process saw them. */
export interface Guesses {
  failures: number;
  /** Attempts whose password is being checked now. */
  running: number;
  lastMs: number;
}

/** What this process keeps of the people at its door. */
export interface HouseMemory {
  /** Who showed which token, for a second at most: a revoked key or a lost role is heard of on every server by then. */
  readonly actors: LRUCache<string, Actor>;
  readonly guesses: LRUCache<string, Guesses>;
  /** Work that goes on after an answer: letters, counts. Awaited when the house closes. */
  readonly background: Set<Promise<unknown>>;
}

const memories = new WeakMap<House, HouseMemory>();

/** The memory of a house in this process. */
export function memoryOf(house: House): HouseMemory {
  const known = memories.get(house);
  if (known !== undefined) return known;
  const made: HouseMemory = {
    actors: new LRUCache({ max: 20_000, ttl: 1_000 }),
    guesses: new LRUCache({ max: 50_000, ttl: 3_600_000 }),
    background: new Set(),
  };
  memories.set(house, made);
  return made;
}

/** Forgets who is who, so that the next request asks again. */
export function forgetActors(house: House): void {
  memoryOf(house).actors.clear();
}

/** Lets work go on after the answer; its failure is logged and hurts nobody. */
export function goOn(house: House, what: string, work: () => Promise<unknown>): void {
  const { background } = memoryOf(house);
  const running = work().catch((error: unknown) => {
    house.log.warn({ error: error instanceof Error ? error.message : 'unknown' }, what);
  });
  background.add(running);
  void running.finally(() => background.delete(running));
}
