/** How well answers fit labels; what is not answered (`undefined`) is right for no class. */
export interface Score {
  readonly texts: number;
  readonly answered: number;
  readonly macroF1: number;
  readonly accuracy: number;
  readonly precision: readonly number[];
  readonly recall: readonly number[];
}

/** Counts answers against labels 0, 1, 2, of every text, answered or not: macro-F1 is the plain mean of the three F1. */
export function scoreOf(labels: readonly number[], answers: readonly (number | undefined)[]): Score {
  const precision: number[] = [];
  const recall: number[] = [];
  let f1 = 0;
  for (const kind of [0, 1, 2]) {
    const right = labels.filter((label, at) => label === kind && answers[at] === kind).length;
    const said = answers.filter((answer) => answer === kind).length;
    const there = labels.filter((label) => label === kind).length;
    precision.push(said === 0 ? 0 : right / said);
    recall.push(there === 0 ? 0 : right / there);
    f1 += said + there === 0 ? 0 : (2 * right) / (said + there);
  }
  return {
    texts: labels.length,
    answered: answers.filter((answer) => answer !== undefined).length,
    macroF1: f1 / 3,
    accuracy: labels.filter((label, at) => label === answers[at]).length / labels.length,
    precision,
    recall,
  };
}
