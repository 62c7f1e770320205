import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { claim, lines, release, settled, snooze, type TodayLine } from '../../shared/today.ts';
import { saySlot } from '../../shared/today-slots.ts';
import { offerUndo, tellDone, tellRefused } from '../parts/toast.tsx';
import { ask } from '../platform/ask.ts';
import { now } from '../platform/clock.ts';
import { useZone } from '../platform/session.ts';
import { refresh } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import { stepOf } from './step-of.ts';
import { nameOf } from './use-lines.ts';

/** What can be done with a line from the list. */
export interface LineActs {
  /** Lines that are out of the list already, while the server is being told. */
  readonly hidden: ReadonlySet<string>;
  readonly busy: boolean;
  readonly toggleClaim: (line: TodayLine) => void;
  readonly putOff: (line: TodayLine, until: string) => void;
  readonly takeStep: (line: TodayLine) => void;
}

/** Takes, gives back, puts off, takes the one next step; each can be taken back where that is possible. */
export function useLineActs(): LineActs {
  const { t, language } = useWords();
  const zone = useZone();
  const client = useQueryClient();
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const again = () => refresh(client, [lines, settled]);
  const show = (line: TodayLine) => setHidden((old) => new Set([...old].filter((name) => name !== nameOf(line))));

  const run = async (work: () => Promise<void>, line?: TodayLine) => {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      tellRefused(error);
    }
    await again();
    if (line !== undefined) show(line);
    setBusy(false);
  };
  const undoBy = (message: string, undo: () => Promise<unknown>) =>
    offerUndo({ message, undo: () => undo().then(again) });

  return {
    hidden,
    busy,
    toggleClaim(line) {
      const key = keyOf(line);
      const mine = line.claimed_by !== null;
      void run(async () => {
        await (mine ? ask(release, key) : ask(claim, key));
        if (mine) undoBy(t('today.done.release'), () => ask(claim, key));
        else undoBy(t('today.done.claim'), () => ask(release, key));
      });
    },
    putOff(line, until) {
      const key = keyOf(line);
      leaveRow(line, setHidden);
      void run(async () => {
        const { claimed } = await ask(snooze, { ...key, until });
        const when = saySlot({ at: until }, { language, zone, now: now().getTime() });
        undoBy(t('today.done.snooze', { when }), async () => {
          await ask(snooze, { ...key, until: null });
          if (claimed) await ask(release, key);
        });
      }, line);
    },
    takeStep(line) {
      const { act } = line;
      if (act === null) return;
      leaveRow(line, setHidden);
      void run(async () => {
        // Of two at the same second one has it: the other is told, and does nothing twice.
        if (line.via !== 'own') await ask(claim, keyOf(line));
        await ask(stepOf(act.endpoint), act.input);
        tellDone(t('today.done.step'));
      }, line);
    },
  };
}

function keyOf({ customer_id, room, key }: TodayLine) {
  return { customer_id, room, key };
}

/** Takes a row out, and moves the focus to the one that follows in its place. */
function leaveRow(line: TodayLine, hide: (change: (old: ReadonlySet<string>) => ReadonlySet<string>) => void): void {
  const index = document.activeElement?.closest('[data-index]')?.getAttribute('data-index');
  hide((old) => new Set([...old, nameOf(line)]));
  if (index === null || index === undefined) return;
  setTimeout(() => {
    for (const place of [index, String(Number(index) - 1)]) {
      const next = document.querySelector(`[data-index="${place}"] [data-open]`);
      if (next instanceof HTMLElement) return next.focus({ preventScroll: true });
    }
  }, 60);
}
