import type { Shown } from './shown.ts';

/** What can be done with a promise. */
export type Act =
  | 'accept'
  | 'decline'
  | 'settle'
  | 'unsettle'
  | 'correct'
  | 'explain'
  | 'renegotiate'
  | 'release'
  | 'reassign'
  | 'inner'
  | 'confirm'
  | 'dismiss';

/** One act with its key. */
export interface ActKey {
  readonly act: Act;
  readonly keys: string;
}

const keyOf: Readonly<Record<Act, string>> = {
  accept: 'a',
  decline: 'd',
  settle: 's',
  unsettle: 'u',
  correct: 'x',
  explain: 'w',
  renegotiate: 'n',
  release: 'r',
  reassign: 'h',
  inner: 'i',
  confirm: 'a',
  dismiss: 'd',
};

/** What may be done with a promise now, the likeliest first; what the keeper answered decides what comes next. */
export function actsOf({ promise, may }: Pick<Shown, 'promise' | 'may'>): readonly ActKey[] {
  const can = new Set<Act>(may);
  const { acceptance, state } = promise;
  if (can.has('accept')) {
    if (acceptance === 'accepted') can.delete('accept');
    if (acceptance !== 'declined') can.add('decline');
  }
  if (state === 'found') {
    can.add('confirm');
    can.add('dismiss');
  }
  const isOurs = promise.owed_by === 'company' && promise.origin !== 'expectation';
  if (state === 'open' && isOurs && can.has('settle') && promise.outer_id === null) can.add('inner');
  return orderOf(promise)
    .filter((act) => can.has(act))
    .map((act) => ({ act, keys: keyOf[act] }));
}

function orderOf({ acceptance, late }: Shown['promise']): readonly Act[] {
  const rest = ['release', 'inner', 'unsettle', 'explain', 'correct', 'confirm', 'dismiss'] as const;
  if (acceptance === 'countered') return ['renegotiate', 'reassign', 'settle', 'accept', 'decline', ...rest];
  if (acceptance === 'declined') return ['reassign', 'renegotiate', 'settle', 'accept', 'decline', ...rest];
  if (acceptance === 'asked' && !late) return ['accept', 'decline', 'settle', 'renegotiate', 'reassign', ...rest];
  return ['settle', 'accept', 'renegotiate', 'reassign', 'decline', ...rest];
}
