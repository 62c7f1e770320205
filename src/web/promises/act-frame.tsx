import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ShownPromise } from '../../shared/promises-shown.ts';
import { FormDialog } from '../parts/form-dialog.tsx';
import { asRefused } from '../platform/refused.ts';
import { refresh } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import type { Act } from './act-rules.ts';
import { ledgerReads } from './ledger-reads.ts';

/** What every form of an act is given. */
export interface ActFormProps {
  readonly promise: ShownPromise;
  readonly onClose: () => void;
}

export interface ActFrameProps {
  readonly act: Act;
  readonly onClose: () => void;
  readonly onSubmit: () => void;
  readonly busy: boolean;
  readonly error: unknown;
  /** Takes the refusal away once the newest version was fetched; what was typed stays. */
  readonly reset: () => void;
  readonly grave?: boolean;
  readonly children: ReactNode;
}

/** The frame of an act's form; where somebody was faster it offers to look again, with what was typed still there. */
export function ActFrame({ act, error, reset, children, ...rest }: ActFrameProps) {
  const { t } = useWords();
  const client = useQueryClient();
  const stale = error !== null && error !== undefined && asRefused(error).code === 'record.stale';
  const again = async () => {
    await refresh(client, ledgerReads);
    reset();
  };
  return (
    <FormDialog title={t(`promises.act.${act}`)} act={t(`promises.act.${act}`)} error={error} {...rest}>
      {children}
      {stale ? (
        <Button variant="default" onClick={() => void again()}>
          {t('promises.lookAgain')}
        </Button>
      ) : null}
    </FormDialog>
  );
}
