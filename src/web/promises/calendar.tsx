import { ActionIcon, Button, VisuallyHidden } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { days } from '../../shared/promises-rates.ts';
import { Section } from '../parts/page.tsx';
import { ListSkeleton } from '../parts/skeletons.tsx';
import { Answer } from '../parts/states.tsx';
import { useAddress } from '../platform/place.ts';
import { useShow } from '../platform/show.ts';
import { useAsk } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import classes from './calendar.module.css';
import { CalendarByDay } from './calendar-by-day.tsx';
import { cellPath, type Days, isOver, type KeeperDays, useKeeperName } from './calendar-cells.ts';
import { dayAfter, weekdayOf } from './due-rules.ts';
import { keeperPart, listPath } from './list-address.ts';
import { pageAddress, usePeriod } from './period.tsx';

const span = 14;
const fewKeepers = 12;

/** The calendar of the company's word: days across, keepers down, how much is promised for each; late before all. */
export function Calendar() {
  const { t } = useWords();
  const show = useShow();
  const { today } = usePeriod();
  const phone = useMediaQuery('(max-width: 48em)') ?? false;
  const [address, setAddress] = useAddress(pageAddress);
  const from = address.from ?? today;
  const until = dayAfter(from, span - 1);
  const asked = useAsk(days, { since: from, until }, { keep: true });
  const go = (step: number) => {
    const next = dayAfter(from, step);
    setAddress({ from: next === today ? undefined : next });
  };
  return (
    <Section
      title={t('promises.calendar.title')}
      sentence={t('promises.calendar.sentence')}
      acts={
        <div className={classes.move}>
          <span className={classes.span}>
            {t('promises.page.fromTo', { from: show.date(from), to: show.date(until) })}
          </span>
          {from === today ? null : (
            <Button variant="subtle" size="compact-sm" onClick={() => setAddress({ from: undefined })}>
              {t('promises.calendar.today')}
            </Button>
          )}
          <ActionIcon variant="default" aria-label={t('promises.calendar.before')} onClick={() => go(-span)}>
            <IconChevronLeft size={16} stroke={1.8} />
          </ActionIcon>
          <ActionIcon variant="default" aria-label={t('promises.calendar.after')} onClick={() => go(span)}>
            <IconChevronRight size={16} stroke={1.8} />
          </ActionIcon>
        </div>
      }
    >
      <Answer of={asked} skeleton={<ListSkeleton rows={5} />}>
        {(told) =>
          told.keepers.length === 0 ? (
            <p className={classes.none}>{t('promises.calendar.none')}</p>
          ) : phone ? (
            <CalendarByDay told={told} />
          ) : (
            <Grid told={told} today={today} />
          )
        }
      </Answer>
    </Section>
  );
}

function Grid({ told, today }: { readonly told: Days; readonly today: string }) {
  const { t } = useWords();
  const show = useShow();
  const [all, setAll] = useState(false);
  const nameOf = useKeeperName();
  const keepers = all ? told.keepers : told.keepers.slice(0, fewKeepers);
  const late = told.keepers.reduce((sum, one) => sum + one.late, 0);
  const anyOver = keepers.some((one) => one.open.some((open) => isOver(one, open)));
  return (
    <>
      <div className={classes.scroll}>
        <table className={classes.grid} aria-label={t('promises.calendar.title')}>
          <thead>
            <tr>
              <th scope="col">{t('promises.calendar.keeper')}</th>
              <th scope="col" className={classes.lateHead}>
                {t('promises.calendar.late')}
              </th>
              {told.days.map(({ day }) => (
                <DayHead key={day} day={day} today={today} />
              ))}
              <th scope="col" className={classes.keepsHead}>
                {t('promises.calendar.keeps')}
              </th>
            </tr>
          </thead>
          <tbody>
            <tr className={classes.total}>
              <th scope="row">{t('promises.calendar.everybody')}</th>
              <LateCell late={late} path={listPath({ which: 'late' })} name={t('promises.calendar.everybody')} />
              {told.days.map(({ day, open }) => (
                <td key={day} data-free={weekdayOf(day) > 5}>
                  {open === 0 ? null : (
                    <Link to={listPath({ which: 'open', since: day, until: day })}>{show.number(open)}</Link>
                  )}
                </td>
              ))}
              <td />
            </tr>
            {keepers.map((keeper) => (
              <tr key={`${keeper.party?.kind ?? ''} ${keeper.value}`}>
                <th scope="row">{nameOf(keeper)}</th>
                <LateCell
                  late={keeper.late}
                  path={listPath({ which: 'late', ...keeperPart(keeper) })}
                  name={nameOf(keeper)}
                />
                {told.days.map(({ day }, index) => (
                  <DayCell key={day} keeper={keeper} day={day} open={keeper.open[index] ?? 0} />
                ))}
                <td className={classes.keeps}>
                  {keeper.keeps_a_day === null ? '' : show.number(keeper.keeps_a_day, 1)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {anyOver ? (
        <p className={classes.legend}>
          <span className={classes.overMark} aria-hidden="true" /> {t('promises.calendar.legend')}
        </p>
      ) : null}
      {told.keepers.length > fewKeepers && !all ? (
        <Button variant="default" size="sm" onClick={() => setAll(true)}>
          {t('promises.calendar.allKeepers', { count: told.keepers.length })}
        </Button>
      ) : null}
    </>
  );
}

function DayHead({ day, today }: { readonly day: string; readonly today: string }) {
  const { t } = useWords();
  const show = useShow();
  const noon = Date.parse(`${day}T12:00:00Z`);
  const of = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(show.locale, { ...options, timeZone: 'UTC' }).format(noon);
  return (
    <th scope="col" data-today={day === today} data-free={weekdayOf(day) > 5}>
      <span className={classes.weekday} aria-hidden="true">
        {day === today ? t('promises.calendar.today') : of({ weekday: 'short' })}
      </span>
      <span aria-hidden="true">{of({ day: 'numeric' })}</span>
      <VisuallyHidden>{of({ weekday: 'long', day: 'numeric', month: 'long' })}</VisuallyHidden>
    </th>
  );
}

function LateCell({ late, path, name }: { readonly late: number; readonly path: string; readonly name: string }) {
  const { t } = useWords();
  const show = useShow();
  return (
    <td className={classes.lateCell}>
      {late === 0 ? null : (
        <Link to={path} aria-label={t('promises.calendar.lateOf', { keeper: name, count: late })}>
          {show.number(late)}
        </Link>
      )}
    </td>
  );
}

interface DayCellProps {
  readonly keeper: KeeperDays;
  readonly day: string;
  readonly open: number;
}

function DayCell({ keeper, day, open }: DayCellProps) {
  const { t } = useWords();
  const show = useShow();
  const nameOf = useKeeperName();
  if (open === 0) return <td data-free={weekdayOf(day) > 5} />;
  const over = isOver(keeper, open);
  const label = t('promises.calendar.cell', { keeper: nameOf(keeper), day: show.date(day), count: open });
  const keeps = keeper.keeps_a_day === null ? '' : show.number(keeper.keeps_a_day, 1);
  const told = over ? `${label}. ${t('promises.calendar.over', { keeps })}` : label;
  return (
    <td data-free={weekdayOf(day) > 5} data-over={over}>
      <Link
        to={cellPath(keeper, day)}
        aria-label={told}
        title={over ? t('promises.calendar.over', { keeps }) : undefined}
      >
        {show.number(open)}
      </Link>
    </td>
  );
}
