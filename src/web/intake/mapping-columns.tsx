import { Select } from '@mantine/core';
import { columnRoles } from '../../shared/imports.ts';
import { useWords } from '../platform/words.ts';
import type { Preview } from './import-preview.tsx';
import classes from './wizard.module.css';

type Role = (typeof columnRoles)[number];

export interface MappingColumnsProps {
  readonly columns: Preview['columns'];
  readonly byHand: boolean;
  readonly onChange: (column: string, role: Role) => void;
}

/** Each column with its first values, and what it is: guessed, and to be corrected. */
export function MappingColumns({ columns, byHand, onChange }: MappingColumnsProps) {
  const { t } = useWords();
  const data = columnRoles.map((role) => ({ value: role, label: t(`importing.role.${role}`) }));
  return (
    <ul className={classes.columns} aria-label={t('importing.columns')}>
      {columns.map((column) => (
        <li key={column.name} data-used={column.role !== 'other'}>
          <span className={classes.columnName}>
            <strong>{column.name}</strong>
            <span>{t(`importing.kind.${column.kind}`)}</span>
          </span>
          <span className={classes.samples}>
            {column.samples.length === 0 ? '—' : column.samples.map((sample) => <span key={sample}>{sample}</span>)}
          </span>
          <Select
            aria-label={t('importing.roleOf', { column: column.name })}
            data={data}
            searchable
            value={column.role}
            allowDeselect={false}
            disabled={byHand}
            onChange={(next) => {
              const role = columnRoles.find((one) => one === next);
              if (role !== undefined) onChange(column.name, role);
            }}
          />
        </li>
      ))}
    </ul>
  );
}
