import { Select, TextInput } from '@mantine/core';
import { useWords } from '../platform/words.ts';
import classes from './standing.module.css';
import { hasTime, type TermDraft, termUnits, useSayTerm } from './standing-term.ts';

interface TermProps {
  readonly label: string;
  readonly help?: string;
  /** The label stands elsewhere for the eye. */
  readonly hidden?: boolean;
  readonly value: TermDraft;
  readonly error: string | undefined;
  readonly onChange: (next: TermDraft) => void;
}

/** How long it may take: so many of a unit, and where it ends with a day, until what time of it. */
export function StandingTermFields({ label, help, hidden = false, value, error, onChange }: TermProps) {
  const { t } = useWords();
  const sayTerm = useSayTerm();
  const { other } = value;
  const units = [
    ...termUnits.map((unit) => ({ value: unit, label: t(`promisesStanding.unit.${unit}`) })),
    ...(other === undefined ? [] : [{ value: 'other', label: sayTerm(other) }]),
  ];
  return (
    <fieldset className={classes.part}>
      <legend data-hidden={hidden}>{label}</legend>
      {help === undefined ? null : <p>{help}</p>}
      <div className={classes.term}>
        <TextInput
          label={t('promisesStanding.form.amount')}
          inputMode="numeric"
          disabled={value.unit === 'other'}
          value={value.amount}
          error={error}
          onChange={(event) => onChange({ ...value, amount: event.currentTarget.value.replaceAll(/\D/g, '') })}
        />
        <Select
          label={t('promisesStanding.form.unit')}
          data={units}
          allowDeselect={false}
          value={value.unit}
          onChange={(next) => {
            const unit = termUnits.find((one) => one === next) ?? 'other';
            onChange({ ...value, unit, at: hasTime(unit) ? value.at : '' });
          }}
        />
        {hasTime(value.unit) ? (
          <TextInput
            type="time"
            label={t('promisesStanding.form.at')}
            description={t('promisesStanding.form.atHelp')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={value.at}
            onChange={(event) => onChange({ ...value, at: event.currentTarget.value })}
          />
        ) : null}
      </div>
    </fieldset>
  );
}
