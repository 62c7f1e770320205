import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ShownRecovery } from '../../shared/moments-recovery.ts';
import { FormDialog } from '../parts/form-dialog.tsx';
import { asRefused } from '../platform/refused.ts';
import { refresh } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import { momentReads } from './moment-reads.ts';
import type { RecoveryAct } from './recovery-acts.ts';

/** What every form of an act is given. */
export interface RecoveryFormProps {
  readonly recovery: ShownRecovery;
  readonly onClose: () => void;
}

export interface RecoveryFrameProps {
  readonly act: RecoveryAct;
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
export function RecoveryFrame({ act, error, reset, children, ...rest }: RecoveryFrameProps) {
  const { t } = useWords();
  const client = useQueryClient();
  const stale = error !== null && error !== undefined && asRefused(error).code === 'record.stale';
  const again = async () => {
    await refresh(client, momentReads);
    reset();
  };
  return (
    <FormDialog title={t(`moments.repair.act.${act}`)} act={t(`moments.repair.act.${act}`)} error={error} {...rest}>
      {children}
      {stale ? (
        <Button variant="default" onClick={() => void again()}>
          {t('moments.ways.newest')}
        </Button>
      ) : null}
    </FormDialog>
  );
}

/** Which recovery, as it was seen. */
export function at(recovery: ShownRecovery) {
  const { customer_id, recovery_id, version } = recovery;
  return { customer_id, recovery_id, version };
}
