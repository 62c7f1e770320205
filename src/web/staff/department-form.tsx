import { Select, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { languages } from '../../shared/scalars.ts';
import { closeDepartment, departments, editDepartment, makeDepartment } from '../../shared/staff-house.ts';
import { changes, colleagues, people } from '../../shared/staff-people.ts';
import { FormDialog } from '../parts/form-dialog.tsx';
import { tellDone } from '../parts/toast.tsx';
import { useAsk, useTell } from '../platform/use-ask.ts';
import { ownNames, useWords } from '../platform/words.ts';
import { type Department, useDepartments } from './department-names.ts';

export interface DepartmentFormProps {
  /** Absent: a new one. */
  readonly department?: Department;
  readonly onClose: () => void;
}

/** A department's name in three languages, and its head. */
export function DepartmentForm({ department, onClose }: DepartmentFormProps) {
  const { t, language } = useWords();
  const known = useAsk(colleagues, {});
  const [name, setName] = useState(department?.name ?? { en: '', es: '', ru: '' });
  const [head, setHead] = useState(department?.head_id ?? null);
  const [tried, setTried] = useState(false);
  const how = { refresh: [departments, changes], done: onClose };
  const making = useTell(makeDepartment, how);
  const editing = useTell(editDepartment, how);
  const whole = languages.every((one) => name[one].trim() !== '');
  const submit = () => {
    setTried(true);
    if (!whole) return;
    if (department === undefined) return making.mutate({ name, head_id: head });
    editing.mutate({ department_id: department.department_id, version: department.version, name, head_id: head });
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
    </FormDialog>
  );
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
