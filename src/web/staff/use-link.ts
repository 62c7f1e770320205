import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { readLink } from '../../shared/staff.ts';
import { ask } from '../platform/ask.ts';
import type { Refused } from '../platform/refused.ts';

type Read = Awaited<ReturnType<typeof ask<typeof readLink.input, typeof readLink.reply>>>;

/** The one-time token after `#` (which no server and no log ever sees), and whom its link is for. */
export function useLink() {
  const [token] = useState(() => globalThis.location.hash.slice(1));
  const known = useQuery<Read, Refused>({
    queryKey: [readLink.name, token],
    queryFn: ({ signal }) => ask(readLink, { token }, { signal }),
    enabled: token.length >= 20,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  return { token, known, missing: token.length < 20 };
}
