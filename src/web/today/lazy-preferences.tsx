import { lazy, Suspense } from 'react';
import { TextSkeleton } from '../parts/skeletons.tsx';

const Preferences = lazy(() => import('./preferences.tsx').then((part) => ({ default: part.Preferences })));

/** How one is told, fetched when the account page shows it. */
export function LazyPreferences() {
  return (
    <Suspense fallback={<TextSkeleton />}>
      <Preferences />
    </Suspense>
  );
}
