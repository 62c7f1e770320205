import { useShow } from '../platform/show.ts';
import { useWords } from '../platform/words.ts';
import { capital } from '../platform/world.ts';
import classes from './year.module.css';
import { type DateKind, datesOf, kindOf, weekdayOf, type Year } from './year-rules.ts';

const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

/** A year at a glance, month by month; the list below it says the same in words, so that this is for the eye alone. */
export function YearGrid({ year, of }: { readonly year: number; readonly of: Year }) {
  const { t } = useWords();
  const { locale } = useShow();
  const name = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
  const kinds = new Map(months.flatMap((month) => datesOf(year, month)).map((date) => [date, kindOf(of, date)]));
  const shown = (['holiday', 'closed', 'open', 'worked', 'week'] as const).filter((kind) =>
    [...kinds.values()].includes(kind),
  );
  return (
    <>
      <div className={classes.year} aria-hidden="true">
        {months.map((month) => (
          <div key={month}>
            <p className={classes.month}>{capital(name.format(Date.UTC(year, month - 1, 1)), locale)}</p>
            <div className={classes.days}>
              {datesOf(year, month).map((date, index) => (
                <Day key={date} date={date} kind={kinds.get(date) ?? 'work'} isFirst={index === 0} />
              ))}
            </div>
          </div>
        ))}
      </div>
      <ul className={classes.legend} aria-hidden="true">
        {shown.map((kind) => (
          <li key={kind}>
            <span className={classes.date} data-kind={kind}>
              12
            </span>
            {t(`calendar.kind.${kind}`)}
          </li>
        ))}
      </ul>
    </>
  );
}

function Day({ date, kind, isFirst }: { readonly date: string; readonly kind: DateKind; readonly isFirst: boolean }) {
  return (
    <span className={classes.date} data-kind={kind} style={isFirst ? { gridColumnStart: weekdayOf(date) } : undefined}>
      {Number(date.slice(8))}
    </span>
  );
}
