import { Checkbox, MultiSelect, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { AskOf } from '../../shared/contract.ts';
import { failingMarks, stages } from '../../shared/moments-shown.ts';
import { asks, indicators, saveTouchpoint, type Touchpoint, touchpoints } from '../../shared/moments-touchpoints.ts';
import { type Language, languages } from '../../shared/scalars.ts';
import { departments } from '../../shared/staff-house.ts';
import { wrongBy, wrongIn } from '../parts/fields.ts';
import { FormDialog } from '../parts/form-dialog.tsx';
import { tellDone } from '../parts/toast.tsx';
import { useAsk, useTell } from '../platform/use-ask.ts';
import { ownNames, useWords } from '../platform/words.ts';
import { momentReads } from './moment-reads.ts';
import { useSaying } from './moment-words.ts';
import classes from './touchpoint.module.css';

type Texts = Readonly<Record<Language, string>>;
const noTexts: Texts = { en: '', es: '', ru: '' };

interface Draft {
  readonly touchpoint: string;
  readonly sameAs: string | null;
  readonly names: Texts;
  readonly standards: Texts;
  readonly stage: Touchpoint['stage'];
  readonly departments: string[];
  readonly owners: Readonly<Record<string, string>>;
  readonly indicators: Readonly<Record<string, number>>;
  readonly ask: Touchpoint['ask'];
  readonly closed: boolean;
}

interface TouchpointFormProps {
  /** Absent: a new one. */
  readonly of: Touchpoint | undefined;
  readonly all: readonly Touchpoint[];
  readonly onClose: () => void;
}

/** One touchpoint: its names and what is intended there, who has a hand in it and answers, when the customer is asked. */
export function TouchpointForm({ of, all, onClose }: TouchpointFormProps) {
  const { t, place } = useSaying();
  const [draft, setDraft] = useState(() => draftOf(of));
  const [own, setOwn] = useState<ReadonlySet<string>>(new Set());
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  const saving = useTell(saveTouchpoint, {
    refresh: [touchpoints, ...momentReads],
    done: () => {
      const moved = (of?.same_as ?? null) !== draft.sameAs;
      tellDone(moved ? t('moments.places.renamed') : t('moments.places.saved'));
      onClose();
    },
  });
  const submit = () => {
    const input = inputOf(draft, of);
    const wrong = wrongIn(saveTouchpoint.input, input);
    setOwn(wrong);
    if (wrong.size === 0) saving.mutate(input);
  };
  const wrong = new Set([...own, ...wrongBy(saving.error)].map((path) => path.split('.')[0]));
  const targets = all.filter(
    (one) => one.known && !one.closed && one.same_as === null && one.touchpoint !== of?.touchpoint,
  );
  const isNamed = all.some((one) => one.same_as === of?.touchpoint);
  return (
    <FormDialog
      title={of === undefined ? t('moments.places.new') : t('moments.places.edit', { name: place(of.touchpoint) })}
      act={of !== undefined && !of.known ? t('moments.places.adopt') : t('parts.act.save')}
      size="xl"
      onClose={onClose}
      onSubmit={submit}
      busy={saving.isPending}
      error={saving.error}
    >
      {of === undefined ? (
        <TextInput
          label={t('moments.places.code')}
          description={t('moments.places.codeHelp')}
          data-autofocus
          error={wrong.has('touchpoint') ? t('moments.places.codeHelp') : undefined}
          value={draft.touchpoint}
          onChange={(event) => set({ touchpoint: event.currentTarget.value })}
        />
      ) : null}
      {isNamed ? null : (
        <Select
          label={t('moments.places.sameAs')}
          description={t('moments.places.sameAsHelp')}
          placeholder={t('moments.places.itself')}
          clearable
          searchable
          data={targets.map((one) => ({ value: one.touchpoint, label: place(one.touchpoint) }))}
          value={draft.sameAs}
          onChange={(sameAs) => set({ sameAs })}
        />
      )}
      {draft.sameAs === null ? <Own draft={draft} set={set} of={of} wrong={wrong} /> : null}
    </FormDialog>
  );
}

interface PartProps {
  readonly draft: Draft;
  readonly set: (change: Partial<Draft>) => void;
  readonly of: Touchpoint | undefined;
  readonly wrong: ReadonlySet<string | undefined>;
}

function Own({ draft, set, of, wrong }: PartProps) {
  const { t } = useWords();
  return (
    <>
      <TextFields draft={draft} set={set} of={of} wrong={wrong} />
      <OwnerFields draft={draft} set={set} />
      <fieldset className={classes.group}>
        <legend>{t('moments.places.indicators')}</legend>
        <div className={classes.three}>
          {indicators.map((name) => (
            <NumberInput
              key={name}
              label={t(`moments.places.indicator.${name}`)}
              min={0}
              hideControls
              value={draft.indicators[name] ?? ''}
              onChange={(value) => set({ indicators: withOrWithout(draft.indicators, name, numberIn(value)) })}
            />
          ))}
        </div>
      </fieldset>
      <div className={classes.two}>
        <Select
          label={t('moments.places.ask')}
          allowDeselect={false}
          data={asks.map((one) => ({ value: one, label: t(`moments.places.asks.${one}`) }))}
          value={draft.ask}
          onChange={(value) => set({ ask: asks.find((one) => one === value) ?? draft.ask })}
        />
        <Select
          label={t('moments.places.stage')}
          allowDeselect={false}
          data={stages.map((one) => ({ value: one, label: t(`moments.stage.${one}`) }))}
          value={draft.stage}
          onChange={(value) => set({ stage: stages.find((one) => one === value) ?? draft.stage })}
        />
      </div>
      <Checkbox
        label={t('moments.places.closed')}
        checked={draft.closed}
        onChange={(event) => set({ closed: event.currentTarget.checked })}
      />
    </>
  );
}

/** Its name and what is intended there, in each language. */
function TextFields({ draft, set, wrong }: PartProps) {
  const { t } = useWords();
  return (
    <fieldset className={classes.group}>
      <legend>{t('moments.places.allLanguages')}</legend>
      {languages.map((language) => (
        <div key={language} className={classes.language}>
          <TextInput
            label={t('moments.places.name', { language: ownNames[language] })}
            error={wrong.has('names') && draft.names[language] === '' ? t('moments.places.allLanguages') : undefined}
            value={draft.names[language]}
            onChange={(event) => set({ names: { ...draft.names, [language]: event.currentTarget.value } })}
          />
          <Textarea
            label={t('moments.places.standard', { language: ownNames[language] })}
            autosize
            minRows={1}
            value={draft.standards[language]}
            onChange={(event) => set({ standards: { ...draft.standards, [language]: event.currentTarget.value } })}
          />
        </div>
      ))}
    </fieldset>
  );
}

function OwnerFields({ draft, set }: Pick<PartProps, 'draft' | 'set'>) {
  const { t, language } = useWords();
  const { data } = useAsk(departments, {});
  const choices = (data?.departments ?? []).flatMap((one) => {
    const value = one.key ?? one.department_id;
    const named = [...draft.departments, ...Object.values(draft.owners)];
    if (one.closed_at !== null && !named.includes(value)) return [];
    return [{ value: named.includes(one.department_id) ? one.department_id : value, label: one.name[language] }];
  });
  return (
    <>
      <MultiSelect
        label={t('moments.places.departments')}
        searchable
        data={choices}
        value={draft.departments}
        onChange={(next) => set({ departments: next })}
      />
      <fieldset className={classes.group}>
        <legend>{t('moments.places.owners')}</legend>
        <p className={classes.soft}>{t('moments.places.ownersHelp')}</p>
        <div className={classes.three}>
          {failingMarks.map((mark) => (
            <Select
              key={mark}
              label={t(`moments.marks.${mark}`)}
              clearable
              searchable
              data={choices}
              value={draft.owners[mark] ?? null}
              onChange={(value) => set({ owners: withOrWithout(draft.owners, mark, value ?? undefined) })}
            />
          ))}
        </div>
      </fieldset>
    </>
  );
}

function withOrWithout<Value>(
  record: Readonly<Record<string, Value>>,
  name: string,
  value: Value | undefined,
): Readonly<Record<string, Value>> {
  const rest = Object.entries(record).filter(([one]) => one !== name);
  return Object.fromEntries(value === undefined ? rest : [...rest, [name, value]]);
}

function numberIn(value: string | number): number | undefined {
  return value === '' ? undefined : Number(value);
}

function draftOf(of: Touchpoint | undefined): Draft {
  return {
    touchpoint: of?.touchpoint ?? '',
    sameAs: of?.same_as ?? null,
    names: of?.names ?? noTexts,
    standards: of?.standards ?? noTexts,
    stage: of?.stage ?? 'interaction',
    departments: [...(of?.departments ?? [])],
    owners: of?.owners ?? {},
    indicators: of?.indicators ?? {},
    ask: of?.ask ?? 'never',
    closed: of?.closed ?? false,
  };
}

/** What is sent: texts in all languages, or none. */
function inputOf(draft: Draft, of: Touchpoint | undefined): AskOf<typeof saveTouchpoint> {
  const texts = (told: Texts) => (languages.some((language) => told[language].trim() !== '') ? told : null);
  return {
    touchpoint: draft.touchpoint,
    same_as: draft.sameAs,
    names: texts(draft.names),
    standards: texts(draft.standards),
    stage: draft.stage,
    departments: [...draft.departments],
    owners: { ...draft.owners },
    indicators: { ...draft.indicators },
    ask: draft.ask,
    closed: draft.closed,
    version: of?.version ?? 0,
  };
}
