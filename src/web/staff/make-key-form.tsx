import { Checkbox, Select, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { apiKeys, keyScopes, makeApiKey } from '../../shared/staff-house.ts';
import { changes } from '../../shared/staff-people.ts';
import { FormDialog } from '../parts/form-dialog.tsx';
import { SecretOnce } from '../parts/secret-once.tsx';
import { now } from '../platform/clock.ts';
import { useCan } from '../platform/session.ts';
import { useTell } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';

type Scope = (typeof keyScopes)[number];
const spans = ['30', '90', '365', 'none'] as const;
type Span = (typeof spans)[number];

/** Makes an API key: a name, what it may do, until when; then shows its secret this once. */
export function MakeKeyForm({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords();
  const can = useCan();
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<readonly Scope[]>([]);
  const [span, setSpan] = useState<Span>('90');
  const [tried, setTried] = useState(false);
  const making = useTell(makeApiKey, { refresh: [apiKeys, changes] });
  if (making.data) {
    return (
      <FormDialog title={t('staff.keys.made', { name })} onClose={onClose}>
        <Text>{t('staff.keys.madeSentence')}</Text>
        <SecretOnce label={t('staff.keys.secret')} secret={making.data.secret} />
      </FormDialog>
    );
  }
  const submit = () => {
    setTried(true);
    if (name.trim() !== '' && scopes.length > 0) making.mutate({ name, scopes: [...scopes], until: untilOf(span) });
  };
  return (
    <FormDialog
      title={t('staff.keys.make')}
      act={t('staff.keys.make')}
      busy={making.isPending}
      error={making.error}
      onClose={onClose}
      onSubmit={submit}
    >
      <TextInput
        label={t('staff.keys.name')}
        description={t('staff.keys.nameHelp')}
        data-autofocus
        value={name}
        error={tried && name.trim() === '' ? t('staff.field.needed') : undefined}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Checkbox.Group
        label={t('staff.keys.scopes')}
        value={[...scopes]}
        error={tried && scopes.length === 0 ? t('staff.field.atLeastOne') : undefined}
        onChange={(chosen) => setScopes(keyScopes.filter((scope) => chosen.includes(scope)))}
      >
        <Stack gap="xs" mt="xs">
          {keyScopes
            .filter((scope) => can(scope))
            .map((scope) => (
              <Checkbox
                key={scope}
                value={scope}
                label={t(`staff.right.${scope}.name`)}
                description={t(`staff.right.${scope}.means`)}
              />
            ))}
        </Stack>
      </Checkbox.Group>
      <Select
        label={t('staff.keys.until')}
        data={spans.map((one) => ({ value: one, label: t(`staff.keys.span.${one}`) }))}
        value={span}
        allowDeselect={false}
        onChange={(next) => setSpan(spans.find((one) => one === next) ?? span)}
      />
    </FormDialog>
  );
}

function untilOf(span: Span): string | null {
  if (span === 'none') return null;
  const until = now();
  until.setUTCDate(until.getUTCDate() + Number(span));
  return until.toISOString();
}
