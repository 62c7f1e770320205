import { Button, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { reset } from '../../shared/staff.ts';
import { LinkTo } from '../parts/link.tsx';
import { TextSkeleton } from '../parts/skeletons.tsx';
import { Failed } from '../parts/states.tsx';
import { useTell } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import { DoorCard } from './door-card.tsx';
import { useEnter } from './enter.ts';
import { NewPassword } from './new-password.tsx';
import { fewest } from './strength-rules.ts';
import { useLink } from './use-link.ts';

/** A new password by the link of a letter, or one that an administrator handed over. */
export function ResetPage() {
  const { t } = useWords();
  const { token, known, missing } = useLink();
  const data = known.data?.kind === 'reset' ? known.data : undefined;
  if (missing || known.isError || (known.data && !data)) {
    return (
      <DoorCard
        title={t('staff.reset.title')}
        sentence={t('staff.reset.spent')}
        foot={<LinkTo to="/reset-password">{t('staff.askReset.act')}</LinkTo>}
      >
        {known.isError ? <Failed error={known.error} inline /> : null}
      </DoorCard>
    );
  }
  const sentence = data ? t('staff.reset.sentence', { email: data.email ?? '' }) : undefined;
  return (
    <DoorCard title={t('staff.reset.title')} sentence={sentence}>
      {data ? <ResetForm token={token} known={[data.name ?? '', data.email ?? '']} /> : <TextSkeleton />}
    </DoorCard>
  );
}

function ResetForm({ token, known }: { readonly token: string; readonly known: readonly string[] }) {
  const { t } = useWords();
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const enter = useEnter();
  const setting = useTell(reset, { done: () => enter() });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if ([...password].length >= fewest) setting.mutate({ token, password });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <NewPassword value={password} known={known} wrong={tried} onChange={setPassword} />
        {setting.isError ? <Failed error={setting.error} inline /> : null}
        <Button type="submit" loading={setting.isPending} fullWidth>
          {t('staff.reset.act')}
        </Button>
      </Stack>
    </form>
  );
}
