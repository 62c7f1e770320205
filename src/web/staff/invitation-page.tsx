import { Button, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import type { Language } from '../../shared/scalars.ts';
import { accept } from '../../shared/staff.ts';
import { noneWrong, type WrongFields, wrongIn } from '../parts/fields.ts';
import { LinkTo } from '../parts/link.tsx';
import { TextSkeleton } from '../parts/skeletons.tsx';
import { Failed } from '../parts/states.tsx';
import { useTell } from '../platform/use-ask.ts';
import { speak, useWords } from '../platform/words.ts';
import { DoorCard } from './door-card.tsx';
import { useEnter } from './enter.ts';
import { LanguageSelect } from './language-select.tsx';
import { NewPassword } from './new-password.tsx';
import { useLink } from './use-link.ts';

/** Somebody invited comes for the first time: says how he is called, chooses a password, and is in. */
export function InvitationPage() {
  const { t } = useWords();
  const { token, known, missing } = useLink();
  const data = known.data?.kind === 'invitation' ? known.data : undefined;
  const language = data?.language;
  useEffect(() => {
    if (language) void speak(language);
  }, [language]);
  if (missing || known.isError || (known.data && !data)) {
    return (
      <DoorCard
        title={t('staff.invitation.title')}
        sentence={t('staff.invitation.spent')}
        foot={<LinkTo to="/sign-in">{t('staff.door.toSignIn')}</LinkTo>}
      >
        {known.isError ? <Failed error={known.error} inline /> : null}
      </DoorCard>
    );
  }
  return (
    <DoorCard title={t('staff.invitation.title')} sentence={t('staff.invitation.sentence')}>
      {data ? (
        <AcceptForm token={token} name={data.name ?? ''} email={data.email ?? ''} language={data.language ?? 'en'} />
      ) : (
        <TextSkeleton />
      )}
    </DoorCard>
  );
}

interface AcceptFormProps {
  readonly token: string;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
}

function AcceptForm({ token, name: known, email, language: chosen }: AcceptFormProps) {
  const { t } = useWords();
  const [name, setName] = useState(known);
  const [language, setLanguage] = useState(chosen);
  const [password, setPassword] = useState('');
  const [wrong, setWrong] = useState<WrongFields>(noneWrong);
  const enter = useEnter();
  const accepting = useTell(accept, { done: () => enter(language) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const input = { token, name: name.trim(), language, password };
    const found = wrongIn(accept.input, input);
    setWrong(found);
    if (found.size === 0) accepting.mutate(input);
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <TextInput
          label={t('staff.person.name')}
          autoComplete="name"
          value={name}
          error={wrong.has('name') ? t('staff.field.needed') : undefined}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput label={t('staff.person.email')} type="email" autoComplete="username" value={email} readOnly />
        <NewPassword value={password} known={[name, email]} wrong={wrong.has('password')} onChange={setPassword} />
        <LanguageSelect
          label={t('staff.person.language')}
          value={language}
          onChange={(next) => {
            setLanguage(next);
            void speak(next);
          }}
        />
        {accepting.isError ? <Failed error={accepting.error} inline /> : null}
        <Button type="submit" loading={accepting.isPending} fullWidth>
          {t('staff.invitation.act')}
        </Button>
      </Stack>
    </form>
  );
}
