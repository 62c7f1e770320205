import { Button, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { askReset } from '../../shared/staff.ts';
import { LinkTo } from '../parts/link.tsx';
import { Failed } from '../parts/states.tsx';
import { useTell } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import { DoorCard } from './door-card.tsx';

/** Asks for a link to a new password; the answer is the same whether the address is known or not. */
export function AskResetPage() {
  const { t } = useWords();
  const [email, setEmail] = useState('');
  const asking = useTell(askReset);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (email.trim() !== '') asking.mutate({ email: email.trim() });
  };
  const back = <LinkTo to="/sign-in">{t('staff.door.toSignIn')}</LinkTo>;
  if (asking.data) {
    const said = asking.data.mail ? t('staff.askReset.sent', { email }) : t('staff.askReset.noMail');
    return (
      <DoorCard title={t('staff.askReset.title')} foot={back}>
        <p role="status">{said}</p>
      </DoorCard>
    );
  }
  return (
    <DoorCard title={t('staff.askReset.title')} sentence={t('staff.askReset.sentence')} foot={back}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <TextInput
            label={t('staff.person.email')}
            type="email"
            autoComplete="username"
            required
            withAsterisk={false}
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          {asking.isError ? <Failed error={asking.error} inline /> : null}
          <Button type="submit" loading={asking.isPending} fullWidth>
            {t('staff.askReset.act')}
          </Button>
        </Stack>
      </form>
    </DoorCard>
  );
}
