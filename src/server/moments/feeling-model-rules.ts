import { places, wordPlaces } from './feeling-feature-rules.ts';
import type { Profile } from './feeling-language-rules.ts';
import { lexiconNumbers } from './feeling-lexicon-rules.ts';
import type { FeelingReport, Learned } from './feeling-train-rules.ts';

/*
 * A model as bytes: `KFM1`, the length of the header (4 bytes, little end first), the header as JSON, the language's
 * profile, then the known places (distances, in groups of 7 bits), their idf (a byte) and their three weights (a byte
 * each, 128 and the root of their size with its sign, so that small ones stay apart). At most 2 MB, whatever was learned from.
 */

/** Raised when what is packed changes its meaning: a model of another version is not opened, but learned anew. */
export const modelVersion = 1;

const magic = [0x4b, 0x46, 0x4d, 0x31];
const idfSteps = 20;

/** What a model says of itself. */
export interface ModelHeader {
  readonly version: number;
  /** When it was learned: an instant in ISO 8601. */
  readonly learnedAt: string;
  readonly report: FeelingReport;
}

/** A model that is ready to judge. */
export interface FeelingModel extends ModelHeader {
  readonly profile: Profile;
  /**
   * Four bytes a place: 0 where the model knows nothing of it, else 1 + its idf in twentieths over 1; then the three
   * weights, 128 being none.
   */
  readonly perPlace: Uint8Array;
  /** What a weight of 127 over none stands for, by class. */
  readonly largest: readonly number[];
  /** Of the lexicon's numbers × 3 + class, and behind them the three intercepts. */
  readonly others: Float64Array;
}

interface Packed extends ModelHeader {
  readonly known: number;
  readonly largest: readonly number[];
  readonly others: readonly number[];
  readonly limits: Omit<Profile, 'runs' | 'words'>;
}

/** Packs what was learned. */
export function packModel({ report, profile, scale, weights }: Learned, learnedAt: string): Uint8Array {
  const count = scale.known.length;
  const largest = [0, 1, 2].map((kind) => {
    let most = 1e-9;
    for (let column = 0; column < count; column += 1) most = Math.max(most, Math.abs(weights[column * 3 + kind]!));
    return most;
  });
  const { runs, words, ...limits } = profile;
  const packed: Packed = {
    version: modelVersion,
    learnedAt,
    report,
    known: count,
    largest,
    others: [...weights.subarray(count * 3)],
    limits,
  };
  const header = new TextEncoder().encode(JSON.stringify(packed));
  const distances = distancesOf(scale.known);
  const bytes = new Uint8Array(8 + header.length + runs.length + words.length + distances.length + count * 4);
  bytes.set(magic);
  new DataView(bytes.buffer).setUint32(4, header.length, true);
  let end = 8;
  for (const part of [header, runs, words, distances]) {
    bytes.set(part, end);
    end += part.length;
  }
  for (const idf of scale.idf) bytes[end++] = Math.min(254, Math.round((idf - 1) * idfSteps));
  for (let at = 0; at < count * 3; at += 1) {
    const weight = weights[at]!;
    const size = Math.round(127 * Math.sqrt(Math.abs(weight) / largest[at % 3]!));
    bytes[end++] = 128 + (weight < 0 ? -size : size);
  }
  return bytes;
}

function distancesOf(known: Uint32Array): Uint8Array {
  const bytes: number[] = [];
  let before = 0;
  for (const place of known) {
    let left = place - before;
    before = place;
    for (; left > 127; left >>>= 7) bytes.push((left & 127) | 128);
    bytes.push(left);
  }
  return Uint8Array.from(bytes);
}

/** Opens a packed model; `undefined` where the bytes are none of this version (learn anew). */
export function openModel(bytes: Uint8Array): FeelingModel | undefined {
  if (magic.some((byte, at) => bytes[at] !== byte)) return undefined;
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true);
  const packed: Packed = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length)));
  if (packed.version !== modelVersion) return undefined;
  const { version, learnedAt, report, known, largest, others, limits } = packed;
  const runs = bytes.slice(8 + length, 8 + length + 2 ** 14);
  const words = bytes.slice(8 + length + 2 ** 14, 8 + length + 2 ** 14 + 2 ** 13);
  const { at, end } = placesFrom(bytes, 8 + length + 2 ** 14 + 2 ** 13, known);
  const perPlace = new Uint8Array(places * 4);
  for (const [column, place] of at.entries()) {
    perPlace[place * 4] = bytes[end + column]! + 1;
    for (let kind = 0; kind < 3; kind += 1) perPlace[place * 4 + 1 + kind] = bytes[end + known + column * 3 + kind]!;
  }
  return {
    version,
    learnedAt,
    report,
    profile: { ...limits, runs, words },
    perPlace,
    largest,
    others: Float64Array.from(others),
  };
}

function placesFrom(bytes: Uint8Array, start: number, known: number): { at: Uint32Array; end: number } {
  const at = new Uint32Array(known);
  let end = start;
  let before = 0;
  for (let column = 0; column < known; column += 1) {
    let distance = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[end++]!;
      distance |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    before += distance;
    at[column] = before;
  }
  return { at, end };
}

/** What each byte of a weight stands for, for a class: index is the byte. */
export function weightTable(largest: number): Float64Array {
  return Float64Array.from({ length: 256 }, (_none, at) => Math.sign(at - 128) * ((at - 128) / 127) ** 2 * largest);
}

/** What each byte of an idf stands for. */
export const idfTable = Float64Array.from({ length: 256 }, (_none, at) => (at === 0 ? 0 : 1 + (at - 1) / idfSteps));

/** Which part a place belongs to: words and pairs, or runs of letters; each is made of length 1 by itself. */
export const partOf = (place: number) => (place < wordPlaces ? 0 : 1);

/** The weight of a number of the lexicon, or (`number` = `lexiconNumbers`) the intercept, for a class. */
export const otherWeight = (model: FeelingModel, number: number, kind: number) =>
  model.others[Math.min(number, lexiconNumbers) * 3 + kind]!;
