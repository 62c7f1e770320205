/**
 * A small seeded source of chance (sfc32, by Chris Doty-Humphrey; public domain), so that the same seed tells the same
 * story on every machine.
 */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private d = 1;

  constructor(seed: number, stream: number, salt: number) {
    this.a = mix(seed);
    this.b = mix(stream + 0x9e3779b9);
    this.c = mix(salt + Math.floor(stream / 4294967296) + 0x85ebca6b);
    for (let round = 0; round < 12; round += 1) this.next();
  }

  /** A number in [0, 1). */
  next(): number {
    const t = (((this.a + this.b) | 0) + this.d) | 0;
    this.d = (this.d + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (this.c << 21) | (this.c >>> 11);
    this.c = (this.c + t) | 0;
    return (t >>> 0) / 4294967296;
  }

  /** A whole number from `low` to `high`, both possible. */
  int(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  /** A number in [low, high). */
  between(low: number, high: number): number {
    return low + this.next() * (high - low);
  }

  /** True with the given probability. */
  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** One of a non-empty list. */
  pick<T>(list: readonly T[]): T {
    const found = list[Math.floor(this.next() * list.length)];
    if (found === undefined) throw new RangeError('nothing to pick from');
    return found;
  }

  /** One of a list of [thing, weight]. */
  weighted<T>(list: readonly (readonly [T, number])[]): T {
    let total = 0;
    for (const entry of list) total += entry[1];
    let left = this.next() * total;
    for (const entry of list) {
      left -= entry[1];
      if (left < 0) return entry[0];
    }
    const last = list.at(-1);
    if (last === undefined) throw new RangeError('nothing to pick from');
    return last[0];
  }

  /** Around `mean`, bell-like (sum of three), never under 0. */
  around(mean: number, spread: number): number {
    return Math.max(0, mean + (this.next() + this.next() + this.next() - 1.5) * spread * 1.155);
  }
}

/** SplitMix32's finaliser: spreads neighbouring numbers apart. */
export function mix(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x21f0aaad);
  h = Math.imul(h ^ (h >>> 15), 0x735a2d97);
  return h ^ (h >>> 15);
}

/** A 32-bit fingerprint of a text (FNV-1a), unsigned. */
export function fingerprint(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}
