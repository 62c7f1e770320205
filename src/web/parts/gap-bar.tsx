import { useWords } from '../platform/words.ts';
import classes from './signs.module.css';

export interface GapBarProps {
  /** The three levels on one scale on which more is better (turn dates and prices round before). */
  readonly adequate: number;
  readonly desired?: number | undefined;
  readonly result: number;
  /** How the levels read for people, in the same order. */
  readonly words: { readonly adequate: string; readonly desired?: string; readonly result: string };
  /** How it ended, where more than the levels decides: complete, as specified. By the levels where nothing is said. */
  readonly state?: GapState;
}

export type GapState = 'broken' | 'kept' | 'exceeded';

/** Below adequate: broken; above a desired level that was given: exceeded; else kept. */
export function gapState(adequate: number, desired: number | undefined, result: number): GapState {
  if (result < adequate) return 'broken';
  return desired !== undefined && result > desired ? 'exceeded' : 'kept';
}

const left = 26;
const right = 74;

/** Result against expectation: a bar from adequate to desired, and a mark where the result fell. */
export function GapBar({ adequate, desired, result, words, state: ended }: GapBarProps) {
  const { t } = useWords();
  const kind = ended ?? gapState(adequate, desired, result);
  const state = t(`parts.gap.${kind}`);
  const described =
    words.desired === undefined
      ? t('parts.gap.describeAdequate', { result: words.result, state, adequate: words.adequate })
      : t('parts.gap.describe', { result: words.result, state, adequate: words.adequate, desired: words.desired });
  const x = placeOf(adequate, desired, result);
  return (
    <span className={classes.sign}>
      <svg width={100} height={16} viewBox="0 0 100 16" role="img" aria-label={described}>
        <line className={classes.track} x1={2} y1={8} x2={98} y2={8} />
        {desired === undefined ? (
          <line className={classes.band} x1={left} y1={4} x2={left} y2={12} strokeWidth={2} />
        ) : (
          <line className={classes.band} x1={left} y1={8} x2={right} y2={8} />
        )}
        <Mark kind={kind} x={x} />
      </svg>
      <span className={classes.word} data-tone={kind === 'broken' ? 'owed' : kind === 'exceeded' ? 'kept' : 'plain'}>
        {state}
      </span>
    </span>
  );
}

function Mark({ kind, x }: { readonly kind: GapState; readonly x: number }) {
  if (kind === 'broken') return <rect className={classes.bad} x={x - 3} y={1} width={6} height={14} rx={1.5} />;
  return <circle className={classes.good} cx={x} cy={8} r={kind === 'exceeded' ? 6 : 5} />;
}

/** Keeps the picture honest at any scale: the band is fixed, what lies outside is squeezed towards the ends. */
function placeOf(adequate: number, desired: number | undefined, result: number): number {
  const band = desired === undefined || desired <= adequate ? Math.max(1, Math.abs(adequate)) : desired - adequate;
  const at = (result - adequate) / band;
  if (at < 0) return left - 22 * (1 - Math.exp(at * 2));
  if (desired === undefined) return left + 70 * (1 - Math.exp(-at));
  if (at <= 1) return left + (right - left) * at;
  return right + 22 * (1 - Math.exp((1 - at) * 2));
}
