import { Button, SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconSun } from '@tabler/icons-react';
import { type ReactNode, useDeferredValue, useState } from 'react';
import { houseId } from '../../shared/staff.ts';
import { settled, type TodayLine } from '../../shared/today.ts';
import { isTodayStep, isTodayWord } from '../../shared/words/today-words.ts';
import { KeyHint } from '../parts/key-hint.tsx';
import { ButtonTo } from '../parts/link.tsx';
import { List, News } from '../parts/list.tsx';
import { ListSkeleton } from '../parts/skeletons.tsx';
import { Slot } from '../parts/slot.tsx';
import { Empty, Failed } from '../parts/states.tsx';
import { useKeys } from '../platform/keys.ts';
import { useCan, useMe } from '../platform/session.ts';
import { useAsk } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import { canClaim, LineMenu } from './line-menu.tsx';
import { LineRow } from './line-row.tsx';
import classes from './today.module.css';
import { type LineActs, useLineActs } from './use-line-acts.ts';
import { type LineFilter, nameOf, useLineNews, useLines } from './use-lines.ts';

/** What awaits the reader, in order, with the brief of the customer under the cursor beside it. */
export function TodayList({ steps }: { readonly steps: ReactNode }) {
  return useCan()('customers.read') ? <Lines steps={steps} /> : steps;
}

function Lines({ steps }: { readonly steps: ReactNode }) {
  const { t } = useWords();
  const [filter, setFilter] = useState<LineFilter>('mine');
  const { asked, all, counts } = useLines(filter);
  if (all === undefined) {
    return asked.error ? <Failed error={asked.error} retry={() => void asked.refetch()} /> : <ListSkeleton rows={5} />;
  }
  const isNew = filter === 'mine' && all.length === 0;
  return (
    <>
      {isNew ? steps : null}
      <section className={classes.today} aria-label={t('today.list')}>
        <Filter filter={filter} snoozed={counts?.snoozed ?? 0} onChange={setFilter} />
        <Shown
          key={filter}
          filter={filter}
          lines={all}
          more={{
            has: asked.hasNextPage,
            busy: asked.isFetchingNextPage,
            load: () => void asked.fetchNextPage(),
          }}
        />
      </section>
      {isNew ? null : steps}
    </>
  );
}

interface FilterProps {
  readonly filter: LineFilter;
  readonly snoozed: number;
  readonly onChange: (filter: LineFilter) => void;
}

/** Mine, all of my department, what was put off; nothing to choose for who has neither. */
function Filter({ filter, snoozed, onChange }: FilterProps) {
  const { t } = useWords();
  const inDepartment = useMe().person.department_id !== null;
  const offers = (['mine', 'department', 'snoozed'] as const).filter(
    (one) =>
      one === 'mine' ||
      (one === 'department' && inDepartment) ||
      (one === 'snoozed' && (snoozed > 0 || filter === one)),
  );
  if (offers.length < 2) return null;
  return (
    <SegmentedControl
      className={classes.filter}
      aria-label={t('today.filter.label')}
      value={filter}
      onChange={(value) => onChange(offers.find((one) => one === value) ?? 'mine')}
      data={offers.map((value) => ({
        value,
        label: value === 'snoozed' && snoozed > 0 ? t('today.snoozed', { count: snoozed }) : t(`today.filter.${value}`),
      }))}
    />
  );
}

interface ShownProps {
  readonly filter: LineFilter;
  readonly lines: readonly TodayLine[];
  readonly more: { readonly has: boolean; readonly busy: boolean; readonly load: () => void };
}

function Shown({ filter, lines, more }: ShownProps) {
  const { t } = useWords();
  const { person } = useMe();
  const acts = useLineActs();
  const news = useLineNews(filter, lines);
  const [pointed, setPointed] = useState<string>();
  const [menu, setMenu] = useState<string>();
  const wide = useMediaQuery('(min-width: 75em)') ?? false;
  const shown = lines.filter((line) => !acts.hidden.has(nameOf(line)));
  const under = shown.find((line) => nameOf(line) === pointed);
  const may = (line: TodayLine | undefined) => line !== undefined && !acts.busy;
  useKeys([
    {
      keys: 'a',
      label: t('today.key.step'),
      run: () => may(under) && under !== undefined && under.act !== null && acts.takeStep(under),
    },
    {
      keys: 'x',
      label: t('today.key.claim'),
      run: () => may(under) && under !== undefined && canClaim(under, person.person_id) && acts.toggleClaim(under),
    },
    { keys: 's', label: t('today.key.snooze'), run: () => under !== undefined && setMenu(nameOf(under)) },
  ]);
  const beside = useDeferredValue(under ?? shown[0]);
  return (
    <div className={classes.columns}>
      <div className={classes.middle}>
        <News count={news.fresh} fold={news.fold} />
        {shown.length === 0 ? (
          <Calm filter={filter} />
        ) : (
          <>
            <List
              label={t('today.list')}
              items={shown}
              keyOf={nameOf}
              row={(line) => <LineRow line={line} gone={news.gone.has(nameOf(line))} />}
              to={(line) => line.path}
              onPoint={(line) => setPointed(nameOf(line))}
              acts={(line) => (
                <>
                  <Main line={line} acts={acts} />
                  <LineMenu
                    line={line}
                    acts={acts}
                    opened={menu === nameOf(line)}
                    onChange={(opened) => setMenu(opened ? nameOf(line) : undefined)}
                  />
                </>
              )}
              more={more}
            />
            <Legend />
          </>
        )}
      </div>
      {wide && beside !== undefined && beside.customer_id !== houseId ? (
        <aside className={classes.beside} aria-label={t('today.beside')}>
          <Slot name="today.beside" props={{ customerId: beside.customer_id }} />
        </aside>
      ) : null}
    </div>
  );
}

/** The one button: the next step where there is one, else the way to the page where it is taken. */
function Main({ line, acts }: { readonly line: TodayLine; readonly acts: LineActs }) {
  const { t } = useWords();
  const step = line.act?.word;
  if (step !== undefined && isTodayStep(step)) {
    return (
      <Button
        className={classes.main}
        variant="light"
        size="sm"
        disabled={acts.busy}
        onClick={() => acts.takeStep(line)}
      >
        {t(step)}
      </Button>
    );
  }
  if (!isTodayWord(line.word)) return null;
  return (
    <ButtonTo className={classes.main} variant="default" size="sm" to={line.path}>
      {t(`${line.word}.open`)}
    </ButtonTo>
  );
}

/** The keys of this list, where there is a keyboard and room. */
function Legend() {
  const { t } = useWords();
  const keys = [
    ['j', 'parts.list.next'],
    ['k', 'parts.list.previous'],
    ['Enter', 'today.key.open'],
    ['a', 'today.key.step'],
    ['x', 'today.key.claim'],
    ['s', 'today.key.snooze'],
  ] as const;
  return (
    <p className={classes.legend} aria-hidden="true">
      {keys.map(([key, label]) => (
        <span key={key}>
          <KeyHint keys={key} /> {t(label)}
        </span>
      ))}
    </p>
  );
}

/** Nobody awaits anything: what was done instead. */
function Calm({ filter }: { readonly filter: LineFilter }) {
  const { t } = useWords();
  const done = useAsk(settled, {}, { when: filter === 'mine' });
  if (filter === 'department') return <Empty title={t('today.calmDepartment')} />;
  if (filter === 'snoozed') return <Empty title={t('today.calmSnoozed')} />;
  const sum = (of: readonly { readonly count: number }[]) => of.reduce((all, one) => all + one.count, 0);
  const [yesterday, already] = [sum(done.data?.yesterday ?? []), sum(done.data?.today ?? [])];
  const said = [
    already > 0 ? t('today.already', { count: already }) : '',
    yesterday > 0 ? t('today.yesterday', { count: yesterday }) : '',
  ].filter((sentence) => sentence !== '');
  return (
    <Empty
      icon={IconSun}
      title={t('today.calm')}
      sentence={said.length > 0 ? said.join(' ') : t('today.calmSentence')}
    />
  );
}
