import { Button, Modal } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { edit, list, type Profile, show as showCustomer } from '../../shared/customers.ts';
import { recall } from '../../shared/memory.ts';
import { languages } from '../../shared/scalars.ts';
import { Failed } from '../parts/states.tsx';
import { ask } from '../platform/ask.ts';
import { useTell } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import { Conflict } from './conflict.tsx';
import { CustomerFields, type Details, detailNames, detailsOf } from './customer-fields.tsx';
import classes from './told.module.css';

/** A profile as the fields of a form. */
function asDetails(profile: Profile): Details {
  return {
    kind: profile.kind,
    name: profile.name ?? '',
    given_name: profile.given_name ?? '',
    family_name: profile.family_name ?? '',
    language: languages.find((one) => one === profile.language) ?? '',
    country: profile.country ?? '',
    city: profile.city ?? '',
    note: profile.note ?? '',
  };
}

/** Edits who he is; where someone else saved meanwhile, shows both and lets the reader choose field by field. */
export function EditDialog({ profile, onClose }: { readonly profile: Profile; readonly onClose: () => void }) {
  const { t } = useWords();
  const [mine, setMine] = useState(() => asDetails(profile));
  const [version, setVersion] = useState(profile.version);
  const [theirs, setTheirs] = useState<Details>();
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  const tell = useTell(edit, {
    refresh: [showCustomer, recall, list],
    done: onClose,
    refused: (refused) => {
      setWrong(new Set(refused.errors.map((error) => error.path)));
      if (refused.code === 'record.stale') void seeBoth();
    },
  });
  const seeBoth = async () => {
    const fresh = await ask(showCustomer, { customer_id: profile.customer_id });
    setVersion(fresh.version);
    setTheirs(asDetails(fresh));
    tell.reset();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const input = { customer_id: profile.customer_id, version, ...detailsOf(mine) };
    const read = edit.input.safeParse(input);
    if (!read.success) return setWrong(new Set(read.error.issues.map((issue) => issue.path.join('.'))));
    setWrong(new Set());
    tell.mutate(input);
  };
  const differing = theirs ? detailNames.filter((name) => theirs[name] !== mine[name]) : [];
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('customers.edit.act')}
      closeButtonProps={{ 'aria-label': t('parts.act.close') }}
    >
      <form className={classes.form} onSubmit={submit} noValidate>
        {theirs && differing.length > 0 ? (
          <Conflict
            mine={mine}
            theirs={theirs}
            differing={differing}
            onTake={(name) => setMine((old) => ({ ...old, [name]: theirs[name] }))}
          />
        ) : null}
        <CustomerFields value={mine} change={(part) => setMine((old) => ({ ...old, ...part }))} wrong={wrong} />
        {tell.error && tell.error.code !== 'record.stale' ? <Failed error={tell.error} inline /> : null}
        <div className={classes.formActs}>
          <Button variant="subtle" onClick={onClose}>
            {t('parts.act.cancel')}
          </Button>
          <Button type="submit" loading={tell.isPending}>
            {t(theirs ? 'customers.edit.saveMine' : 'parts.act.save')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
