import { Button, PasswordInput, Select, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useMemo, useState } from 'react';
import { changePassword, editMe, me } from '../../shared/staff.ts';
import { colleagues, people } from '../../shared/staff-people.ts';
import { LinkTo } from '../parts/link.tsx';
import { Page, Section } from '../parts/page.tsx';
import { Slot } from '../parts/slot.tsx';
import { Failed } from '../parts/states.tsx';
import { tellDone } from '../parts/toast.tsx';
import { useMe } from '../platform/session.ts';
import { useTell } from '../platform/use-ask.ts';
import { chooseLanguage, useWords } from '../platform/words.ts';
import { zoneChoices } from '../platform/world.ts';
import { LanguageSelect } from './language-select.tsx';
import { NewPassword } from './new-password.tsx';
import { fewest } from './strength-rules.ts';

/** Oneself: name, language, zone, password. */
export function AccountPage() {
  const { t } = useWords();
  return (
    <Page
      title={t('staff.account.title')}
      sentence={t('staff.account.sentence')}
      above={<LinkTo to="/settings">{t('shell.nav.settings')}</LinkTo>}
      width="read"
    >
      <AboutForm />
      <Slot name="account.more" props={{}} />
      <Section title={t('staff.account.password')} sentence={t('staff.account.passwordHelp')}>
        <PasswordForm />
      </Section>
    </Page>
  );
}

function AboutForm() {
  const { t } = useWords();
  const { person, house } = useMe();
  const zones = useMemo(zoneChoices, []);
  const [draft, setDraft] = useState({ name: person.name, language: person.language, zone: person.zone });
  const saving = useTell(editMe, {
    refresh: [me, people, colleagues],
    done: () => {
      void chooseLanguage(draft.language);
      tellDone(t('staff.account.saved'));
    },
  });
  const set = (change: Partial<typeof draft>) => setDraft({ ...draft, ...change });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (draft.name.trim() === '') return;
    saving.mutate({ ...draft, zone: draft.zone === house.zone ? null : draft.zone });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <TextInput
          label={t('staff.person.name')}
          autoComplete="name"
          value={draft.name}
          error={draft.name.trim() === '' ? t('staff.field.needed') : undefined}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <TextInput label={t('staff.person.email')} value={person.email} readOnly variant="unstyled" />
        <TextInput label={t('staff.person.role')} value={t(`staff.role.${person.role}`)} readOnly variant="unstyled" />
        <LanguageSelect
          label={t('staff.person.language')}
          value={draft.language}
          onChange={(language) => set({ language })}
        />
        <Select
          label={t('staff.account.zone')}
          description={t('staff.account.zoneHelp', { zone: house.zone })}
          data={zones}
          searchable
          allowDeselect={false}
          value={draft.zone}
          onChange={(zone) => set({ zone: zone ?? draft.zone })}
        />
        {saving.isError ? <Failed error={saving.error} inline /> : null}
        <div>
          <Button type="submit" loading={saving.isPending}>
            {t('parts.act.save')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}

function PasswordForm() {
  const { t } = useWords();
  const { person } = useMe();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const changing = useTell(changePassword, {
    done: () => {
      setCurrent('');
      setPassword('');
      setTried(false);
      tellDone(t('staff.account.passwordChanged'));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (current !== '' && [...password].length >= fewest) changing.mutate({ current, password });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <input type="hidden" autoComplete="username" value={person.email} readOnly />
        <PasswordInput
          label={t('staff.password.current')}
          autoComplete="current-password"
          value={current}
          error={tried && current === '' ? t('staff.field.needed') : undefined}
          onChange={(event) => setCurrent(event.currentTarget.value)}
        />
        <NewPassword value={password} known={[person.name, person.email]} wrong={tried} onChange={setPassword} />
        {changing.isError ? <Failed error={changing.error} inline /> : null}
        <div>
          <Button type="submit" loading={changing.isPending}>
            {t('staff.account.changePassword')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
