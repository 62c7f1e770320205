import { Button, Checkbox } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { lines as linesOf, type TodayLine } from '../../shared/today.ts';
import { saySlots } from '../../shared/today-slots.ts';
import { isTodayWord } from '../../shared/words/today-words.ts';
import { List } from '../parts/list.tsx';
import { ListSkeleton } from '../parts/skeletons.tsx';
import { Empty, Failed } from '../parts/states.tsx';
import { useKeys } from '../platform/keys.ts';
import { useLiveRefresh } from '../platform/live.ts';
import { useWords } from '../platform/words.ts';
import { customerOf, LineRow, useReader } from './line-row.tsx';
import classes from './team.module.css';
import { nameOf, useLines, type Whose } from './use-lines.ts';

const GiveDialog = lazy(() => import('./give-dialog.tsx').then((part) => ({ default: part.GiveDialog })));

/** The lines of one, or of a department those that nobody has, to be chosen and handed over. */
export function TeamLines({ whose }: { readonly whose: Whose }) {
  const { t } = useWords();
  const reader = useReader();
  const { asked, all } = useLines('mine', whose);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [giving, setGiving] = useState(false);
  useLiveRefresh(['today.changed'], [linesOf]);
  const there = all ?? [];
  const picked = there.filter((line) => chosen.has(nameOf(line)));
  const open = () => setGiving(picked.length > 0);
  useKeys([{ keys: 'h', label: t('today.key.hand'), run: open }]);
  if (all === undefined) {
    return asked.error ? <Failed error={asked.error} retry={() => void asked.refetch()} /> : <ListSkeleton rows={6} />;
  }
  if (all.length === 0) return <Empty title={t('today.team.none')} />;
  const choose = (line: TodayLine, isChosen: boolean) => {
    const name = nameOf(line);
    setChosen((old) => (isChosen ? new Set([...old, name]) : new Set([...old].filter((one) => one !== name))));
  };
  const saidOf = (line: TodayLine) =>
    isTodayWord(line.word) ? t(`${line.word}.what`, saySlots(line.slots, reader)) : '';
  return (
    <>
      <div className={classes.bulk}>
        <Checkbox
          size="md"
          label={picked.length === 0 ? t('today.team.all') : t('today.team.chosen', { count: picked.length })}
          checked={picked.length === all.length}
          indeterminate={picked.length > 0 && picked.length < all.length}
          onChange={(event) => setChosen(new Set(event.currentTarget.checked ? all.map(nameOf) : []))}
        />
        <Button size="sm" variant="light" disabled={picked.length === 0} onClick={open}>
          {t('today.give.act')}
        </Button>
      </div>
      <List
        label={t('today.list')}
        items={all}
        keyOf={nameOf}
        lead={(line) => (
          <Checkbox
            size="md"
            aria-label={t('today.team.choose', { customer: customerOf(t, line), what: saidOf(line) })}
            checked={chosen.has(nameOf(line))}
            onChange={(event) => choose(line, event.currentTarget.checked)}
          />
        )}
        row={(line) => <LineRow line={line} />}
        to={(line) => line.path}
        more={{ has: asked.hasNextPage, busy: asked.isFetchingNextPage, load: () => void asked.fetchNextPage() }}
      />
      {giving ? (
        <Suspense>
          <GiveDialog lines={picked} onClose={() => setGiving(false)} onGiven={() => setChosen(new Set())} />
        </Suspense>
      ) : null}
    </>
  );
}
