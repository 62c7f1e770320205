import { Button, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { assign, own, type ShownRecovery } from '../../shared/moments-recovery.ts';
import { KeyHint } from '../parts/key-hint.tsx';
import { offerUndo, tellDone, tellRefused } from '../parts/toast.tsx';
import { ask } from '../platform/ask.ts';
import { useKeys } from '../platform/keys.ts';
import { useCan, useMe } from '../platform/session.ts';
import { refresh } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import { momentReads } from './moment-reads.ts';
import classes from './recovery.module.css';
import { actKeys, actsOf, type RecoveryAct } from './recovery-acts.ts';
import { RecoveryForm } from './recovery-forms.tsx';
import { useRecoveryTell } from './use-recovery-tell.ts';

/** How many acts stand as buttons; the rest under "More". */
const seen = 3;

/** What the reader may do now to repair it, the likeliest first, each with its key. */
export function RecoveryActs({ recovery }: { readonly recovery: ShownRecovery }) {
  const { t } = useWords();
  const can = useCan();
  const { person } = useMe();
  const [open, setOpen] = useState<RecoveryAct>();
  const taking = useOwning(recovery);
  const run = (act: RecoveryAct) => (act === 'own' ? taking.own() : setOpen(act));
  const acts = actsOf(recovery, person.person_id, can);
  useKeys(acts.map((act) => ({ keys: actKeys[act], label: t(`moments.repair.act.${act}`), run: () => run(act) })));
  if (acts.length === 0) return null;
  const under = acts.slice(seen);
  return (
    <div className={classes.acts}>
      {acts.slice(0, seen).map((act, place) => (
        <Button
          key={act}
          variant={place === 0 ? 'filled' : 'default'}
          loading={act === 'own' && taking.busy}
          rightSection={<KeyHint keys={actKeys[act]} />}
          onClick={() => run(act)}
        >
          {t(`moments.repair.act.${act}`)}
        </Button>
      ))}
      {under.length === 0 ? null : (
        <Menu position="bottom-end" width={280}>
          <Menu.Target>
            <Button variant="default" px="sm" aria-label={t('parts.act.more')} style={{ flex: '0 0 auto' }}>
              <IconDots size={18} stroke={1.7} />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {under.map((act) => (
              <Menu.Item key={act} rightSection={<KeyHint keys={actKeys[act]} />} onClick={() => run(act)}>
                {t(`moments.repair.act.${act}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {open === undefined ? null : <RecoveryForm act={open} recovery={recovery} onClose={() => setOpen(undefined)} />}
    </div>
  );
}

/** Answers for it oneself; where a department had it before, it can be given back to it at once. */
export function useOwning(recovery: ShownRecovery): { readonly own: () => void; readonly busy: boolean } {
  const { t } = useWords();
  const client = useQueryClient();
  const { customer_id, recovery_id, owner, owner_department } = recovery;
  const telling = useRecoveryTell(own, {
    refused: tellRefused,
    done: () => {
      const message = t('moments.repair.done.own');
      if (owner !== null || owner_department?.department_id == null) return tellDone(message);
      const to = { department_id: owner_department.department_id };
      offerUndo({
        message,
        undo: async () => {
          await ask(assign, { customer_id, recovery_id, to });
          await refresh(client, momentReads);
        },
      });
    },
  });
  return { own: () => telling.mutate({ customer_id, recovery_id }), busy: telling.isPending };
}
