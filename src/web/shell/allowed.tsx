import type { ReactNode } from 'react';
import type { Right } from '../../shared/contract.ts';
import { Page } from '../parts/page.tsx';
import { NotAllowed } from '../parts/states.tsx';
import { useCan } from '../platform/session.ts';
import { useWords, type WordKey } from '../platform/words.ts';

interface AllowedProps {
  readonly access: Right | undefined;
  readonly title: WordKey | undefined;
  readonly children: ReactNode;
}

/** Shows a page only to those who may see it; the others read why not. The server decides in the end. */
export function Allowed({ access, title, children }: AllowedProps) {
  const can = useCan();
  const { t } = useWords();
  if (can(access)) return children;
  return (
    <Page title={t(title ?? 'shell.name')} width="read">
      <NotAllowed />
    </Page>
  );
}
