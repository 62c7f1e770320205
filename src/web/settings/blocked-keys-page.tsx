import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { blockedKeys, blockKey, claims, keyKinds } from '../../shared/customers.ts';
import { noneWrong, type WrongFields, wrongIn } from '../parts/fields.ts';
import { FormDialog } from '../parts/form-dialog.tsx';
import { LinkTo } from '../parts/link.tsx';
import { List } from '../parts/list.tsx';
import { Page } from '../parts/page.tsx';
import { RowLine } from '../parts/row-line.tsx';
import { Answer, Empty } from '../parts/states.tsx';
import { tellDone } from '../parts/toast.tsx';
import { When } from '../parts/values.tsx';
import { useAsk, useTell } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';

/** Numbers and addresses that belong to nobody alone: they never again tell one customer from another. */
export function BlockedKeysPage() {
  const { t } = useWords();
  const asked = useAsk(blockedKeys, {});
  const [adding, setAdding] = useState(false);
  return (
    <Page
      title={t('settings.blocked.title')}
      sentence={t('settings.blocked.sentence')}
      above={<LinkTo to="/settings">{t('shell.nav.settings')}</LinkTo>}
      acts={
        <Button leftSection={<IconPlus size={16} stroke={2} />} onClick={() => setAdding(true)}>
          {t('settings.blocked.add')}
        </Button>
      }
    >
      <Answer of={asked}>
        {({ keys }) =>
          keys.length === 0 ? (
            <Empty title={t('settings.blocked.none')} sentence={t('settings.blocked.noneSentence')} />
          ) : (
            <List
              label={t('settings.blocked.title')}
              items={keys}
              keyOf={(key) => `${key.kind}:${key.value}`}
              row={(key) => (
                <RowLine
                  name={key.value}
                  detail={`${kindWord(key.kind)} · ${key.reason}`}
                  end={<When at={key.made_at} />}
                />
              )}
            />
          )
        }
      </Answer>
      {adding ? <BlockForm onClose={() => setAdding(false)} /> : null}
    </Page>
  );

  function kindWord(kind: string): string {
    const known = keyKinds.find((one) => one === kind);
    return known === undefined ? kind : t(`settings.key.${known}`);
  }
}

function BlockForm({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords();
  const [kind, setKind] = useState<(typeof keyKinds)[number]>('phone');
  const [value, setValue] = useState('');
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState<WrongFields>(noneWrong);
  const blocking = useTell(blockKey, {
    refresh: [blockedKeys, claims],
    done: () => {
      onClose();
      tellDone(t('settings.blocked.done'));
    },
  });
  const submit = () => {
    const input = { key: { kind, value: value.trim() }, reason };
    const found = wrongIn(blockKey.input, input);
    setWrong(found);
    if (found.size === 0) blocking.mutate(input);
  };
  return (
    <FormDialog
      title={t('settings.blocked.add')}
      act={t('settings.blocked.act')}
      busy={blocking.isPending}
      error={blocking.error}
      onClose={onClose}
      onSubmit={submit}
    >
      <Select
        label={t('settings.blocked.kind')}
        data={keyKinds.map((one) => ({ value: one, label: t(`settings.key.${one}`) }))}
        value={kind}
        allowDeselect={false}
        onChange={(next) => setKind(keyKinds.find((one) => one === next) ?? kind)}
      />
      <TextInput
        label={t('settings.blocked.value')}
        data-autofocus
        value={value}
        error={wrong.has('key.value') ? t('staff.field.needed') : undefined}
        onChange={(event) => setValue(event.currentTarget.value)}
      />
      <Textarea
        label={t('settings.blocked.reason')}
        description={t('settings.blocked.reasonHelp')}
        autosize
        value={reason}
        error={wrong.has('reason') ? t('staff.field.needed') : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
