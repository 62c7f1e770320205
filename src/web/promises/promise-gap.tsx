import type { ShownPromise } from '../../shared/promises-shown.ts';
import { GapBar } from '../parts/gap-bar.tsx';
import { sayGap, sayLevel, useSaying } from './promise-words.ts';
import classes from './promises.module.css';

/** Minutes are drawn as hours, so that a quarter of an hour is near and a day is far. */
const scale = { minutes: 60, days: 1, measure: 1, points: 1 } as const;

/** The gap of a settled promise: where the result fell against the adequate and the desired level; nothing without one. */
export function PromiseGap({ of, far = false }: { readonly of: ShownPromise; readonly far?: boolean }) {
  const say = useSaying();
  const { gap, state } = of;
  if (gap === null || (state !== 'kept' && state !== 'exceeded' && state !== 'broken')) return null;
  const unit = scale[gap.in];
  const result = gap.adequate / unit;
  const desired = gap.desired === null ? undefined : (gap.adequate - gap.desired) / unit;
  const wanted = sayLevel(of, of.desired, say);
  return (
    <span className={classes.gap}>
      <GapBar
        adequate={0}
        desired={desired}
        result={result}
        state={state}
        words={{
          adequate: sayLevel(of, of.adequate, say) ?? '—',
          result: sayLevel(of, of.result, say) ?? '—',
          ...(wanted === undefined ? {} : { desired: wanted }),
        }}
      />
      {far ? <span className={classes.far}>{sayGap(of, say.t, say.show)}</span> : null}
    </span>
  );
}
