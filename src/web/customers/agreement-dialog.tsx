import { Button, Modal, Select, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { show as showCustomer } from '../../shared/customers.ts';
import { agreementKinds, editAgreement, makeAgreement } from '../../shared/customers-agreements.ts';
import { recall } from '../../shared/memory.ts';
import { Failed } from '../parts/states.tsx';
import { useTell } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import type { Agreement } from './agreements.tsx';
import classes from './told.module.css';

interface Fields {
  readonly number: string;
  readonly kind: Agreement['kind'];
  readonly line: string;
  readonly place: string;
  readonly asset: string;
  readonly since: string;
  readonly until: string;
  readonly terms: string;
  readonly terms_version: string;
}

const texts = ['line', 'place', 'asset', 'since', 'until', 'terms', 'terms_version'] as const;

function fieldsOf(one: Agreement | undefined): Fields {
  const text = (value: string | null | undefined) => value ?? '';
  return {
    number: text(one?.number),
    kind: one?.kind ?? 'contract',
    line: text(one?.line),
    place: text(one?.place),
    asset: text(one?.asset),
    since: text(one?.since),
    until: text(one?.until),
    terms: text(one?.terms),
    terms_version: text(one?.terms_version),
  };
}

export interface AgreementDialogProps {
  readonly customerId: string;
  /** Absent for a new one. */
  readonly agreement: Agreement | undefined;
  readonly onClose: () => void;
}

/** Writes an agreement down or edits it; where a colleague was quicker, says so and shows his. */
export function AgreementDialog({ customerId, agreement, onClose }: AgreementDialogProps) {
  const { t } = useWords();
  const [fields, setFields] = useState(() => fieldsOf(agreement));
  const options = { refresh: [showCustomer, recall], done: onClose };
  const make = useTell(makeAgreement, options);
  const edit = useTell(editAgreement, options);
  const change = (part: Partial<Fields>) => setFields((old) => ({ ...old, ...part }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const rest = Object.fromEntries(
      texts.map((name) => [name, fields[name].trim() === '' ? null : fields[name].trim()]),
    );
    const input = { customer_id: customerId, number: fields.number.trim(), kind: fields.kind, ...rest };
    if (!agreement) return make.mutate(input);
    edit.mutate({ ...input, agreement_id: agreement.agreement_id, version: agreement.version });
  };
  const tell = agreement ? edit : make;
  return (
    <Modal
      opened
      onClose={onClose}
      title={agreement ? t('customers.agreement.edit', { number: agreement.number }) : t('customers.agreement.make')}
      closeButtonProps={{ 'aria-label': t('parts.act.close') }}
    >
      <form className={classes.form} onSubmit={submit}>
        <Select
          label={t('customers.agreement.kind')}
          allowDeselect={false}
          data={agreementKinds.map((one) => ({ value: one, label: t(`customers.agreement.${one}`) }))}
          value={fields.kind}
          onChange={(kind) => change({ kind: agreementKinds.find((one) => one === kind) ?? 'contract' })}
        />
        <TextInput
          label={t('customers.agreement.number')}
          required
          maxLength={200}
          value={fields.number}
          onChange={(event) => change({ number: event.currentTarget.value })}
        />
        {(['line', 'place', 'asset'] as const).map((name) => (
          <TextInput
            key={name}
            label={t(`customers.agreement.${name}`)}
            maxLength={200}
            value={fields[name]}
            onChange={(event) => change({ [name]: event.currentTarget.value })}
          />
        ))}
        <div className={classes.pair}>
          <TextInput
            type="date"
            label={t('customers.agreement.from')}
            value={fields.since}
            onChange={(event) => change({ since: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            label={t('customers.agreement.to')}
            value={fields.until}
            onChange={(event) => change({ until: event.currentTarget.value })}
          />
        </div>
        <Textarea
          label={t('customers.agreement.terms')}
          autosize
          minRows={2}
          maxRows={6}
          value={fields.terms}
          onChange={(event) => change({ terms: event.currentTarget.value })}
        />
        <TextInput
          label={t('customers.agreement.termsVersion')}
          maxLength={200}
          value={fields.terms_version}
          onChange={(event) => change({ terms_version: event.currentTarget.value })}
        />
        {tell.error ? <Failed error={tell.error} inline /> : null}
        <div className={classes.formActs}>
          <Button variant="subtle" onClick={onClose}>
            {t('parts.act.cancel')}
          </Button>
          <Button type="submit" loading={tell.isPending}>
            {t('parts.act.save')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
