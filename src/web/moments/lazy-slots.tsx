import { lazy, Suspense } from 'react';
import type { Slots } from '../platform/room.ts';
import { useCan } from '../platform/session.ts';
import classes from './account.module.css';

const AccountHead = lazy(() => import('./account-head.tsx').then((part) => ({ default: part.AccountHead })));
const StoryMoment = lazy(() => import('./story-moment.tsx').then((part) => ({ default: part.StoryMoment })));

/** The account at the head of a customer's page, in a place kept free for it. */
export function LazyAccountHead(props: Slots['customer.head']) {
  return useCan()('customers.read') ? (
    <Suspense fallback={<div className={classes.head} />}>
      <AccountHead {...props} />
    </Suspense>
  ) : null;
}

/** How a contact was, drawn into the story where it happened. */
export function LazyStoryMoment(props: Slots['story.entry']) {
  return useCan()('customers.read') ? (
    <Suspense fallback={null}>
      <StoryMoment {...props} />
    </Suspense>
  ) : null;
}
