import { Link } from '@tanstack/react-router';
import { useShow } from '../platform/show.ts';
import { useWords } from '../platform/words.ts';
import classes from './calendar.module.css';
import { cellPath, type Days, isOver, useKeeperName } from './calendar-cells.ts';
import { keeperPart, listPath } from './list-address.ts';

/** The calendar on a phone: what is late, then each day with its keepers. */
export function CalendarByDay({ told }: { readonly told: Days }) {
  const { t } = useWords();
  const show = useShow();
  const nameOf = useKeeperName();
  const late = told.keepers.filter((one) => one.late > 0);
  const dayName = (day: string) =>
    new Intl.DateTimeFormat(show.locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
      Date.parse(`${day}T12:00:00Z`),
    );
  return (
    <ol className={classes.byDay}>
      {late.length === 0 ? null : (
        <li>
          <h3 className={classes.dayName} data-late="true">
            {t('promises.calendar.late')}
          </h3>
          {late.map((keeper) => (
            <Link key={keeper.value} className={classes.dayRow} to={listPath({ which: 'late', ...keeperPart(keeper) })}>
              <span>{nameOf(keeper)}</span>
              <strong data-late="true">{show.number(keeper.late)}</strong>
            </Link>
          ))}
        </li>
      )}
      {told.days.map(({ day, open }, index) => {
        const rows = told.keepers.filter((keeper) => (keeper.open[index] ?? 0) > 0);
        if (open === 0) return null;
        return (
          <li key={day}>
            <h3 className={classes.dayName}>
              {day === told.today ? `${t('promises.calendar.today')} · ` : ''}
              {dayName(day)}
            </h3>
            {rows.map((keeper) => (
              <Link key={keeper.value} className={classes.dayRow} to={cellPath(keeper, day)}>
                <span>{nameOf(keeper)}</span>
                <span>
                  {isOver(keeper, keeper.open[index] ?? 0) ? (
                    <span className={classes.overWord}>
                      {t('promises.calendar.over', { keeps: show.number(keeper.keeps_a_day ?? 0, 1) })}
                    </span>
                  ) : null}{' '}
                  <strong>{show.number(keeper.open[index] ?? 0)}</strong>
                </span>
              </Link>
            ))}
          </li>
        );
      })}
    </ol>
  );
}
