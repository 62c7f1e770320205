import { Button, Modal, Select, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { show as showCustomer } from '../../shared/customers.ts';
import { agreementRoles, setRole } from '../../shared/customers-agreements.ts';
import { FindCustomer } from '../parts/find-customer.tsx';
import type { FoundCustomer } from '../parts/found-customer.ts';
import { Failed } from '../parts/states.tsx';
import { useTell } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import type { Agreement } from './agreements.tsx';
import classes from './told.module.css';

type Role = (typeof agreementRoles)[number];

/** Says who is what on an agreement, since and until when. */
export function RoleDialog({ agreement, onClose }: { readonly agreement: Agreement; readonly onClose: () => void }) {
  const { t } = useWords();
  const [who, setWho] = useState<FoundCustomer>();
  const [role, setWhat] = useState<Role>('authorised');
  const [since, setSince] = useState('');
  const [until, setUntil] = useState('');
  const tell = useTell(setRole, { refresh: [showCustomer], done: onClose });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!who) return;
    tell.mutate({
      owner_id: agreement.customer_id,
      agreement_id: agreement.agreement_id,
      customer_id: who.customer_id,
      role,
      since: since === '' ? null : since,
      until: until === '' ? null : until,
    });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('customers.role.title', { number: agreement.number })}
      closeButtonProps={{ 'aria-label': t('parts.act.close') }}
    >
      <form className={classes.form} onSubmit={submit}>
        {who ? (
          <div className={classes.chosen}>
            <strong>{who.name ?? t('customers.noName')}</strong>
            <Button variant="subtle" size="compact-sm" onClick={() => setWho(undefined)}>
              {t('customers.finder.other')}
            </Button>
          </div>
        ) : (
          <FindCustomer label={t('customers.role.who')} autoFocus onFound={setWho} />
        )}
        <Select
          label={t('customers.role.what')}
          allowDeselect={false}
          data={agreementRoles.map((one) => ({ value: one, label: t(`customers.role.${one}`) }))}
          value={role}
          onChange={(chosen) => setWhat(agreementRoles.find((one) => one === chosen) ?? 'authorised')}
        />
        <div className={classes.pair}>
          <TextInput
            type="date"
            label={t('customers.agreement.from')}
            value={since}
            onChange={(event) => setSince(event.currentTarget.value)}
          />
          <TextInput
            type="date"
            label={t('customers.agreement.to')}
            value={until}
            onChange={(event) => setUntil(event.currentTarget.value)}
          />
        </div>
        {tell.error ? <Failed error={tell.error} inline /> : null}
        <div className={classes.formActs}>
          <Button variant="subtle" onClick={onClose}>
            {t('parts.act.cancel')}
          </Button>
          <Button type="submit" loading={tell.isPending} disabled={!who}>
            {t('parts.act.save')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
