import { Button, SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconSun } from '@tabler/icons-react';
import { lazy, type ReactNode, Suspense, useDeferredValue, useEffect, useEffectEvent, useState } from 'react';
import { houseId } from '../../shared/staff.ts';
import { settled, type TodayLine } from '../../shared/today.ts';
import { isTodayStep, isTodayWord } from '../../shared/words/today-words.ts';
import { KeyHint } from '../parts/key-hint.tsx';
import { ButtonTo, LinkTo } from '../parts/link.tsx';
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

const GiveDialog = lazy(() => import('./give-dialog.tsx').then((part) => ({ default: part.GiveDialog })));

export interface TodayListProps {
  /** The first steps, or undefined while it is not known whether there are any. */
  readonly steps: ReactNode;
  /** Called once all that stands here is there: what follows below is not pushed any more. */
  readonly onShown: () => void;
}

/** What awaits the reader, in order, with the brief of the customer under the cursor beside it. */
export function TodayList(props: TodayListProps) {
  return useCan()('customers.read') ? <Lines {...props} /> : <Steps {...props} />;
}

function Steps({ steps, onShown }: TodayListProps) {
  const shown = useEffectEvent(onShown);
  const isThere = steps !== undefined;
  useEffect(() => {
    if (isThere) shown();
  }, [isThere]);
  return steps;
}

function Lines({ steps, onShown }: TodayListProps) {
  const { t } = useWords();
  const [filter, setFilter] = useState<LineFilter>('mine');
  const { asked, all, counts, leads } = useLines(filter);
  const done = useAsk(settled, {});
  const shown = useEffectEvent(onShown);
  const isThere = all !== undefined && steps !== undefined && (all.length > 0 || !done.isPending);
  useEffect(() => {
    if (isThere) shown();
  }, [isThere]);
  if (!isThere) {
    return asked.error ? <Failed error={asked.error} retry={() => void asked.refetch()} /> : <ListSkeleton rows={5} />;
  }
  const isNew = filter === 'mine' && all.length === 0;
  return (
    <>
      {isNew ? steps : null}
      <section className={classes.today} aria-label={t('today.list')}>
        <div className={classes.top}>
          <Filter filter={filter} snoozed={counts?.snoozed ?? 0} onChange={setFilter} />
          {leads ? <LinkTo to="/team">{t('today.team.open')}</LinkTo> : null}
        </div>
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
  const [giving, setGiving] = useState<TodayLine>();
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
    {
      keys: 'h',
      label: t('today.key.hand'),
      run: () => may(under) && under !== undefined && under.hand_over !== false && setGiving(under),
    },
    { keys: 's', label: t('today.key.snooze'), run: () => under !== undefined && setMenu(nameOf(under)) },
  ]);
  // A customer's lines stand together; he is named at the first.
  const again = new Set(
    shown.filter((line, at) => shown[at - 1]?.face_id === line.face_id && line.customer_id !== houseId).map(nameOf),
  );
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
              row={(line) => <LineRow line={line} gone={news.gone.has(nameOf(line))} again={again.has(nameOf(line))} />}
              to={(line) => line.path}
              onPoint={(line) => setPointed(nameOf(line))}
              acts={(line) => (
                <>
                  <Main line={line} acts={acts} taken={news.taken.get(nameOf(line))} />
                  <LineMenu
                    line={line}
                    acts={acts}
                    opened={menu === nameOf(line)}
                    onChange={(opened) => setMenu(opened ? nameOf(line) : undefined)}
                    onGive={() => setGiving(line)}
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
          <div className={classes.brief}>
            <Slot name="today.beside" props={{ customerId: beside.customer_id }} />
          </div>
        </aside>
      ) : null}
      {giving === undefined ? null : (
        <Suspense>
          <GiveDialog lines={[giving]} onClose={() => setGiving(undefined)} />
        </Suspense>
      )}
    </div>
  );
}

/** The one button: the next step where there is one, else the way to the page where it is taken. */
function Main({ line, acts, taken }: { line: TodayLine; acts: LineActs; taken: string | undefined }) {
  const { t } = useWords();
  const me = useMe().person.person_id;
  const holder =
    taken ?? (line.claimed_by !== null && line.claimed_by.person_id !== me ? line.claimed_by.name : undefined);
  if (holder !== undefined) return <span className={classes.held}>{t('today.has', { name: holder })}</span>;
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
    ['h', 'today.key.hand'],
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
