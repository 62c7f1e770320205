import { Select, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type Partner, partners, savePartner } from '../../shared/promises-partners.ts';
import { languages } from '../../shared/scalars.ts';
import { noneWrong, type WrongFields, wrongBy, wrongIn } from '../parts/fields.ts';
import { FormDialog } from '../parts/form-dialog.tsx';
import { tellDone } from '../parts/toast.tsx';
import { useMe } from '../platform/session.ts';
import { useTell } from '../platform/use-ask.ts';
import { ownNames, useWords } from '../platform/words.ts';

/** Adds a partner, or changes one. */
export function PartnerForm({ partner, onClose }: { readonly partner?: Partner; readonly onClose: () => void }) {
  const { t } = useWords();
  const { person } = useMe();
  const [name, setName] = useState(partner?.name ?? '');
  const [email, setEmail] = useState(partner?.email ?? '');
  const [language, setLanguage] = useState(partner?.language ?? person.language);
  const [found, setFound] = useState<WrongFields>(noneWrong);
  const saving = useTell(savePartner, {
    refresh: [partners],
    done: () => {
      onClose();
      tellDone(t('promisesOutside.partners.saved'));
    },
  });
  const known =
    partner === undefined
      ? {}
      : { partner_id: partner.partner_id, version: partner.version, closed: partner.closed_at !== null };
  const submit = () => {
    const input = { ...known, name, email: email.trim() === '' ? null : email.trim(), language };
    const not = wrongIn(savePartner.input, input);
    setFound(not);
    if (not.size === 0) saving.mutate(input);
  };
  const wrong = new Set([...found, ...wrongBy(saving.error)]);
  return (
    <FormDialog
      title={partner?.name ?? t('promisesOutside.partners.make')}
      act={t('parts.act.save')}
      busy={saving.isPending}
      error={saving.error}
      onClose={onClose}
      onSubmit={submit}
    >
      <TextInput
        label={t('promisesOutside.partners.name')}
        data-autofocus
        value={name}
        error={wrong.has('name') ? t('promisesOutside.keeper.needed') : undefined}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        type="email"
        label={t('promisesOutside.partners.email')}
        description={t('promisesOutside.partners.emailHelp')}
        value={email}
        error={wrong.has('email') ? t('staff.field.needed') : undefined}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <Select
        label={t('promisesOutside.partners.language')}
        data={languages.map((one) => ({ value: one, label: ownNames[one] }))}
        value={language}
        allowDeselect={false}
        onChange={(next) => setLanguage(languages.find((one) => one === next) ?? language)}
      />
    </FormDialog>
  );
}

/** Ends the work with a partner: his link stops at once. */
export function EndPartnerForm({ partner, onClose }: { readonly partner: Partner; readonly onClose: () => void }) {
  const { t } = useWords();
  const { partner_id, version, name, email, language, open } = partner;
  const saving = useTell(savePartner, { refresh: [partners], done: onClose });
  return (
    <FormDialog
      title={t('promisesOutside.partners.endTitle', { name })}
      act={t('promisesOutside.partners.end')}
      grave
      busy={saving.isPending}
      error={saving.error}
      onClose={onClose}
      onSubmit={() => saving.mutate({ partner_id, version, name, email, language, closed: true })}
    >
      <Text>{t('promisesOutside.partners.endSentence')}</Text>
      {open === 0 ? null : <Text fw={600}>{t('promisesOutside.partners.endOpen', { count: open })}</Text>}
    </FormDialog>
  );
}
