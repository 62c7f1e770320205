import { useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { Endpoint } from '../../shared/contract.ts';
import { show } from '../../shared/moments.ts';
import type { own, ShownRecovery } from '../../shared/moments-recovery.ts';
import type { Refused } from '../platform/refused.ts';
import { useTell } from '../platform/use-ask.ts';
import { momentReads } from './moment-reads.ts';

interface Options {
  readonly done: (after: ShownRecovery) => void;
  readonly refused?: (refusal: Refused) => void;
}

/**
 * Acts on a recovery. What it is like after stands on the page at once, before everything else is asked again: whoever
 * goes on without waiting acts on the version that he made himself.
 */
export function useRecoveryTell<Input extends z.ZodType>(
  contract: Endpoint<Input, typeof own.reply>,
  { done, refused }: Options,
) {
  const client = useQueryClient();
  return useTell(contract, {
    refresh: momentReads,
    ...(refused === undefined ? {} : { refused }),
    done: ({ recovery }) => {
      client.setQueriesData<z.output<typeof show.reply>>({ queryKey: [show.name] }, (old) =>
        old?.recovery?.recovery_id === recovery.recovery_id ? { ...old, recovery } : old,
      );
      done(recovery);
    },
  });
}
