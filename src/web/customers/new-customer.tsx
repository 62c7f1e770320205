import { ActionIcon, Button, Modal, Select, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { counts, keyKinds, list, make } from '../../shared/customers.ts';
import { Failed } from '../parts/states.tsx';
import { useGo } from '../platform/place.ts';
import { useTell } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import { CustomerFields, type Details, detailsOf } from './customer-fields.tsx';
import classes from './customers.module.css';

const handKinds = keyKinds.filter((kind) => kind !== 'anonymous');

interface KeyDraft {
  readonly id: number;
  readonly kind: (typeof keyKinds)[number];
  readonly value: string;
}

/** Makes a customer by hand: who he is, and the keys that the maker has checked. */
export function NewCustomer({ name, onClose }: { readonly name: string; readonly onClose: () => void }) {
  const { t } = useWords();
  const go = useGo();
  const [details, setDetails] = useState<Details>({
    kind: 'person',
    name,
    given_name: '',
    family_name: '',
    language: '',
    country: '',
    city: '',
    note: '',
  });
  const [keys, setKeys] = useState<readonly KeyDraft[]>([{ id: 0, kind: 'email', value: '' }]);
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  const tell = useTell(make, {
    refresh: [list, counts],
    done: (reply) => go(`/customers/${reply.customer_id}`),
    refused: (refused) => setWrong(new Set(refused.errors.map((error) => error.path))),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const input = {
      ...detailsOf(details),
      keys: keys.filter((key) => key.value.trim() !== '').map(({ kind, value }) => ({ kind, value: value.trim() })),
    };
    const read = make.input.safeParse(input);
    if (!read.success) return setWrong(new Set(read.error.issues.map((issue) => issue.path.join('.'))));
    setWrong(new Set());
    tell.mutate(input);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('customers.make.act')}
      closeButtonProps={{ 'aria-label': t('parts.act.close') }}
    >
      <form className={classes.form} onSubmit={submit} noValidate>
        <CustomerFields value={details} change={(part) => setDetails((old) => ({ ...old, ...part }))} wrong={wrong} />
        <fieldset className={classes.keys}>
          <legend>{t('customers.make.keys')}</legend>
          <p className={classes.soft}>{t('customers.make.keysHint')}</p>
          {keys.map((key, index) => (
            <KeyLine
              key={key.id}
              value={key}
              wrong={wrong.has(`keys.${index}.value`) || wrong.has(`keys.${index}`)}
              change={(part) => setKeys(keys.map((one) => (one.id === key.id ? { ...one, ...part } : one)))}
              drop={() => setKeys(keys.filter((one) => one.id !== key.id))}
            />
          ))}
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={14} stroke={2} />}
            disabled={keys.length >= 10}
            onClick={() => setKeys([...keys, { id: (keys.at(-1)?.id ?? 0) + 1, kind: 'phone', value: '' }])}
          >
            {t('customers.make.oneMore')}
          </Button>
        </fieldset>
        {tell.error ? <Failed error={tell.error} inline /> : null}
        <div className={classes.formActs}>
          <Button variant="subtle" onClick={onClose}>
            {t('parts.act.cancel')}
          </Button>
          <Button type="submit" loading={tell.isPending}>
            {t('customers.make.save')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

interface KeyLineProps {
  readonly value: KeyDraft;
  readonly wrong: boolean;
  readonly change: (part: Partial<KeyDraft>) => void;
  readonly drop: () => void;
}

function KeyLine({ value, wrong, change, drop }: KeyLineProps) {
  const { t } = useWords();
  return (
    <div className={classes.keyLine}>
      <Select
        aria-label={t('customers.key.kind')}
        allowDeselect={false}
        data={handKinds.map((kind) => ({ value: kind, label: t(`customers.key.${kind}`) }))}
        value={value.kind}
        onChange={(kind) => change({ kind: handKinds.find((one) => one === kind) ?? 'email' })}
      />
      <TextInput
        aria-label={t('customers.key.value')}
        placeholder={t('customers.key.value')}
        autoComplete="off"
        maxLength={300}
        value={value.value}
        error={wrong ? t('customers.field.wrong') : undefined}
        onChange={(event) => change({ value: event.currentTarget.value })}
      />
      <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('parts.act.remove')} onClick={drop}>
        <IconX size={16} stroke={1.8} />
      </ActionIcon>
    </div>
  );
}
