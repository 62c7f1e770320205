import { ofCustomer } from '../../shared/moments.ts';
import { LinkTo } from '../parts/link.tsx';
import { instantOf, now } from '../platform/clock.ts';
import type { Slots } from '../platform/room.ts';
import { useCan } from '../platform/session.ts';
import { useAsk } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import { HowWasIt } from './how-was-it.tsx';
import { momentPath, signName } from './moment-words.ts';
import { SignMark } from './sign-mark.tsx';
import classes from './tap.module.css';

/** Kinds of events that are contacts with him: of these it is asked how they were. */
const contacts = new Set([
  'Call Ended',
  'Shop Visited',
  'Visit Made',
  'Delivery Made',
  'Email Received',
  'Letter Received',
  'Message Received',
  'Contact Captured',
]);
/** So long after a contact it is asked without opening it. */
const freshMs = 48 * 3_600_000;

/** The moments of a customer as his story shows them: one question for all of its entries. */
export const storyMoments = (customerId: string) => ({ customer_id: customerId, limit: 200 });

/** How a contact was, drawn in where it happened; of a fresh one, or one that is opened, it can be said in one tap. */
export function StoryMoment({ customerId, eventId, name, at, open }: Slots['story.entry']) {
  const { t } = useWords();
  const can = useCan();
  const isContact = contacts.has(name);
  const { data } = useAsk(ofCustomer, storyMoments(customerId));
  const moment = data?.moments.find((one) => one.event_id === eventId);
  const judged = moment !== undefined && moment.sign !== null;
  const fresh = now().getTime() - instantOf(at).getTime() < freshMs;
  const asks = isContact && can('memory.capture') && data !== undefined && (open || (fresh && !judged));
  if (!judged && !asks) return null;
  return (
    <div className={classes.inStory}>
      {moment === undefined || !judged ? null : (
        <LinkTo
          to={momentPath(moment)}
          aria-label={`${t('moments.tap.judged', { sign: t(`moments.sign.${signName(moment.sign)}`) })}. ${t('moments.tap.look')}`}
        >
          <SignMark sign={moment.sign} severity={moment.severity} />
        </LinkTo>
      )}
      {asks ? <HowWasIt customerId={customerId} about={{ event_id: eventId }} small /> : null}
    </div>
  );
}
