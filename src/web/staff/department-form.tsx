import { Select, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { languages } from '../../shared/scalars.ts';
import { calendar } from '../../shared/staff-calendar.ts';
import {
  closeDepartment,
  departments,
  editDepartment,
  makeDepartment,
  organisation,
} from '../../shared/staff-house.ts';
import { changes, colleagues, people } from '../../shared/staff-people.ts';
import { noneWrong, wrongBy, wrongIn } from '../parts/fields.ts';
import { FormDialog } from '../parts/form-dialog.tsx';
import { tellDone } from '../parts/toast.tsx';
import { useAsk, useTell } from '../platform/use-ask.ts';
import { ownNames, useWords } from '../platform/words.ts';
import { asHouse, type DepartmentHours, DepartmentHoursFields } from './department-hours.tsx';
import { type Department, useDepartments } from './department-names.ts';

export interface DepartmentFormProps {
  /** Absent: a new one. */
  readonly department?: Department;
  readonly onClose: () => void;
}

/** A department's name in three languages, its head, and its hours where they are its own. */
export function DepartmentForm({ department, onClose }: DepartmentFormProps) {
  const { t, language } = useWords();
  const known = useAsk(colleagues, {});
  const [name, setName] = useState(department?.name ?? { en: '', es: '', ru: '' });
  const [head, setHead] = useState(department?.head_id ?? null);
  const [hours, setHours] = useState<DepartmentHours>(hoursOf(department));
  const [tried, setTried] = useState(false);
  const [found, setFound] = useState(noneWrong);
  const house = useAsk(organisation, {});
  const how = { refresh: [departments, changes, calendar], done: onClose };
  const making = useTell(makeDepartment, how);
  const editing = useTell(editDepartment, how);
  const whole = languages.every((one) => name[one].trim() !== '');
  const submit = () => {
    setTried(true);
    if (!whole) return;
    if (department === undefined) return making.mutate({ name, head_id: head });
    const { department_id, version } = department;
    const input = { department_id, version, name, head_id: head, ...hours };
    const not = wrongIn(editDepartment.input, input);
    setFound(not);
    if (not.size === 0) editing.mutate(input);
  };
  return (
    <FormDialog
      title={department?.name[language] ?? t('staff.departments.make')}
      act={t('parts.act.save')}
      busy={making.isPending || editing.isPending}
      error={making.error ?? editing.error}
      onClose={onClose}
      onSubmit={submit}
    >
      <Text c="dimmed" size="sm">
        {t('staff.departments.threeNames')}
      </Text>
      {languages.map((one) => (
        <TextInput
          key={one}
          label={ownNames[one]}
          lang={one}
          {...(one === language ? { 'data-autofocus': true } : {})}
          value={name[one]}
          error={tried && name[one].trim() === '' ? t('staff.field.needed') : undefined}
          onChange={(event) => setName({ ...name, [one]: event.currentTarget.value })}
        />
      ))}
      <Select
        label={t('staff.departments.headLabel')}
        placeholder={t('staff.departments.noHead')}
        data={(known.data?.people ?? []).map((one) => ({ value: one.person_id, label: one.name }))}
        searchable
        clearable
        value={head}
        onChange={setHead}
      />
      {department === undefined || house.data === undefined ? null : (
        <DepartmentHoursFields
          house={house.data}
          value={hours}
          onChange={setHours}
          wrong={new Set([...found, ...wrongBy(editing.error)])}
        />
      )}
    </FormDialog>
  );
}

function hoursOf(department: Department | undefined): DepartmentHours {
  if (department === undefined) return asHouse;
  const { working_week, zone, country, region } = department;
  return { working_week, zone, country, region };
}

/** Closes a department; whoever works there goes to another one. */
export function CloseDepartmentForm(props: { readonly department: Department; readonly onClose: () => void }) {
  const { department, onClose } = props;
  const { t, language } = useWords();
  const { open } = useDepartments();
  const [to, setTo] = useState<string | null>(null);
  const name = department.name[language];
  const closing = useTell(closeDepartment, {
    refresh: [departments, people, colleagues, changes],
    done: () => {
      onClose();
      tellDone(t('staff.departments.closedDone', { name }));
    },
  });
  const { department_id: departmentId, version } = department;
  return (
    <FormDialog
      title={t('staff.departments.closeTitle', { name })}
      act={t('staff.departments.close')}
      grave
      busy={closing.isPending}
      error={closing.error}
      onClose={onClose}
      onSubmit={() => closing.mutate({ department_id: departmentId, version, people_to: to })}
    >
      <Text>{t('staff.departments.closeSentence')}</Text>
      {department.people > 0 ? (
        <Select
          label={t('staff.departments.peopleTo', { count: department.people })}
          data={open.filter((one) => one.value !== departmentId)}
          searchable
          value={to}
          onChange={setTo}
        />
      ) : null}
    </FormDialog>
  );
}
