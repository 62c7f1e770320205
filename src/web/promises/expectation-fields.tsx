import { Radio, Select } from '@mantine/core';
import { expectedFrom } from '../../shared/promises-shown.ts';
import { useWords } from '../platform/words.ts';
import type { Draft } from './draft-rules.ts';
import classes from './make.module.css';

const levels = ['1', '2', '3', '4', '5', '6', '7'] as const;

export interface ScaleProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (level: string) => void;
  readonly low: string;
  readonly high: string;
}

/** A mark from 1 to 7, chosen by one press or by the arrows. */
export function Scale({ label, value, onChange, low, high }: ScaleProps) {
  return (
    <Radio.Group label={label} value={value} onChange={onChange}>
      <div className={classes.scale}>
        <span className={classes.hint}>{low}</span>
        {levels.map((level) => (
          <label key={level} className={classes.mark}>
            <input type="radio" name={label} value={level} checked={value === level} onChange={() => onChange(level)} />
            {level}
          </label>
        ))}
        <span className={classes.hint}>{high}</span>
      </div>
    </Radio.Group>
  );
}

/** How much he expects, on a scale of 1 to 7, and where he has it from. */
export function ExpectationFields({
  draft,
  change,
}: {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
}) {
  const { t } = useWords();
  return (
    <>
      <Scale
        label={t('promises.make.level')}
        value={draft.adequate}
        low={t('promises.make.levelLow')}
        high={t('promises.make.levelHigh')}
        onChange={(adequate) => change({ adequate })}
      />
      <Select
        label={t('promises.make.from')}
        allowDeselect={false}
        data={expectedFrom.map((one) => ({ value: one, label: t(`promises.from.${one}`) }))}
        value={draft.from}
        onChange={(value) => change({ from: expectedFrom.find((one) => one === value) ?? 'other' })}
      />
    </>
  );
}
