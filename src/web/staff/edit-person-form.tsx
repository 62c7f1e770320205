import { Select, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { departments } from '../../shared/staff-house.ts';
import { changes, colleagues, editPerson, people } from '../../shared/staff-people.ts';
import { FormDialog } from '../parts/form-dialog.tsx';
import { offerUndo } from '../parts/toast.tsx';
import { ask } from '../platform/ask.ts';
import { useMe } from '../platform/session.ts';
import { refresh, useTell } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import { useDepartments } from './department-names.ts';
import { LanguageSelect } from './language-select.tsx';
import type { Person } from './people-page.tsx';
import { RoleSelect } from './role-select.tsx';

/** Changes name, role, department or language of a person; can be taken back from the message that follows. */
export function EditPersonForm({ person, onClose }: { readonly person: Person; readonly onClose: () => void }) {
  const { t } = useWords();
  const { person: own } = useMe();
  const { open } = useDepartments();
  const client = useQueryClient();
  const [draft, setDraft] = useState(() => detailsOf(person));
  const touched = [people, colleagues, departments, changes];
  const saving = useTell(editPerson, {
    refresh: touched,
    done: ({ version }) => {
      onClose();
      offerUndo({
        message: t('staff.edit.saved', { name: draft.name }),
        undo: async () => {
          await ask(editPerson, { person_id: person.person_id, version, ...detailsOf(person) });
          await refresh(client, touched);
        },
      });
    },
  });
  const set = (change: Partial<typeof draft>) => setDraft({ ...draft, ...change });
  const submit = () => saving.mutate({ person_id: person.person_id, version: person.version, ...draft });
  return (
    <FormDialog
      title={person.name}
      act={t('parts.act.save')}
      busy={saving.isPending}
      error={saving.error}
      onClose={onClose}
      onSubmit={submit}
    >
      <TextInput
        label={t('staff.person.name')}
        data-autofocus
        value={draft.name}
        error={draft.name.trim() === '' ? t('staff.field.needed') : undefined}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <RoleSelect value={draft.role} disabled={person.person_id === own.person_id} onChange={(role) => set({ role })} />
      <Select
        label={t('staff.person.department')}
        placeholder={t('staff.person.noDepartment')}
        data={open}
        searchable
        clearable={own.role === 'administrator'}
        value={draft.department_id}
        onChange={(departmentId) => set({ department_id: departmentId })}
      />
      <LanguageSelect
        label={t('staff.person.language')}
        value={draft.language}
        onChange={(language) => set({ language })}
      />
    </FormDialog>
  );
}

function detailsOf({ name, role, department_id, language }: Person) {
  return { name, role, department_id, language };
}
