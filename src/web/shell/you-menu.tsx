import { Avatar, Button, Popover, Stack, Text, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconKeyboard, IconLogout } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { signOut } from '../../shared/staff.ts';
import { useMe } from '../platform/session.ts';
import { useTell } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import { DensityChoice, LanguageChoice, SchemeChoice } from './choices.tsx';
import { keysSheet } from './keys-sheet.tsx';
import classes from './you-menu.module.css';

/** Oneself: language, appearance, density, keys, sign out. */
export function YouMenu({ small = false }: { readonly small?: boolean }) {
  const { t } = useWords();
  const { person } = useMe();
  const [open, setOpen] = useState(false);
  const leaving = useTell(signOut, { done: () => globalThis.location.assign('/sign-in') });
  const face = (
    <Avatar size={small ? 32 : 28} radius="xl" color="accent" variant="light" aria-hidden="true">
      {initials(person.name)}
    </Avatar>
  );
  return (
    <Popover opened={open} onChange={setOpen} width={288} position="top-start" trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton className={small ? classes.small : classes.you} onClick={() => setOpen(!open)}>
          {face}
          {small ? null : <span className={classes.name}>{person.name}</span>}
          <VisuallyHidden>{t('shell.you.open')}</VisuallyHidden>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('shell.you.open')} p="md">
        <Stack gap="sm">
          <div>
            <Text fw={600}>{person.name}</Text>
            <Text size="sm" c="dimmed" className={classes.mail}>
              {person.email}
            </Text>
          </div>
          <Choice label={t('shell.you.language')}>
            <LanguageChoice />
          </Choice>
          <Choice label={t('shell.you.scheme')}>
            <SchemeChoice />
          </Choice>
          <Choice label={t('shell.you.density')}>
            <DensityChoice />
          </Choice>
          <div className={classes.acts}>
            <Button
              variant="subtle"
              size="compact-sm"
              leftSection={<IconKeyboard size={16} />}
              onClick={() => {
                setOpen(false);
                keysSheet.set(true);
              }}
            >
              {t('shell.you.keys')}
            </Button>
            <Button
              variant="subtle"
              size="compact-sm"
              leftSection={<IconLogout size={16} />}
              loading={leaving.isPending}
              onClick={() => leaving.mutate({})}
            >
              {t('shell.you.signOut')}
            </Button>
          </div>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

function Choice({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <Text size="xs" c="dimmed" mb={4} aria-hidden="true">
        {label}
      </Text>
      {children}
    </div>
  );
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0] ?? '');
  return letters.join('').toLocaleUpperCase();
}
