/*
 * The plain way, to be compared with: TF-IDF of words and pairs of words as scikit-learn's TfidfVectorizer makes it by
 * default (lower case, `\b\w\w+\b`, smoothed idf, l2) and its LogisticRegression (multinomial, l2, C = 1, the intercept
 * free), solved here by Nesterov's accelerated gradient. It takes nothing from the product.
 */

const termsOf = (text: string) => {
  const words = text.toLowerCase().match(/(?<![\p{L}\p{N}_])[\p{L}\p{N}_]{2,}(?![\p{L}\p{N}_])/gu) ?? [];
  return [...words, ...words.slice(1).map((word, at) => `${words[at]} ${word}`)];
};

/** What a peer learned: it answers with the likeliest of the labels 0, 1, 2. */
export type Peer = (text: string) => number;

/** Rows of few values among many, one after the other: those of row i stand from `starts[i]` to `starts[i + 1]`. */
interface Rows {
  readonly starts: Int32Array;
  readonly features: Int32Array;
  readonly values: Float64Array;
}

/** Learns the plain way. */
export function trainPeer(texts: readonly string[], labels: readonly number[]): Peer {
  const found = new Map<string, { at: number; texts: number }>();
  for (const text of texts) {
    for (const term of new Set(termsOf(text))) {
      const known = found.get(term);
      if (known === undefined) found.set(term, { at: found.size, texts: 1 });
      else known.texts += 1;
    }
  }
  const rowOf = (text: string): [feature: number, value: number][] => {
    const counts = new Map<string, number>();
    for (const term of termsOf(text)) if (found.has(term)) counts.set(term, (counts.get(term) ?? 0) + 1);
    const row = [...counts].map(([term, count]): [number, number] => {
      const known = found.get(term) ?? { at: 0, texts: 0 };
      return [known.at, count * (Math.log((1 + texts.length) / (1 + known.texts)) + 1)];
    });
    const length = Math.hypot(...row.map(([, value]) => value)) || 1;
    // The intercept is a feature of its own, always 1, behind all others.
    return [...row.map(([at, value]): [number, number] => [at, value / length]), [found.size, 1]];
  };
  const weights = solve(rowsOf(texts.map(rowOf)), labels, found.size);
  return (text) => {
    const scores = scoresOf(rowsOf([rowOf(text)]), 0, weights);
    return scores.indexOf(Math.max(...scores));
  };
}

function rowsOf(rows: readonly (readonly [number, number])[][]): Rows {
  const starts = new Int32Array(rows.length + 1);
  for (const [at, row] of rows.entries()) starts[at + 1] = (starts[at] ?? 0) + row.length;
  return {
    starts,
    features: Int32Array.from(rows.flat(), ([feature]) => feature),
    values: Float64Array.from(rows.flat(), ([, value]) => value),
  };
}

function scoresOf({ starts, features, values }: Rows, row: number, weights: Float64Array): number[] {
  let [first, second, third] = [0, 0, 0];
  const end = starts[row + 1] ?? 0;
  for (let at = starts[row] ?? 0; at < end; at += 1) {
    const value = values[at] ?? 0;
    const place = (features[at] ?? 0) * 3;
    first += value * (weights[place] ?? 0);
    second += value * (weights[place + 1] ?? 0);
    third += value * (weights[place + 2] ?? 0);
  }
  return [first, second, third];
}

/** The gradient of the loss alone: Σ (p − y) x. */
function gradient(rows: Rows, labels: readonly number[], weights: Float64Array): Float64Array {
  const slope = new Float64Array(weights.length);
  for (const [row, label] of labels.entries()) {
    const scores = scoresOf(rows, row, weights);
    const top = Math.max(...scores);
    const parts = scores.map((score) => Math.exp(score - top));
    const all = parts.reduce((sum, part) => sum + part, 0);
    const errors = parts.map((part, kind) => part / all - (label === kind ? 1 : 0));
    const end = rows.starts[row + 1] ?? 0;
    for (let at = rows.starts[row] ?? 0; at < end; at += 1) {
      const value = rows.values[at] ?? 0;
      const place = (rows.features[at] ?? 0) * 3;
      slope[place] = (slope[place] ?? 0) + value * (errors[0] ?? 0);
      slope[place + 1] = (slope[place + 1] ?? 0) + value * (errors[1] ?? 0);
      slope[place + 2] = (slope[place + 2] ?? 0) + value * (errors[2] ?? 0);
    }
  }
  return slope;
}

/** Minimises ½‖w‖² + Σ loss until no slope is over 1e-3; the push begins anew where it leads uphill. */
function solve(rows: Rows, labels: readonly number[], intercept: number): Float64Array {
  const length = 1 / (1 + 0.5 * largest(rows, intercept + 1));
  let now = new Float64Array(intercept * 3 + 3);
  let ahead = now;
  let speed = 1;
  for (let round = 0; round < 3_000; round += 1) {
    const loss = gradient(rows, labels, ahead);
    const slope = loss.map((part, at) => part + (at < intercept * 3 ? (ahead[at] ?? 0) : 0));
    const next = ahead.map((value, at) => value - length * (slope[at] ?? 0));
    const before = now;
    if (slope.reduce((sum, part, at) => sum + part * ((next[at] ?? 0) - (before[at] ?? 0)), 0) > 0) speed = 1;
    const nextSpeed = (1 + Math.sqrt(1 + 4 * speed * speed)) / 2;
    const push = (speed - 1) / nextSpeed;
    ahead = next.map((value, at) => value + push * (value - (before[at] ?? 0)));
    now = next;
    speed = nextSpeed;
    if (slope.every((part) => Math.abs(part) < 1e-3)) break;
  }
  return now;
}

/** The largest eigenvalue of XᵀX by powers: it bounds how steep the loss may be. */
function largest({ starts, features, values }: Rows, size: number): number {
  let vector = new Float64Array(size).fill(1);
  let value = 1;
  for (let round = 0; round < 30; round += 1) {
    const next = new Float64Array(size);
    for (let row = 0; row + 1 < starts.length; row += 1) {
      const [from = 0, to = 0] = starts.subarray(row, row + 2);
      let dot = 0;
      for (let at = from; at < to; at += 1) dot += (values[at] ?? 0) * (vector[features[at] ?? 0] ?? 0);
      for (let at = from; at < to; at += 1) {
        const feature = features[at] ?? 0;
        next[feature] = (next[feature] ?? 0) + (values[at] ?? 0) * dot;
      }
    }
    value = Math.sqrt(next.reduce((sum, part) => sum + part * part, 0));
    vector = next.map((part) => part / value);
  }
  return value * 1.05;
}
