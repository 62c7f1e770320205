import { calendar } from '../../shared/staff-calendar.ts';
import { LinkTo } from '../parts/link.tsx';
import { Page } from '../parts/page.tsx';
import { now } from '../platform/clock.ts';
import { useParam } from '../platform/place.ts';
import { useShow } from '../platform/show.ts';
import { useAsk } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import { weekdayNames } from '../platform/world.ts';
import { useDepartments } from './department-names.ts';
import { sayWeek } from './week-fields.tsx';
import { YearCalendar } from './year-calendar.tsx';

/** When one department works: its hours and zone in a line, then its year. */
export function DepartmentCalendarPage() {
  const { t } = useWords();
  const { locale } = useShow();
  const departmentId = useParam('department_id');
  const { nameOf } = useDepartments();
  const { data } = useAsk(calendar, { year: now().getFullYear(), department_id: departmentId });
  const name = nameOf(departmentId);
  return (
    <Page
      title={name === undefined ? t('calendar.title') : t('calendar.of', { name })}
      sentence={
        data === undefined
          ? undefined
          : `${sayWeek(data.week, weekdayNames(locale, 'short')) || t('staff.house.free')} · ${data.zone}`
      }
      above={<LinkTo to="/people/departments">{t('staff.departments.title')}</LinkTo>}
      width="read"
    >
      <YearCalendar departmentId={departmentId} />
    </Page>
  );
}
