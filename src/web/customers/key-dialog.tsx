import { Button, Modal, Select, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { keyKinds } from '../../shared/customers.ts';
import { Failed } from '../parts/states.tsx';
import { useWords } from '../platform/words.ts';
import classes from './told.module.css';

type KeyKind = (typeof keyKinds)[number];

export interface KeyDialogProps {
  readonly error: unknown;
  readonly busy: boolean;
  readonly onKey: (key: { readonly kind: KeyKind; readonly value: string }, evidence: string) => void;
  readonly onClose: () => void;
}

/** Adds a key that was verified, with what it was verified by. */
export function KeyDialog({ error, busy, onKey, onClose }: KeyDialogProps) {
  const { t } = useWords();
  const [kind, setKind] = useState<KeyKind>('phone');
  const [value, setValue] = useState('');
  const [evidence, setEvidence] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onKey({ kind, value: value.trim() }, evidence.trim());
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('customers.key.add')}
      closeButtonProps={{ 'aria-label': t('parts.act.close') }}
    >
      <form className={classes.form} onSubmit={submit}>
        <Select
          label={t('customers.key.kind')}
          allowDeselect={false}
          data={keyKinds
            .filter((one) => one !== 'anonymous')
            .map((one) => ({ value: one, label: t(`customers.key.${one}`) }))}
          value={kind}
          onChange={(chosen) => setKind(keyKinds.find((one) => one === chosen) ?? 'phone')}
        />
        <TextInput
          label={t('customers.key.value')}
          required
          maxLength={300}
          autoComplete="off"
          data-autofocus
          value={value}
          onChange={(event) => setValue(event.currentTarget.value)}
        />
        <TextInput
          label={t('customers.key.evidence')}
          description={t('customers.key.evidenceHint')}
          required
          maxLength={200}
          value={evidence}
          onChange={(event) => setEvidence(event.currentTarget.value)}
        />
        {error ? <Failed error={error} inline /> : null}
        <div className={classes.formActs}>
          <Button variant="subtle" onClick={onClose}>
            {t('parts.act.cancel')}
          </Button>
          <Button type="submit" loading={busy}>
            {t('customers.key.add')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
