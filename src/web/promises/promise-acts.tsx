import { Button, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { accept, dismiss, unsettle } from '../../shared/promises.ts';
import { show } from '../../shared/promises-views.ts';
import { KeyHint } from '../parts/key-hint.tsx';
import { offerUndo, tellRefused } from '../parts/toast.tsx';
import { ask } from '../platform/ask.ts';
import { useKeys } from '../platform/keys.ts';
import { refresh, useTell } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import { ActDialog } from './act-dialogs.tsx';
import { type Act, actsOf } from './act-rules.ts';
import { ledgerReads } from './ledger-reads.ts';
import { openMaking } from './making.ts';
import classes from './promise.module.css';
import type { Shown } from './shown.ts';

/** How many acts stand as buttons; the rest under "More". */
const seen = 3;

/** What the reader may do with a promise now: the likeliest first, each with its key. */
export function PromiseActs({ shown }: { readonly shown: Shown }) {
  const { t } = useWords();
  const client = useQueryClient();
  const [open, setOpen] = useState<Act>();
  const { promise } = shown;
  const at = { customer_id: promise.customer_id, promise_id: promise.promise_id, version: promise.version };
  const accepting = useTell(accept, {
    refresh: ledgerReads,
    optimistic: (input, draft) =>
      draft(show, { customer_id: input.customer_id, promise_id: input.promise_id }, (old) => ({
        ...old,
        promise: { ...old.promise, acceptance: 'accepted' as const },
      })),
    refused: tellRefused,
  });
  const taking = useTell(unsettle, { refresh: ledgerReads, refused: tellRefused });
  const dismissing = useTell(dismiss, {
    refresh: ledgerReads,
    refused: tellRefused,
    done: ({ promise: after }) =>
      offerUndo({
        message: t('promises.done.dismissed'),
        undo: async () => {
          await ask(dismiss, { ...at, version: after.version, undo: true });
          await refresh(client, ledgerReads);
        },
      }),
  });
  const run = (act: Act) => {
    if (act === 'accept') return accepting.mutate(at);
    if (act === 'unsettle') return taking.mutate(at);
    if (act === 'dismiss') return dismissing.mutate(at);
    if (act === 'inner') {
      const customer = { id: promise.customer_id, name: promise.customer };
      return openMaking({ customer, outer: { promiseId: promise.promise_id, words: promise.words } });
    }
    setOpen(act);
  };
  const acts = actsOf(shown);
  useKeys(acts.map(({ act, keys }) => ({ keys, label: t(`promises.act.${act}`), run: () => run(act) })));
  if (acts.length === 0) return null;
  const [first, ...rest] = acts;
  const beside = rest.length <= seen ? rest : rest.slice(0, seen - 1);
  const under = rest.slice(beside.length);
  const busy = accepting.isPending || taking.isPending || dismissing.isPending;
  return (
    <div className={classes.acts}>
      {first === undefined ? null : (
        <Button
          variant={first.act === 'correct' || first.act === 'unsettle' ? 'default' : 'filled'}
          loading={busy}
          rightSection={<KeyHint keys={first.keys} />}
          onClick={() => run(first.act)}
        >
          {t(`promises.act.${first.act}`)}
        </Button>
      )}
      {beside.map(({ act, keys }) => (
        <Button key={act} variant="default" rightSection={<KeyHint keys={keys} />} onClick={() => run(act)}>
          {t(`promises.act.${act}`)}
        </Button>
      ))}
      {under.length === 0 ? null : (
        <Menu position="bottom-end" width={260}>
          <Menu.Target>
            <Button variant="default" px="sm" aria-label={t('parts.act.more')} style={{ flex: '0 0 auto' }}>
              <IconDots size={18} stroke={1.7} />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {under.map(({ act, keys }) => (
              <Menu.Item key={act} rightSection={<KeyHint keys={keys} />} onClick={() => run(act)}>
                {t(`promises.act.${act}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {open === undefined ? null : <ActDialog act={open} promise={promise} onClose={() => setOpen(undefined)} />}
    </div>
  );
}
