import { IconUsers } from '@tabler/icons-react';
import { z } from 'zod';
import { type TeamDepartment, type TeamPerson, team } from '../../shared/today-team.ts';
import { LinkTo } from '../parts/link.tsx';
import { Page, Section } from '../parts/page.tsx';
import { ListSkeleton } from '../parts/skeletons.tsx';
import { Answer, Empty } from '../parts/states.tsx';
import { When } from '../parts/values.tsx';
import { useLiveRefresh } from '../platform/live.ts';
import { useAddress } from '../platform/place.ts';
import { useShow } from '../platform/show.ts';
import { useAsk } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import classes from './team.module.css';
import { TeamLines } from './team-lines.tsx';

const address = z.object({ person: z.uuid().optional(), department: z.uuid().optional() });

/** What awaits whom, for whoever leads: departments and people by name; a click opens one's list. */
export function TeamPage() {
  const { t, language } = useWords();
  const [{ person, department }] = useAddress(address);
  const asked = useAsk(team, {});
  useLiveRefresh(['today.changed'], [team]);
  const all = asked.data?.departments ?? [];
  const who = all.flatMap((one) => one.people).find((one) => one.person_id === person);
  const where = all.find((one) => one.department_id !== null && one.department_id === department);
  const called =
    who !== undefined
      ? t('today.team.one', { name: who.name })
      : where !== undefined
        ? t('today.team.loose', { name: where.name?.[language] ?? '' })
        : undefined;
  if (person !== undefined || department !== undefined) {
    const whose = person === undefined ? { department_id: department ?? '' } : { person_id: person };
    return (
      <Page title={called ?? t('today.team.title')} above={<LinkTo to="/team">{t('today.team.back')}</LinkTo>}>
        <TeamLines key={person ?? department} whose={whose} />
      </Page>
    );
  }
  return (
    <Page
      title={t('today.team.title')}
      sentence={t('today.team.sentence')}
      above={<LinkTo to="/">{t('shell.nav.today')}</LinkTo>}
    >
      <Answer of={asked} skeleton={<ListSkeleton rows={6} />}>
        {({ departments }) =>
          departments.length === 0 ? (
            <Empty icon={IconUsers} title={t('today.team.empty')} sentence={t('today.team.emptySentence')} />
          ) : (
            departments
              .toSorted((a, b) => Number(a.department_id === null) - Number(b.department_id === null))
              .map((one) => <Department key={one.department_id ?? 'house'} department={one} />)
          )
        }
      </Answer>
    </Page>
  );
}

function Department({ department }: { readonly department: TeamDepartment }) {
  const { t, language } = useWords();
  const show = useShow();
  const { people, nobody, name, department_id: id } = department;
  const most = Math.max(1, nobody.lines, ...people.map((one) => one.lines));
  const title = name?.[language] ?? t('today.team.house');
  if (people.length === 0 && nobody.lines === 0) return null;
  return (
    <Section title={title}>
      <table className={classes.team} aria-label={`${title}: ${t('today.team.chart')}`}>
        <thead>
          <tr>
            <th scope="col">{t('today.team.who')}</th>
            <th scope="col">{t('today.team.lines')}</th>
            <th scope="col">{t('today.team.late')}</th>
            <th scope="col" data-wide="true">
              {t('today.team.oldest')}
            </th>
            <th scope="col" data-wide="true">
              {t('today.team.claimed')}
            </th>
            <th scope="col" data-wide="true">
              {t('today.team.settled')}
            </th>
          </tr>
        </thead>
        <tbody>
          {people.map((one) => (
            <PersonRow key={one.person_id} one={one} most={most} />
          ))}
          {nobody.lines === 0 ? null : (
            <tr data-nobody="true">
              <th scope="row">
                {id === null ? (
                  t('today.team.nobody')
                ) : (
                  <LinkTo to={`/team?department=${id}`}>{t('today.team.nobody')}</LinkTo>
                )}
                <Bar lines={nobody.lines} late={nobody.late} most={most} />
              </th>
              <td>{show.number(nobody.lines)}</td>
              <td data-late={nobody.late > 0}>{show.number(nobody.late)}</td>
              <td data-wide="true">{nobody.oldest === null ? '–' : <When at={nobody.oldest} />}</td>
              <td data-wide="true">–</td>
              <td data-wide="true">–</td>
            </tr>
          )}
        </tbody>
      </table>
    </Section>
  );
}

function PersonRow({ one, most }: { readonly one: TeamPerson; readonly most: number }) {
  const show = useShow();
  return (
    <tr>
      <th scope="row">
        <LinkTo to={`/team?person=${one.person_id}`}>{one.name}</LinkTo>
        <Bar lines={one.lines} late={one.late} most={most} />
      </th>
      <td>{show.number(one.lines)}</td>
      <td data-late={one.late > 0}>{show.number(one.late)}</td>
      <td data-wide="true">{one.oldest === null ? '–' : <When at={one.oldest} />}</td>
      <td data-wide="true">{show.number(one.claimed)}</td>
      <td data-wide="true">{show.number(one.settled)}</td>
    </tr>
  );
}

/** How much awaits, and how much of it is late, to look at; the numbers stand beside it. */
function Bar({ lines, late, most }: { readonly lines: number; readonly late: number; readonly most: number }) {
  return (
    <span className={classes.bar} aria-hidden="true">
      <span className={classes.late} style={{ width: `${(late / most) * 100}%` }} />
      <span className={classes.rest} style={{ width: `${((lines - late) / most) * 100}%` }} />
    </span>
  );
}
