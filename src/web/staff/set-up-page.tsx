import { Button, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { setUp } from '../../shared/staff.ts';
import { noneWrong, type WrongFields, wrongBy, wrongIn } from '../parts/fields.ts';
import { LinkTo } from '../parts/link.tsx';
import { TextSkeleton } from '../parts/skeletons.tsx';
import { Failed } from '../parts/states.tsx';
import { useTell } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import classes from './door.module.css';
import { DoorCard } from './door-card.tsx';
import { useEnter } from './enter.ts';
import { guessHouse, HouseFields } from './house-fields.tsx';
import { LanguageSelect } from './language-select.tsx';
import { NewPassword } from './new-password.tsx';
import { useLink } from './use-link.ts';

/** The first page of a new house, from the one-time link that its server printed. */
export function SetUpPage() {
  const { t } = useWords();
  const { token, known, missing } = useLink();
  if (missing) {
    return (
      <DoorCard
        title={t('staff.setUp.title')}
        sentence={t('staff.setUp.noLink')}
        foot={<LinkTo to="/sign-in">{t('staff.door.toSignIn')}</LinkTo>}
      >
        <p>{t('staff.setUp.whereLink')}</p>
      </DoorCard>
    );
  }
  if (known.isError || (known.data && known.data.kind !== 'set-up')) {
    return (
      <DoorCard
        title={t('staff.setUp.title')}
        sentence={t('staff.setUp.spent')}
        foot={<LinkTo to="/sign-in">{t('staff.door.toSignIn')}</LinkTo>}
      >
        {known.isError ? <Failed error={known.error} inline /> : null}
      </DoorCard>
    );
  }
  return (
    <DoorCard title={t('staff.setUp.title')} sentence={t('staff.setUp.sentence')}>
      {known.data ? <SetUpForm token={token} /> : <TextSkeleton />}
    </DoorCard>
  );
}

function SetUpForm({ token }: { readonly token: string }) {
  const { t, language } = useWords();
  const [house, setHouse] = useState(() => guessHouse(language));
  const [person, setPerson] = useState({ name: '', email: '', password: '', language });
  const [own, setOwn] = useState<WrongFields>(noneWrong);
  const enter = useEnter();
  const making = useTell(setUp, { done: () => enter(person.language) });
  const wrong = new Set([...own, ...wrongBy(making.error)]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const input = { token, organisation: house, person: { ...person, email: person.email.trim() } };
    const found = wrongIn(setUp.input, input);
    setOwn(found);
    if (found.size === 0) making.mutate(input);
  };
  const set = (change: Partial<typeof person>) => setPerson({ ...person, ...change });
  return (
    <form onSubmit={submit} noValidate>
      <fieldset className={classes.part}>
        <legend>{t('staff.setUp.organisation')}</legend>
        <HouseFields value={house} onChange={setHouse} wrong={under('organisation', wrong)} />
      </fieldset>
      <fieldset className={classes.part}>
        <legend>{t('staff.setUp.you')}</legend>
        <Stack gap="md">
          <TextInput
            label={t('staff.person.name')}
            name="name"
            autoComplete="name"
            value={person.name}
            error={wrong.has('person.name') ? t('staff.field.needed') : undefined}
            onChange={(event) => set({ name: event.currentTarget.value })}
          />
          <TextInput
            label={t('staff.person.email')}
            description={t('staff.setUp.emailHelp')}
            type="email"
            name="email"
            autoComplete="username"
            value={person.email}
            error={wrong.has('person.email') ? t('staff.field.email') : undefined}
            onChange={(event) => set({ email: event.currentTarget.value })}
          />
          <NewPassword
            value={person.password}
            known={[person.name, person.email]}
            wrong={wrong.has('person.password')}
            onChange={(password) => set({ password })}
          />
          <LanguageSelect
            label={t('staff.person.language')}
            value={person.language}
            onChange={(next) => set({ language: next })}
          />
        </Stack>
      </fieldset>
      <Stack gap="sm">
        {making.isError ? <Failed error={making.error} inline /> : null}
        {own.size > 0 ? <p role="alert">{t('staff.field.some')}</p> : null}
        <Button type="submit" loading={making.isPending} fullWidth size="md">
          {t('staff.setUp.act')}
        </Button>
      </Stack>
    </form>
  );
}

/** The marked paths below a prefix, without it. */
function under(prefix: string, wrong: WrongFields): WrongFields {
  const start = `${prefix}.`;
  return new Set([...wrong].filter((path) => path.startsWith(start)).map((path) => path.slice(start.length)));
}
