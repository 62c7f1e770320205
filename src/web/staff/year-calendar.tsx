import { ActionIcon, Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconPlus, IconX } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { calendar, dropFreeDay, setFreeDay } from '../../shared/staff-calendar.ts';
import { changes } from '../../shared/staff-people.ts';
import { List } from '../parts/list.tsx';
import { Section } from '../parts/page.tsx';
import { RowLine } from '../parts/row-line.tsx';
import { Answer } from '../parts/states.tsx';
import { offerUndo, tellRefused } from '../parts/toast.tsx';
import { ask } from '../platform/ask.ts';
import { now } from '../platform/clock.ts';
import { useCan } from '../platform/session.ts';
import { useShow } from '../platform/show.ts';
import { refresh, useAsk, useTell } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import { weekdayNames } from '../platform/world.ts';
import { FreeDayForm } from './free-day-form.tsx';
import classes from './year.module.css';
import { YearGrid } from './year-grid.tsx';
import { type OwnDay, type Special, specialsOf, weekdayOf, type Year } from './year-rules.ts';

/** The years that can be asked for. */
const [firstYear, lastYear] = [1970, 2199] as const;

/** A year of the house, or of one department: the days worked, holidays, and days of one's own to add and take away. */
export function YearCalendar({ departmentId }: { readonly departmentId?: string }) {
  const { t } = useWords();
  const can = useCan();
  const [year, setYear] = useState(now().getFullYear());
  const [adding, setAdding] = useState(false);
  const asked = useAsk(
    calendar,
    { year, ...(departmentId === undefined ? {} : { department_id: departmentId }) },
    { keep: true },
  );
  const add = (
    <Button variant="default" leftSection={<IconPlus size={16} stroke={2} />} onClick={() => setAdding(true)}>
      {t('calendar.add')}
    </Button>
  );
  return (
    <Section title={t('calendar.year')} sentence={t('calendar.sentence')} acts={can('staff.administer') ? add : null}>
      <Answer of={asked}>
        {(reply) => (
          <>
            <div className={classes.head}>
              <ActionIcon
                variant="subtle"
                disabled={year <= firstYear}
                aria-label={t('calendar.previous')}
                onClick={() => setYear(year - 1)}
              >
                <IconChevronLeft size={18} />
              </ActionIcon>
              <span className={classes.number}>{year}</span>
              <ActionIcon
                variant="subtle"
                disabled={year >= lastYear}
                aria-label={t('calendar.next')}
                onClick={() => setYear(year + 1)}
              >
                <IconChevronRight size={18} />
              </ActionIcon>
              <span className={classes.count} aria-live="polite">
                {t('calendar.workingDays', { count: reply.working_days })}
              </span>
            </div>
            <YearGrid year={year} of={reply} />
            {reply.holidays_known ? null : <p>{t('calendar.unknown')}</p>}
            <Specials of={reply} departmentId={departmentId ?? null} />
          </>
        )}
      </Answer>
      {adding ? <FreeDayForm year={year} departmentId={departmentId ?? null} onClose={() => setAdding(false)} /> : null}
    </Section>
  );
}

function Specials({ of, departmentId }: { readonly of: Year; readonly departmentId: string | null }) {
  const { t } = useWords();
  const show = useShow();
  const can = useCan();
  const client = useQueryClient();
  const dropping = useTell(dropFreeDay, { refresh: [calendar, changes], refused: tellRefused });
  const weekdays = weekdayNames(show.locale, 'long');
  const drop = (day: OwnDay) =>
    dropping.mutate(
      { free_day_id: day.free_day_id },
      {
        onSuccess: () =>
          offerUndo({
            message: t('calendar.dropped', { name: day.name }),
            undo: async () => {
              const { free_day_id: _id, on: _on, ...said } = day;
              await ask(setFreeDay, said);
              await refresh(client, [calendar, changes]);
            },
          }),
      },
    );
  const kindWords = ({ kind, own }: Special) => {
    const hours = own?.hours?.map((one) => `${one.from}–${one.to}`) ?? [];
    return hours.length > 0 ? t('calendar.openHours', { hours: show.list(hours) }) : t(`calendar.kind.${kind}`);
  };
  const details = ({ date, own }: Special) =>
    [
      `${weekdays[weekdayOf(date) - 1]}, ${show.date(date)}`,
      ...(own?.yearly ? [t('calendar.yearly')] : []),
      ...(own && own.department_id === null && departmentId !== null ? [t('calendar.ofHouse')] : []),
    ].join(' · ');
  const items = specialsOf(of);
  if (items.length === 0) return <p>{t('calendar.none')}</p>;
  return (
    <List
      label={t('calendar.list')}
      items={items}
      keyOf={(one) => one.own?.free_day_id ?? one.date}
      row={(one) => <RowLine name={one.name} detail={details(one)} end={kindWords(one)} />}
      acts={({ own }) =>
        own !== undefined && own.department_id === departmentId && can('staff.administer') ? (
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t('calendar.drop', { name: own.name })}
            onClick={() => drop(own)}
          >
            <IconX size={16} />
          </ActionIcon>
        ) : null
      }
    />
  );
}
