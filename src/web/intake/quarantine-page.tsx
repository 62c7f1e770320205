import { Button, Checkbox, SegmentedControl, Select } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import type { ReplyOf } from '../../shared/contract.ts';
import { drop, quarantine, retry, sources } from '../../shared/intake.ts';
import { confirm } from '../parts/confirm.tsx';
import { LinkTo } from '../parts/link.tsx';
import { More } from '../parts/list.tsx';
import { LongWork } from '../parts/long-work.tsx';
import { Page } from '../parts/page.tsx';
import { ListSkeleton } from '../parts/skeletons.tsx';
import { Empty, Failed } from '../parts/states.tsx';
import { tellDone, tellRefused } from '../parts/toast.tsx';
import { ask } from '../platform/ask.ts';
import { useAddress } from '../platform/place.ts';
import { refresh, useAsk, useAskPages } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import { HeldItem } from './held-item.tsx';
import classes from './intake.module.css';

export type Held = ReplyOf<typeof quarantine>['items'][number];

const states = ['waiting', 'remembered', 'dropped'] as const;
const address = z.object({ source: z.uuid().optional(), state: z.enum(states).default('waiting') });
/** So many at once, so that progress is seen and a stop is soon. */
const atOnce = 20;

/** What could not be taken: why, as it came, and the ways on. */
export function QuarantinePage() {
  const { t } = useWords();
  const [{ source, state }, setAddress] = useAddress(address);
  const all = useAsk(sources, {});
  const asked = useAskPages(
    quarantine,
    (cursor) => ({
      state,
      limit: 50,
      ...(source === undefined ? {} : { source_id: source }),
      ...(cursor === undefined ? {} : { cursor }),
    }),
    (reply) => reply.next,
  );
  const items = asked.data?.pages.flatMap((page) => page.items);
  return (
    <Page
      title={t('intake.quarantine.title')}
      sentence={t('intake.quarantine.sentence')}
      above={<LinkTo to="/intake">{t('intake.title')}</LinkTo>}
    >
      <div className={classes.filters}>
        <SegmentedControl
          aria-label={t('intake.quarantine.state')}
          data={states.map((one) => ({ value: one, label: t(`intake.quarantine.in.${one}`) }))}
          value={state}
          onChange={(next) => setAddress({ state: states.find((one) => one === next) })}
        />
        <Select
          aria-label={t('intake.source.one')}
          placeholder={t('intake.quarantine.allSources')}
          data={(all.data?.sources ?? []).map((one) => ({ value: one.source_id, label: one.name }))}
          clearable
          searchable
          value={source ?? null}
          onChange={(next) => setAddress({ source: next ?? undefined })}
        />
      </div>
      {items === undefined && asked.error ? <Failed error={asked.error} retry={() => void asked.refetch()} /> : null}
      {items === undefined && !asked.error ? <ListSkeleton /> : null}
      {items?.length === 0 ? (
        <Empty title={t(`intake.quarantine.empty.${state}`)} sentence={t('intake.quarantine.emptySentence')} />
      ) : null}
      {items !== undefined && items.length > 0 ? (
        <>
          <Items key={`${state}${source ?? ''}`} items={items} />
          <More
            more={{ has: asked.hasNextPage, busy: asked.isFetchingNextPage, load: () => void asked.fetchNextPage() }}
          />
        </>
      ) : null}
    </Page>
  );
}

function Items({ items }: { readonly items: readonly Held[] }) {
  const { t } = useWords();
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const { work, run } = useHeldWork();
  const open = items.filter((item) => item.state === 'waiting');
  const chosen = open.filter((item) => picked.has(item.quarantine_id));
  const toggle = (id: string) => {
    const next = new Set(picked);
    if (!next.delete(id)) next.add(id);
    setPicked(next);
  };
  const act = async (what: 'retry' | 'drop', about: readonly Held[]) => {
    if (what === 'drop') {
      const sure = await confirm({
        title: t('intake.quarantine.dropTitle', { count: about.length }),
        sentence: t('intake.quarantine.dropSentence'),
        act: t('intake.quarantine.drop'),
        cancel: t('parts.act.cancel'),
        grave: true,
      });
      if (!sure) return;
    }
    setPicked(new Set());
    await run(what, about);
  };
  return (
    <>
      {open.length > 0 ? (
        <div className={classes.pick}>
          <Checkbox
            label={
              chosen.length === 0
                ? t('intake.quarantine.pickAll', { count: open.length })
                : t('intake.quarantine.picked', { count: chosen.length })
            }
            checked={chosen.length === open.length}
            indeterminate={chosen.length > 0 && chosen.length < open.length}
            onChange={(event) =>
              setPicked(new Set(event.currentTarget.checked ? open.map((item) => item.quarantine_id) : []))
            }
          />
          <Button
            size="compact-md"
            disabled={chosen.length === 0 || work !== undefined}
            onClick={() => void act('retry', chosen)}
          >
            {t('intake.quarantine.retry')}
          </Button>
          <Button
            size="compact-md"
            variant="default"
            disabled={chosen.length === 0 || work !== undefined}
            onClick={() => void act('drop', chosen)}
          >
            {t('intake.quarantine.drop')}
          </Button>
        </div>
      ) : null}
      {work ? <LongWork label={t(`intake.quarantine.working.${work.what}`)} done={work.done} all={work.all} /> : null}
      <ul className={classes.heldList} aria-label={t('intake.quarantine.title')}>
        {items.map((item) => (
          <HeldItem
            key={item.quarantine_id}
            item={item}
            picked={picked.has(item.quarantine_id)}
            onPick={() => toggle(item.quarantine_id)}
            onRetry={() => void act('retry', [item])}
            onDrop={() => void act('drop', [item])}
          />
        ))}
      </ul>
    </>
  );
}

interface Work {
  readonly what: 'retry' | 'drop';
  readonly done: number;
  readonly all: number;
}

/** Works through chosen items, source by source, a few at once; says at the end what came of them. */
function useHeldWork() {
  const { t } = useWords();
  const client = useQueryClient();
  const [work, setWork] = useState<Work>();
  const run = async (what: Work['what'], about: readonly Held[]) => {
    let done = 0;
    let remembered = 0;
    setWork({ what, done, all: about.length });
    try {
      for (const [sourceId, ids] of chunksOf(about)) {
        const input = { source_id: sourceId, quarantine_ids: ids };
        if (what === 'retry') remembered += (await ask(retry, input)).remembered;
        else await ask(drop, input);
        done += ids.length;
        setWork({ what, done, all: about.length });
      }
      if (what === 'drop') tellDone(t('intake.quarantine.dropped', { count: done }));
      else tellDone(t('intake.quarantine.retried', { count: remembered, stay: done - remembered }));
    } catch (error) {
      tellRefused(error);
    } finally {
      setWork(undefined);
      await refresh(client, [quarantine, sources]);
    }
  };
  return { work, run };
}

function chunksOf(items: readonly Held[]): (readonly [string, string[]])[] {
  const bySource = Map.groupBy(items, (item) => item.source_id);
  return [...bySource].flatMap(([sourceId, held]) => {
    const ids = held.map((item) => item.quarantine_id);
    const count = Math.ceil(ids.length / atOnce);
    return Array.from({ length: count }, (_, at) => [sourceId, ids.slice(at * atOnce, (at + 1) * atOnce)] as const);
  });
}
