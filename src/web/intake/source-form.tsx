import { Select, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { editSource, makeSource, type Source, sources } from '../../shared/intake.ts';
import { channels } from '../../shared/memory.ts';
import { type Language, languages } from '../../shared/scalars.ts';
import { noneWrong, type WrongFields, wrongBy, wrongIn } from '../parts/fields.ts';
import { FormDialog } from '../parts/form-dialog.tsx';
import { tellDone } from '../parts/toast.tsx';
import { useGo } from '../platform/place.ts';
import { useMe } from '../platform/session.ts';
import { useShow } from '../platform/show.ts';
import { useTell } from '../platform/use-ask.ts';
import { ownNames, useWords } from '../platform/words.ts';
import { currencyChoices, zoneChoices } from '../platform/world.ts';
import { keepFreshKey } from './fresh-keys.ts';

const madeKinds = ['server', 'browser', 'file'] as const;
type MadeKind = (typeof madeKinds)[number];
type Channel = (typeof channels)[number];

interface Draft {
  readonly name: string;
  readonly kind: MadeKind;
  readonly channel: Channel;
  readonly zone: string;
  readonly currency: string;
  readonly language: Language;
}

/** Makes a source, or edits one; a new one leads to its page, where its key stands this once. */
export function SourceForm({ source, onClose }: { readonly source?: Source; readonly onClose: () => void }) {
  const { t } = useWords();
  const go = useGo();
  const { locale } = useShow();
  const { house, person } = useMe();
  const [draft, setDraft] = useState<Draft>(() => draftOf(source, { ...house, language: person.language }));
  const [found, setFound] = useState<WrongFields>(noneWrong);
  const choices = useMemo(() => ({ zones: zoneChoices(), currencies: currencyChoices(locale) }), [locale]);
  const making = useTell(makeSource, {
    refresh: [sources],
    done: (reply) => {
      if (reply.write_key !== null) keepFreshKey(reply.source_id, reply.write_key);
      onClose();
      go(`/intake/sources/${reply.source_id}`);
    },
  });
  const editing = useTell(editSource, {
    refresh: [sources],
    done: () => {
      onClose();
      tellDone(t('intake.source.saved'));
    },
  });
  const { kind, ...details } = draft;
  const wrong = new Set([...found, ...wrongBy(making.error), ...wrongBy(editing.error)]);
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  const submit = () => {
    const not = wrongIn(makeSource.input, draft);
    setFound(not);
    if (not.size > 0) return;
    if (source === undefined) return making.mutate({ ...details, kind });
    editing.mutate({ ...details, source_id: source.source_id, version: source.version });
  };
  return (
    <FormDialog
      title={source === undefined ? t('intake.source.make') : source.name}
      act={source === undefined ? t('intake.source.makeAct') : t('parts.act.save')}
      busy={making.isPending || editing.isPending}
      error={making.error ?? editing.error}
      onClose={onClose}
      onSubmit={submit}
    >
      <TextInput
        label={t('intake.source.name')}
        description={t('intake.source.nameHelp')}
        data-autofocus
        value={draft.name}
        error={wrong.has('name') ? t('staff.field.needed') : undefined}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      {source === undefined ? (
        <Select
          label={t('intake.source.kind')}
          description={t(`intake.kindHelp.${draft.kind}`)}
          data={madeKinds.map((one) => ({ value: one, label: t(`intake.kind.${one}`) }))}
          value={draft.kind}
          allowDeselect={false}
          onChange={(next) => set({ kind: madeKinds.find((one) => one === next) ?? draft.kind })}
        />
      ) : null}
      <Select
        label={t('intake.source.channel')}
        description={t('intake.source.channelHelp')}
        data={channels.map((one) => ({ value: one, label: t(`memory.channel.${one}`) }))}
        value={draft.channel}
        allowDeselect={false}
        onChange={(next) => set({ channel: channels.find((one) => one === next) ?? draft.channel })}
      />
      <Select
        label={t('intake.source.zone')}
        description={t('intake.source.zoneHelp')}
        data={choices.zones}
        searchable
        value={draft.zone}
        allowDeselect={false}
        onChange={(zone) => set({ zone: zone ?? draft.zone })}
      />
      <Select
        label={t('intake.source.currency')}
        data={choices.currencies}
        searchable
        value={draft.currency}
        allowDeselect={false}
        onChange={(currency) => set({ currency: currency ?? draft.currency })}
      />
      <Select
        label={t('intake.source.language')}
        data={languages.map((one) => ({ value: one, label: ownNames[one] }))}
        value={draft.language}
        allowDeselect={false}
        onChange={(next) => set({ language: languages.find((one) => one === next) ?? draft.language })}
      />
    </FormDialog>
  );
}

function draftOf(
  source: Source | undefined,
  fallback: { readonly zone: string; readonly currency: string; readonly language: Language },
): Draft {
  const { zone, currency, language } = fallback;
  if (source === undefined) return { name: '', kind: 'server', channel: 'web', zone, currency, language };
  return {
    name: source.name,
    kind: madeKinds.find((one) => one === source.kind) ?? 'server',
    channel: channels.find((one) => one === source.channel) ?? 'other',
    zone: source.zone,
    currency: source.currency,
    language: languages.find((one) => one === source.language) ?? language,
  };
}
