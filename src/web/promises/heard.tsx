import { Button } from '@mantine/core';
import { IconEar } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { make } from '../../shared/promises.ts';
import { KeyHint } from '../parts/key-hint.tsx';
import { tellRefused } from '../parts/toast.tsx';
import type { Slots } from '../platform/room.ts';
import { useCan } from '../platform/session.ts';
import { useTell } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import classes from './heard.module.css';
import { ledgerReads } from './ledger-reads.ts';
import { openMaking } from './making.ts';
import { sayMoment, useReader } from './promise-words.ts';
import { useFound } from './use-found.ts';
import { useSayMade } from './use-say-made.ts';

/** Under what is being written down: the promise that stands in our words, made by one key, never by a machine alone. */
export function PromiseHeard(props: Slots['capture.words']) {
  const can = useCan();
  return can('promises.make') ? <Heard {...props} /> : null;
}

function Heard({ customer, words, channel, outgoing }: Slots['capture.words']) {
  const { t } = useWords();
  const reader = useReader();
  const sayMade = useSayMade();
  const [made, setMade] = useState<string>();
  const found = useFound(outgoing ? words : '');
  const tell = useTell(make, {
    refresh: ledgerReads,
    refused: tellRefused,
    done: ({ promise }, input) => {
      setMade(input.words);
      sayMade(promise, customer?.name ?? null);
    },
  });
  const offered = found !== undefined && found.quote !== made && !tell.isPending;
  const confirm = () => {
    if (!offered || found === undefined) return;
    if (customer === undefined || found.due === undefined) {
      return openMaking({ words: found.quote, channel, ...(customer ? { customer } : {}) });
    }
    tell.mutate({ customer_id: customer.id, words: found.quote, due: found.due, channel });
  };
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 'p' || !(event.ctrlKey || event.metaKey) || !offered) return;
    event.preventDefault();
    confirm();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
  return (
    <div aria-live="polite" className={classes.live}>
      {offered && found !== undefined ? (
        <p className={classes.heard}>
          <IconEar size={16} stroke={1.8} aria-hidden="true" />
          <span className={classes.what}>
            {found.due === undefined
              ? t('promises.heard.plain', { words: found.quote })
              : t('promises.heard.until', { words: found.quote, due: sayMoment(found.due, reader) })}
          </span>
          <Button variant="light" size="compact-sm" rightSection={<KeyHint keys="mod+p" />} onClick={confirm}>
            {t('promises.heard.act')}
          </Button>
        </p>
      ) : null}
    </div>
  );
}
