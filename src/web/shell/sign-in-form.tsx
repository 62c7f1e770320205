import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { signIn } from '../../shared/staff.ts';
import { Failed } from '../parts/states.tsx';
import { useTell } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';

/** E-mail and password; tells `onDone` once a session is open. A wrong pair stays in the fields to be corrected. */
export function SignInForm({ email: known = '', onDone }: { readonly email?: string; readonly onDone: () => void }) {
  const { t } = useWords();
  const [email, setEmail] = useState(known);
  const [password, setPassword] = useState('');
  const opening = useTell(signIn, { done: onDone });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    opening.mutate({ email: email.trim(), password });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <TextInput
          label={t('shell.signIn.email')}
          type="email"
          name="email"
          autoComplete="username"
          required
          withAsterisk={false}
          data-autofocus={known === '' ? true : undefined}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          label={t('shell.signIn.password')}
          name="password"
          autoComplete="current-password"
          required
          withAsterisk={false}
          data-autofocus={known === '' ? undefined : true}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        {opening.isError ? <Failed error={opening.error} inline /> : null}
        <Button type="submit" loading={opening.isPending} fullWidth>
          {t('shell.signIn.act')}
        </Button>
      </Stack>
    </form>
  );
}
