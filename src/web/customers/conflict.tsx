import { Button } from '@mantine/core';
import { useWords } from '../platform/words.ts';
import type { DetailName, Details } from './customer-fields.tsx';
import classes from './told.module.css';

const labels = {
  kind: 'customers.field.kind',
  name: 'customers.field.wholeName',
  given_name: 'customers.field.givenName',
  family_name: 'customers.field.familyName',
  language: 'customers.list.language',
  country: 'customers.list.country',
  city: 'customers.list.city',
  note: 'customers.field.note',
} as const;

export interface ConflictProps {
  readonly mine: Details;
  readonly theirs: Details;
  readonly differing: readonly DetailName[];
  readonly onTake: (name: DetailName) => void;
}

/** Someone else saved meanwhile: his and mine side by side, field by field. */
export function Conflict({ mine, theirs, differing, onTake }: ConflictProps) {
  const { t } = useWords();
  return (
    <div className={classes.conflict} role="alert">
      <p>
        <strong>{t('customers.edit.conflict')}</strong> {t('customers.edit.conflictSentence')}
      </p>
      <table>
        <thead>
          <tr>
            <td />
            <th scope="col">{t('customers.edit.theirs')}</th>
            <th scope="col">{t('customers.edit.mine')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {differing.map((name) => (
            <tr key={name}>
              <th scope="row">{t(labels[name])}</th>
              <td>{theirs[name] || '—'}</td>
              <td>{mine[name] || '—'}</td>
              <td>
                <Button size="compact-xs" variant="default" onClick={() => onTake(name)}>
                  {t('customers.edit.take')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
