import { Select } from '@mantine/core';
import { type Role, rightsOf, roles } from '../../shared/staff.ts';
import { useMe } from '../platform/session.ts';
import { useWords } from '../platform/words.ts';

export interface RoleSelectProps {
  readonly value: Role;
  readonly onChange: (value: Role) => void;
  readonly disabled?: boolean;
}

/** A role with what it is for; only those that the reader may give. */
export function RoleSelect({ value, onChange, disabled = false }: RoleSelectProps) {
  const { t } = useWords();
  const { rights } = useMe();
  const mine = new Set(rights);
  const given = roles.filter((role) => role === value || rightsOf(role).every((right) => mine.has(right)));
  return (
    <Select
      label={t('staff.person.role')}
      description={t(`staff.roleFor.${value}`)}
      data={given.map((role) => ({ value: role, label: t(`staff.role.${role}`) }))}
      value={value}
      allowDeselect={false}
      disabled={disabled}
      onChange={(next) => onChange(roles.find((role) => role === next) ?? value)}
    />
  );
}
