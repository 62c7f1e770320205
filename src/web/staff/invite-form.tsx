import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Language } from '../../shared/scalars.ts';
import type { Role } from '../../shared/staff.ts';
import { departments } from '../../shared/staff-house.ts';
import { changes, invite, people } from '../../shared/staff-people.ts';
import { noneWrong, type WrongFields, wrongBy, wrongIn } from '../parts/fields.ts';
import { FormDialog } from '../parts/form-dialog.tsx';
import { useMe } from '../platform/session.ts';
import { useTell } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import { useDepartments } from './department-names.ts';
import { LanguageSelect } from './language-select.tsx';
import { LinkGiven } from './link-given.tsx';
import { RoleSelect } from './role-select.tsx';

/** Invites a colleague; where no mail is set up the link to hand over is shown. */
export function InviteForm({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords();
  const { person: own } = useMe();
  const { open } = useDepartments();
  const [draft, setDraft] = useState<Draft>({
    name: '',
    email: '',
    role: 'employee',
    department_id: own.role === 'administrator' ? null : own.department_id,
    language: own.language,
  });
  const [found, setFound] = useState<WrongFields>(noneWrong);
  const inviting = useTell(invite, { refresh: [people, departments, changes] });
  const wrong = new Set([...found, ...wrongBy(inviting.error)]);
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  const submit = () => {
    const input = { ...draft, email: draft.email.trim() };
    const not = wrongIn(invite.input, input);
    setFound(not);
    if (not.size === 0) inviting.mutate(input);
  };
  if (inviting.data) {
    const { mailed, link, until } = inviting.data;
    const said = mailed
      ? t('staff.invite.mailed', { email: draft.email })
      : t('staff.invite.handOver', { name: draft.name });
    return <LinkGiven title={t('staff.invite.done')} sentence={said} link={link} until={until} onClose={onClose} />;
  }
  return (
    <FormDialog
      title={t('staff.invite.title')}
      act={t('staff.invite.act')}
      busy={inviting.isPending}
      error={inviting.error}
      onClose={onClose}
      onSubmit={submit}
    >
      <TextInput
        label={t('staff.person.name')}
        data-autofocus
        autoComplete="off"
        value={draft.name}
        error={wrong.has('name') ? t('staff.field.needed') : undefined}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <TextInput
        label={t('staff.person.email')}
        type="email"
        autoComplete="off"
        value={draft.email}
        error={wrong.has('email') ? t('staff.field.email') : undefined}
        onChange={(event) => set({ email: event.currentTarget.value })}
      />
      <RoleSelect value={draft.role} onChange={(role) => set({ role })} />
      <Select
        label={t('staff.person.department')}
        placeholder={t('staff.person.noDepartment')}
        data={open}
        searchable
        clearable={own.role === 'administrator'}
        disabled={own.role !== 'administrator'}
        value={draft.department_id}
        onChange={(departmentId) => set({ department_id: departmentId })}
      />
      <LanguageSelect
        label={t('staff.person.language')}
        description={t('staff.invite.languageHelp')}
        value={draft.language}
        onChange={(language) => set({ language })}
      />
    </FormDialog>
  );
}

interface Draft {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly department_id: string | null;
  readonly language: Language;
}
