import { Checkbox, SegmentedControl, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { AskOf } from '../../shared/contract.ts';
import type { mark } from '../../shared/moments.ts';
import { momentKinds, stages } from '../../shared/moments-shown.ts';
import { departments } from '../../shared/staff-house.ts';
import { FormDialog } from '../parts/form-dialog.tsx';
import { useAsk } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import { type Face, FaceDrawing, faces } from './faces.tsx';
import classes from './tap.module.css';
import { type About, useMarking } from './use-marking.ts';

const aspects = ['emotional', 'people', 'information', 'process', 'environment'] as const;
type Aspect = (typeof aspects)[number];
type Marks = Partial<Record<Aspect, Face>>;

interface Draft {
  readonly by: 'employee' | 'customer';
  readonly marks: Marks;
  readonly needed: boolean | undefined;
  readonly department: string | null;
  readonly kind: (typeof momentKinds)[number] | undefined;
  readonly stage: (typeof stages)[number];
  readonly grave: boolean;
  readonly words: string;
}

const fresh: Draft = {
  by: 'employee',
  marks: {},
  needed: undefined,
  department: null,
  kind: undefined,
  stage: 'interaction',
  grave: false,
  words: '',
};

interface TapDialogProps {
  readonly customerId: string;
  readonly about: About;
  readonly onClose: () => void;
}

/** More of how it was: the three marks, the place, whose information was missing, what it was about, whose word it is. */
export function TapDialog({ customerId, about, onClose }: TapDialogProps) {
  const { t } = useWords();
  const [draft, setDraft] = useState(fresh);
  const [wrong, setWrong] = useState(false);
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  const telling = useMarking(customerId);
  const submit = () => {
    const input = inputOf(draft, customerId, about);
    setWrong(input === undefined);
    if (input !== undefined) telling.mutate(input, { onSuccess: onClose });
  };
  return (
    <FormDialog
      title={t('moments.tap.title')}
      act={t('moments.tap.act')}
      size="lg"
      onClose={onClose}
      onSubmit={submit}
      busy={telling.isPending}
      error={telling.error}
    >
      <SegmentedControl
        fullWidth
        aria-label={t('moments.tap.by')}
        value={draft.by}
        onChange={(value) => set({ by: value === 'customer' ? 'customer' : 'employee' })}
        data={[
          { value: 'employee', label: t('moments.tap.me') },
          { value: 'customer', label: t('moments.tap.he') },
        ]}
      />
      <div className={classes.aspects}>
        {aspects.map((aspect) => (
          <FiveField
            key={aspect}
            label={t(`moments.marks.${aspect === 'emotional' ? 'feeling' : aspect}`)}
            value={draft.marks[aspect]}
            onChange={(value) => set({ marks: { ...draft.marks, [aspect]: value } })}
          />
        ))}
      </div>
      {wrong ? (
        <p className={classes.wrong} role="alert">
          {t('moments.tap.noMark')}
        </p>
      ) : null}
      {draft.by === 'employee' ? <Needed draft={draft} set={set} /> : null}
      <div className={classes.pair}>
        <Select
          label={t('moments.tap.kind')}
          clearable
          data={momentKinds.map((one) => ({ value: one, label: t(`moments.kind.${one}`) }))}
          value={draft.kind ?? null}
          onChange={(value) => set({ kind: momentKinds.find((one) => one === value) })}
        />
        <Select
          label={t('moments.tap.stage')}
          allowDeselect={false}
          data={stages.map((one) => ({ value: one, label: t(`moments.stage.${one}`) }))}
          value={draft.stage}
          onChange={(value) => set({ stage: stages.find((one) => one === value) ?? draft.stage })}
        />
      </div>
      <Checkbox
        label={t('moments.tap.grave')}
        description={t('moments.tap.graveHelp')}
        checked={draft.grave}
        onChange={(event) => set({ grave: event.currentTarget.checked })}
      />
      <Textarea
        label={t('moments.tap.words')}
        autosize
        minRows={2}
        value={draft.words}
        onChange={(event) => set({ words: event.currentTarget.value })}
      />
    </FormDialog>
  );
}

interface PartProps {
  readonly draft: Draft;
  readonly set: (change: Partial<Draft>) => void;
}

/** "Did I have what I needed?" and, where not, whose information was missing. */
function Needed({ draft, set }: PartProps) {
  const { t, language } = useWords();
  const { data } = useAsk(departments, {});
  const open = (data?.departments ?? []).filter((one) => one.closed_at === null);
  return (
    <div className={classes.needed}>
      <fieldset className={classes.yesNo}>
        <legend>{t('moments.tap.needed')}</legend>
        {([true, false] as const).map((answer) => (
          <label key={String(answer)} className={classes.choice}>
            <input
              type="radio"
              name="needed"
              checked={draft.needed === answer}
              onChange={() => set({ needed: answer })}
            />
            {answer ? t('moments.tap.yes') : t('moments.tap.no')}
          </label>
        ))}
      </fieldset>
      {draft.needed === false ? (
        <Select
          label={t('moments.tap.missing')}
          clearable
          searchable
          data={open.map((one) => ({ value: one.department_id, label: one.name[language] }))}
          value={draft.department}
          onChange={(department) => set({ department })}
        />
      ) : null}
    </div>
  );
}

interface FiveFieldProps {
  readonly label: string;
  readonly value: Face | undefined;
  readonly onChange: (value: Face | undefined) => void;
}

/** One to five as faces; a second click on the same takes it back. */
function FiveField({ label, value, onChange }: FiveFieldProps) {
  const { t } = useWords();
  return (
    <fieldset className={classes.aspect}>
      <legend>{label}</legend>
      {faces.map((face) => (
        <button
          key={face}
          type="button"
          className={classes.one}
          data-face={face}
          aria-pressed={value === face}
          aria-label={`${label}: ${t(`moments.tap.face.f${face}`)}`}
          title={t(`moments.tap.face.f${face}`)}
          onClick={() => onChange(value === face ? undefined : face)}
        >
          <FaceDrawing face={face} size={24} />
        </button>
      ))}
    </fieldset>
  );
}

/** What is sent; nothing where nothing is marked. That he had not what he needed says how the information was. */
function inputOf(draft: Draft, customerId: string, about: About): AskOf<typeof mark> | undefined {
  const missed = draft.by === 'employee' && draft.needed === false;
  const told = Object.fromEntries(Object.entries(draft.marks).filter(([, value]) => value !== undefined));
  const marks = missed && told['information'] === undefined ? { ...told, information: 2 } : told;
  if (Object.keys(marks).length === 0) return undefined;
  return {
    customer_id: customerId,
    ...about,
    by: draft.by,
    stage: draft.stage,
    marks,
    grave: draft.grave,
    ...(draft.kind === undefined ? {} : { kind: draft.kind }),
    ...(draft.by === 'employee' && draft.needed !== undefined ? { had_what_was_needed: draft.needed } : {}),
    ...(missed && draft.department !== null ? { information_department: draft.department } : {}),
    ...(draft.words.trim() === '' ? {} : { words: draft.words.trim() }),
  };
}
