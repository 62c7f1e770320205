import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { list } from '../../shared/customers.ts';
import { capture, correct, recall, timeline } from '../../shared/memory.ts';
import { Failed } from '../parts/states.tsx';
import { offerUndo } from '../parts/toast.tsx';
import { ask } from '../platform/ask.ts';
import { useCapture } from '../platform/capture.ts';
import { now } from '../platform/clock.ts';
import { refresh } from '../platform/use-ask.ts';
import { instantAt } from '../platform/wall-time.ts';
import { useWords } from '../platform/words.ts';
import classes from './capture.module.css';
import { type Draft, dropDraft, keepDraft } from './capture-draft.ts';
import { noteOwnWrite, settle, show } from './own-writes.ts';

/**
 * Sends a contact: on the page at once, then to the server; taken back by a correction. What is refused or finds
 * nobody stays as a draft on this device.
 */
export function useSendCapture(zone: string): (draft: Draft) => Promise<void> {
  const { t } = useWords();
  const client = useQueryClient();
  const open = useCapture();
  const redraw = () => {
    noteOwnWrite();
    void refresh(client, [recall, timeline, list]);
  };
  return async (draft) => {
    const { customer } = draft;
    if (customer === undefined) return;
    const seen = {
      draftId: draft.id,
      customerId: customer.id,
      channel: draft.channel,
      words: draft.words,
      at: now().toISOString(),
    };
    show({ ...seen, kept: false });
    try {
      const { event_id } = await ask(capture, inputOf(draft, customer.id, zone), { once: draft.id });
      dropDraft(draft.id);
      settle(draft.id);
      redraw();
      offerUndo({
        message:
          customer.name === null ? t('memory.capture.saved') : t('memory.capture.savedFor', { name: customer.name }),
        undo: async () => {
          const words = t('memory.capture.undoneWords');
          await ask(correct, { customer_id: customer.id, event_id, words, reason: t('memory.capture.undoneReason') });
          redraw();
        },
      });
    } catch (error) {
      keepDraft(draft);
      show({ ...seen, kept: true });
      const again = () => {
        notifications.hide(draft.id);
        settle(draft.id);
        open?.(customer.id);
      };
      notifications.show({
        id: draft.id,
        autoClose: false,
        color: 'owed',
        closeButtonProps: { 'aria-label': t('parts.act.close') },
        message: (
          <div className={classes.refused}>
            <Failed error={error} inline />
            <p>{t('memory.capture.keptDraft')}</p>
            <Button size="compact-sm" variant="default" onClick={again}>
              {t('memory.capture.openDraft')}
            </Button>
          </div>
        ),
      });
    }
  };
}

function inputOf(draft: Draft, customerId: string, zone: string) {
  const happened = draft.when === undefined ? undefined : instantAt(draft.when, zone);
  return {
    customer_id: customerId,
    channel: draft.channel,
    direction: draft.direction,
    words: draft.words,
    ...(happened === undefined ? {} : { happened_at: happened }),
    ...(draft.agreement === undefined ? {} : { agreement_id: draft.agreement }),
    ...(draft.touchpoint === undefined ? {} : { touchpoint: draft.touchpoint }),
  };
}
