import { Button, Group, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { listMappings, saveMapping } from '../../shared/imports.ts';
import { Failed } from '../parts/states.tsx';
import { tellDone } from '../parts/toast.tsx';
import { useAsk, useTell } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import classes from './wizard.module.css';

export interface MappingTextProps {
  /** The mapping as it stands, in YAML. */
  readonly yaml: string;
  /** What is used instead of the guess, when it was written or chosen by hand. */
  readonly byHand?: string;
  readonly onChange: (yaml: string | undefined) => void;
}

/** The mapping as text for those who want more than columns: saved ones to choose, this one to edit and to save. */
export function MappingText({ yaml, byHand, onChange }: MappingTextProps) {
  const { t } = useWords();
  const saved = useAsk(listMappings, {});
  const [draft, setDraft] = useState<string>();
  const all = saved.data?.mappings ?? [];
  const choose = (id: string | null) => {
    setDraft(undefined);
    onChange(all.find((one) => one.mapping_id === id)?.yaml);
  };
  const chosen = all.find((one) => one.yaml === byHand)?.mapping_id ?? null;
  return (
    <div className={classes.mapping}>
      {all.length > 0 ? (
        <Select
          label={t('importing.saved')}
          placeholder={t('importing.guessed')}
          data={all.map((one) => ({ value: one.mapping_id, label: one.name }))}
          clearable
          value={chosen}
          onChange={choose}
        />
      ) : null}
      {byHand === undefined ? null : (
        <Group gap="xs">
          <span>{t('importing.byHand')}</span>
          <Button variant="subtle" size="compact-sm" onClick={() => choose(null)}>
            {t('importing.backToGuess')}
          </Button>
        </Group>
      )}
      <details className={classes.fold}>
        <summary>{t('importing.editText')}</summary>
        <Textarea
          aria-label={t('importing.mapping')}
          classNames={{ input: classes.yaml }}
          autosize
          minRows={8}
          maxRows={24}
          spellCheck={false}
          value={draft ?? byHand ?? yaml}
          onChange={(event) => setDraft(event.currentTarget.value)}
        />
        <Group gap="xs" mt="xs">
          <Button
            variant="default"
            disabled={draft === undefined}
            onClick={() => {
              onChange(draft);
              setDraft(undefined);
            }}
          >
            {t('importing.useText')}
          </Button>
        </Group>
      </details>
      <Save yaml={byHand ?? yaml} known={all} />
    </div>
  );
}

function Save(props: {
  readonly yaml: string;
  readonly known: readonly { readonly name: string; readonly version: number }[];
}) {
  const { t } = useWords();
  const [name, setName] = useState('');
  const saving = useTell(saveMapping, {
    refresh: [listMappings],
    done: () => {
      setName('');
      tellDone(t('importing.mappingSaved'));
    },
  });
  const save = () => {
    const version = props.known.find((one) => one.name === name.trim())?.version;
    saving.mutate({ name, mapping: props.yaml, ...(version === undefined ? {} : { version }) });
  };
  return (
    <details className={classes.fold}>
      <summary>{t('importing.saveMapping')}</summary>
      <Group gap="xs" align="flex-end">
        <TextInput
          label={t('importing.mappingName')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button variant="default" disabled={name.trim() === ''} loading={saving.isPending} onClick={save}>
          {t('parts.act.save')}
        </Button>
      </Group>
      {saving.isError ? <Failed error={saving.error} inline /> : null}
    </details>
  );
}
