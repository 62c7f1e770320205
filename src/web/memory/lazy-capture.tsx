import { lazy, Suspense } from 'react';
import { TextSkeleton } from '../parts/skeletons.tsx';
import type { CaptureFormProps } from './capture-form.tsx';

const load = () => import('./capture-form.tsx').then((form) => ({ default: form.CaptureForm }));
const CaptureForm = lazy(load);

// Whoever presses `c` types on at once: the code is there before, fetched when the page has nothing else to do.
if ('requestIdleCallback' in globalThis) requestIdleCallback(() => void load());

/** The quick capture, whose code comes by itself when the page is idle. */
export function LazyCapture(props: CaptureFormProps) {
  return (
    <Suspense fallback={<TextSkeleton lines={6} />}>
      <CaptureForm {...props} />
    </Suspense>
  );
}
