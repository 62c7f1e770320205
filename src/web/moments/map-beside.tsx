import { LinkTo } from '../parts/link.tsx';
import { Section } from '../parts/page.tsx';
import { useShow } from '../platform/show.ts';
import { listPath } from './list-address.ts';
import classes from './map.module.css';
import type { MapTold } from './map-page.tsx';
import { useSaying } from './moment-words.ts';
import { ShareBar } from './share-bar.tsx';

/** Who answers for what: good, indifferent and bad by department, the most bad ones first. */
export function Departments({ told }: { readonly told: MapTold }) {
  const { t, department } = useSaying();
  if (told.departments.length === 0) return null;
  return (
    <Section title={t('moments.page.departments')} sentence={t('moments.page.departmentsSentence')}>
      <ul className={classes.beside}>
        {told.departments.map((row) => {
          const name = row.department === null ? t('moments.page.noDepartment') : department(row.department);
          const value = row.department === null ? '' : (row.department.department_id ?? row.department.name);
          const label = t('moments.page.cell', {
            place: name,
            stage: t('moments.page.whole'),
            good: row.positive,
            indifferent: row.indifferent,
            bad: row.negative,
            unjudged: row.unjudged,
            failing: '',
          });
          return (
            <li key={value}>
              <LinkTo
                to={listPath({ ...told.period, department: value })}
                className={classes.besideRow ?? ''}
                aria-label={label.trim()}
              >
                <span>{name}</span>
                <ShareBar of={row} />
              </LinkTo>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

/** What customers expect, how much of it, and from where. */
export function Expectations({ told }: { readonly told: MapTold }) {
  const { t } = useSaying();
  const show = useShow();
  const { expectations } = told;
  const most = Math.max(1, ...expectations.map((one) => one.expectations));
  return (
    <Section title={t('moments.page.expectations')} sentence={t('moments.page.expectationsSentence')}>
      {expectations.length === 0 ? <p className={classes.small}>{t('moments.page.noExpectations')}</p> : null}
      <ul className={classes.beside}>
        {expectations.map((one) => (
          <li key={one.from ?? ''} className={classes.expectation}>
            <span className={classes.from}>{t(`moments.page.from.${one.from ?? 'unsaid'}`)}</span>
            <span className={classes.kindBar} aria-hidden="true">
              <span className={classes.soft} style={{ width: `${(one.expectations / most) * 100}%` }} />
            </span>
            <span className={classes.small}>
              {show.number(one.expectations)}
              {one.level === null ? '' : ` · ${t('moments.page.level', { level: show.number(one.level, 1) })}`}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
