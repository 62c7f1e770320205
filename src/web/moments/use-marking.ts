import { useQueryClient } from '@tanstack/react-query';
import { mark, unmark } from '../../shared/moments.ts';
import { offerUndo, tellRefused } from '../parts/toast.tsx';
import { ask } from '../platform/ask.ts';
import { refresh, useTell } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import { faces } from './faces.tsx';
import { momentReads } from './moment-reads.ts';

/** Which contact: a moment, or an event of the timeline that may be none yet. */
export type About = { readonly moment_id: string } | { readonly event_id: string };

/** Notes how a contact was, and offers to take it back. */
export function useMarking(customerId: string) {
  const { t } = useWords();
  const client = useQueryClient();
  return useTell(mark, {
    refresh: momentReads,
    refused: tellRefused,
    done: ({ moment, event_id }, input) => {
      const said = Math.min(...Object.values(input.marks).filter((value) => value !== undefined));
      const face = faces.find((one) => one === said) ?? 3;
      offerUndo({
        message: t('moments.tap.done', { how: t(`moments.tap.face.f${face}`) }),
        undo: async () => {
          await ask(unmark, { customer_id: customerId, moment_id: moment.moment_id, event_id });
          await refresh(client, momentReads);
        },
      });
    },
  });
}
