import { lazy, Suspense } from 'react';
import { TextSkeleton } from '../parts/skeletons.tsx';
import type { CaptureFormProps } from './capture-form.tsx';

const CaptureForm = lazy(() => import('./capture-form.tsx').then((form) => ({ default: form.CaptureForm })));

/** The quick capture, whose code comes when it is first opened. */
export function LazyCapture(props: CaptureFormProps) {
  return (
    <Suspense fallback={<TextSkeleton lines={6} />}>
      <CaptureForm {...props} />
    </Suspense>
  );
}
