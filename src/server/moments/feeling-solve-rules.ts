/*
 * Multinomial logistic regression of three classes over sparse rows, solved by L-BFGS (Nocedal & Wright, Numerical
 * Optimization, algorithm 7.4, with a backtracking line search). Deterministic: no shuffling, no random start.
 */

/** Rows of few values among many columns: those of row i stand from `starts[i]` to `starts[i + 1]`. */
export interface Rows {
  readonly columns: number;
  readonly starts: Int32Array;
  readonly at: Int32Array;
  readonly values: Float32Array;
}

/** How many rows there are. */
export const countOf = (rows: Rows) => rows.starts.length - 1;

/** Weights of column c stand at 3c, 3c+1, 3c+2; behind all columns stand the three intercepts. */
export type Weights = Float64Array;

/** What each class scores in a row, before it is made a probability. */
export function scoresOf(rows: Rows, row: number, weights: Weights): [number, number, number] {
  const { starts, at, values } = rows;
  let first = weights[weights.length - 3]!;
  let second = weights[weights.length - 2]!;
  let third = weights[weights.length - 1]!;
  const end = starts[row + 1]!;
  for (let place = starts[row]!; place < end; place += 1) {
    const value = values[place]!;
    const column = at[place]! * 3;
    first += value * weights[column]!;
    second += value * weights[column + 1]!;
    third += value * weights[column + 2]!;
  }
  return [first, second, third];
}

/** Probabilities from scores divided by a temperature (1 leaves them as they are). */
export function probabilitiesOf(scores: readonly [number, number, number], temperature = 1): [number, number, number] {
  const top = Math.max(...scores);
  const parts = [0, 0, 0];
  let all = 0;
  for (let kind = 0; kind < 3; kind += 1) all += parts[kind] = Math.exp((scores[kind]! - top) / temperature);
  return [parts[0]! / all, parts[1]! / all, parts[2]! / all];
}

/** What is learned from: rows, the class of each, and how much a row of each class counts. */
export interface Lesson {
  readonly rows: Rows;
  readonly kinds: Uint8Array;
  readonly counts: readonly [number, number, number];
}

/** Half the squared weights over `strength`, and the loss of each row; writes the slope into `slope`. */
function lossOf({ rows, kinds, counts }: Lesson, strength: number, weights: Weights, slope: Float64Array): number {
  const { starts, at, values } = rows;
  const size = weights.length;
  let loss = 0;
  for (let place = 0; place < size - 3; place += 1) {
    const weight = weights[place]!;
    slope[place] = weight / strength;
    loss += (weight * weight) / (2 * strength);
  }
  slope.fill(0, size - 3);
  for (let row = 0; row < kinds.length; row += 1) {
    const kind = kinds[row]!;
    const share = counts[kind]!;
    const found = probabilitiesOf(scoresOf(rows, row, weights));
    loss -= share * Math.log(Math.max(found[kind]!, 1e-300));
    const first = share * (found[0] - (kind === 0 ? 1 : 0));
    const second = share * (found[1] - (kind === 1 ? 1 : 0));
    const third = share * (found[2] - (kind === 2 ? 1 : 0));
    const end = starts[row + 1]!;
    for (let place = starts[row]!; place < end; place += 1) {
      const value = values[place]!;
      const column = at[place]! * 3;
      slope[column]! += value * first;
      slope[column + 1]! += value * second;
      slope[column + 2]! += value * third;
    }
    slope[size - 3]! += first;
    slope[size - 2]! += second;
    slope[size - 1]! += third;
  }
  return loss;
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at += 1) sum += one[at]! * other[at]!;
  return sum;
}

function addTo(one: Float64Array, share: number, other: Float64Array): void {
  for (let at = 0; at < one.length; at += 1) one[at]! += share * other[at]!;
}

/** A step taken and how the slope changed by it. */
interface Step {
  readonly step: Float64Array;
  readonly change: Float64Array;
  readonly inverse: number;
}

const remembered = 6;
const mostRounds = 60;

/** The way down: the slope bent by the steps remembered. */
function wayDown(slope: Float64Array, steps: readonly Step[]): Float64Array {
  const way = slope.slice();
  const shares: number[] = [];
  for (const { step, change, inverse } of steps.toReversed()) {
    const share = inverse * dot(step, way);
    shares.unshift(share);
    addTo(way, -share, change);
  }
  const last = steps.at(-1);
  if (last !== undefined) {
    const scale = 1 / (last.inverse * dot(last.change, last.change));
    for (let at = 0; at < way.length; at += 1) way[at]! *= scale;
  }
  for (const [at, { step, change, inverse }] of steps.entries()) {
    addTo(way, shares[at]! - inverse * dot(change, way), step);
  }
  return way;
}

/** Where the search stands. */
interface Place {
  readonly weights: Weights;
  readonly slope: Float64Array;
  readonly loss: number;
}

/** Goes as far that way as the loss falls well; `undefined` where it falls no more. */
function goDown(lesson: Lesson, strength: number, from: Place, way: Float64Array, first: number): Place | undefined {
  const fall = dot(from.slope, way);
  if (fall < 1e-9) return undefined;
  const weights = new Float64Array(way.length);
  const slope = new Float64Array(way.length);
  let length = first;
  for (let tries = 0; tries < 20; tries += 1) {
    for (let at = 0; at < way.length; at += 1) weights[at] = from.weights[at]! - length * way[at]!;
    const loss = lossOf(lesson, strength, weights, slope);
    if (loss <= from.loss - 1e-4 * length * fall) return { weights, slope, loss };
    length /= 2;
  }
  return undefined;
}

function stepOf(from: Place, to: Place): Step {
  const step = to.weights.slice();
  addTo(step, -1, from.weights);
  const change = to.slope.slice();
  addTo(change, -1, from.slope);
  return { step, change, inverse: 1 / dot(step, change) };
}

/** Learns weights; `strength` is the inverse of how much they are held back (scikit-learn's C). Starts from `from`. */
export function solve(lesson: Lesson, strength: number, from?: Weights): Weights {
  const weights = from ?? new Float64Array(lesson.rows.columns * 3 + 3);
  const slope = new Float64Array(weights.length);
  let now: Place = { weights, slope, loss: lossOf(lesson, strength, weights, slope) };
  const steps: Step[] = [];
  for (let round = 0; round < mostRounds; round += 1) {
    const first = steps.length === 0 ? 1 / Math.sqrt(Math.max(dot(now.slope, now.slope), 1e-12)) : 1;
    const next = goDown(lesson, strength, now, wayDown(now.slope, steps), first);
    if (next === undefined) break;
    const step = stepOf(now, next);
    if (step.inverse > 0 && step.inverse < 1e12) steps.push(step);
    if (steps.length > remembered) steps.shift();
    const gained = now.loss - next.loss;
    now = next;
    if (gained < 1e-4 * Math.abs(now.loss)) break;
  }
  return now.weights;
}
