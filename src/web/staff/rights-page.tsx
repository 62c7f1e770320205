import { useMediaQuery } from '@mantine/hooks';
import { IconCheck, IconMinus } from '@tabler/icons-react';
import type { ReplyOf, Right } from '../../shared/contract.ts';
import { rightsMatrix } from '../../shared/staff.ts';
import { LinkTo } from '../parts/link.tsx';
import { Page } from '../parts/page.tsx';
import { Answer } from '../parts/states.tsx';
import { useMe } from '../platform/session.ts';
import { useAsk } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import classes from './staff.module.css';

type Matrix = ReplyOf<typeof rightsMatrix>;
/** Those that everybody has say nothing about roles. */
const granted = (rights: readonly Right[]) => rights.filter((right) => right !== 'open' && right !== 'signed-in');

/** Who may do what: one table, the same that the server holds to. */
export function RightsPage() {
  const { t } = useWords();
  const { person } = useMe();
  const asked = useAsk(rightsMatrix, {});
  const phone = useMediaQuery('(max-width: 60em)') ?? false;
  return (
    <Page
      title={t('staff.rights.title')}
      sentence={t('staff.rights.sentence', { role: t(`staff.role.${person.role}`) })}
      above={<LinkTo to="/people">{t('staff.people.title')}</LinkTo>}
    >
      <Answer of={asked}>{(matrix) => (phone ? <ByRole matrix={matrix} /> : <Table matrix={matrix} />)}</Answer>
    </Page>
  );
}

function Table({ matrix }: { readonly matrix: Matrix }) {
  const { t } = useWords();
  const { person } = useMe();
  return (
    <table className={classes.matrix} aria-label={t('staff.rights.title')}>
      <thead>
        <tr>
          <th scope="col">{t('staff.rights.right')}</th>
          {matrix.roles.map(({ role }) => (
            <th key={role} scope="col" data-own={role === person.role}>
              {t(`staff.role.${role}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {granted(matrix.rights).map((right) => (
          <tr key={right}>
            <th scope="row">
              {t(`staff.right.${right}.name`)}
              <small>{t(`staff.right.${right}.means`)}</small>
            </th>
            {matrix.roles.map(({ role, rights }) => (
              <td key={role} data-own={role === person.role}>
                <Has has={rights.includes(right)} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ByRole({ matrix }: { readonly matrix: Matrix }) {
  const { t } = useWords();
  return (
    <div className={classes.roles}>
      {matrix.roles.map(({ role, rights }) => (
        <section key={role} aria-labelledby={`role-${role}`}>
          <h2 id={`role-${role}`}>{t(`staff.role.${role}`)}</h2>
          <p className={classes.no}>{t(`staff.roleFor.${role}`)}</p>
          <ul className={classes.roleRights}>
            {granted(matrix.rights)
              .filter((right) => rights.includes(right))
              .map((right) => (
                <li key={right}>
                  <IconCheck size={16} stroke={2.4} className={classes.yes} aria-hidden="true" />
                  {t(`staff.right.${right}.name`)}
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Has({ has }: { readonly has: boolean }) {
  const { t } = useWords();
  return has ? (
    <IconCheck size={18} stroke={2.4} className={classes.yes} role="img" aria-label={t('staff.rights.yes')} />
  ) : (
    <IconMinus size={16} stroke={1.6} className={classes.no} role="img" aria-label={t('staff.rights.no')} />
  );
}
