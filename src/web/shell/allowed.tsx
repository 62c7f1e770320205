import type { ReactNode } from 'react';
import type { Right } from '../../shared/contract.ts';
import { Page } from '../parts/page.tsx';
import { NotAllowed } from '../parts/states.tsx';
import { useCan } from '../platform/session.ts';
import { useWords } from '../platform/words.ts';

/** Shows a page only to those who may see it; the others read why not. The server decides in the end. */
export function Allowed({ access, children }: { readonly access: Right | undefined; readonly children: ReactNode }) {
  const can = useCan();
  const { t } = useWords();
  if (can(access)) return children;
  return (
    <Page title={t('shell.name')} width="read">
      <NotAllowed />
    </Page>
  );
}
