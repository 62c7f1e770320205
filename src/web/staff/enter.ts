import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Language } from '../../shared/scalars.ts';
import { readLink } from '../../shared/staff.ts';
import { useGo } from '../platform/place.ts';
import { chooseLanguage } from '../platform/words.ts';

/** Goes into the house after a session was opened: nothing of whoever was here before stays in memory. */
export function useEnter(): (language?: Language) => void {
  const client = useQueryClient();
  const go = useGo();
  return useCallback(
    (language) => {
      // The link itself stays read: asking for it again would find it spent while the page still stands.
      client.removeQueries({ predicate: (query) => query.queryKey[0] !== readLink.name });
      if (language !== undefined) void chooseLanguage(language);
      go('/', { replace: true });
    },
    [client, go],
  );
}
