import { lazy, Suspense } from 'react';
import { useCell } from '../platform/cell.ts';
import { useKeys } from '../platform/keys.ts';
import { useCan } from '../platform/session.ts';
import { useWords } from '../platform/words.ts';
import { making, openMaking } from './making.ts';

const load = () => import('./make-dialog.tsx').then((dialog) => ({ default: dialog.MakeDialog }));
const MakeDialog = lazy(load);

// Ten seconds are short: the code is there before somebody presses `p`.
if ('requestIdleCallback' in globalThis) requestIdleCallback(() => void load());

/** Holds the making of a promise over every page, opened by `p`, the palette, or a page's own act. */
export function MakeFrame() {
  const { t } = useWords();
  const can = useCan();
  const start = useCell(making);
  const makes = can('promises.make');
  useKeys(makes ? [{ keys: 'p', label: t('promises.make.act'), everywhere: true, run: () => openMaking() }] : []);
  if (!makes || start === undefined) return null;
  return (
    <Suspense fallback={null}>
      <MakeDialog start={start} onClose={() => making.set(undefined)} />
    </Suspense>
  );
}
