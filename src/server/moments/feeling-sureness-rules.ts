import { probabilitiesOf } from './feeling-solve-rules.ts';

/*
 * When a judge may say what it thinks: learned from texts that it answered without having seen them.
 */

/** A text answered by a model that has not seen it: what is true, and what each class scored. */
export interface Tried {
  readonly kind: number;
  readonly scores: readonly [number, number, number];
}

/** The temperature by which probabilities come truest: least mean −ln of what is true, by golden section. */
export function temperatureOf(tried: readonly Tried[]): number {
  const surprise = (log: number) => {
    let sum = 0;
    for (const { kind, scores } of tried) {
      sum -= Math.log(Math.max(probabilitiesOf(scores, Math.exp(log))[kind] ?? 0, 1e-12));
    }
    return sum;
  };
  const ratio = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [Math.log(0.2), Math.log(10)];
  for (let round = 0; round < 30; round += 1) {
    const [left, right] = [high - ratio * (high - low), low + ratio * (high - low)];
    if (surprise(left) < surprise(right)) high = right;
    else low = left;
  }
  return Math.exp((low + high) / 2);
}

/** Of what is said, so many are to be right. */
export const wantedPrecision = 0.7;
/** Fewer answers than this show nothing. */
const leastAnswers = 25;

/**
 * From which probability each feeling is said: the lowest (of 0.40, 0.42 …) from which on seven in ten of such answers
 * were right; where that is never so, 0.9.
 */
export function surenessOf(tried: readonly Tried[], temperature: number): [number, number, number] {
  const answers = tried.map(({ kind, scores }) => {
    const probabilities = probabilitiesOf(scores, temperature);
    const top = Math.max(...probabilities);
    return { kind, top, answer: probabilities.indexOf(top) };
  });
  const from = (kind: number) => {
    const own = answers.filter((one) => one.answer === kind);
    for (let hundredths = 40; hundredths <= 90; hundredths += 2) {
      const said = own.filter((one) => one.top >= hundredths / 100);
      if (said.length < leastAnswers) break;
      if (said.filter((one) => one.kind === kind).length >= wantedPrecision * said.length) return hundredths / 100;
    }
    return 0.9;
  };
  return [from(0), from(1), from(2)];
}
