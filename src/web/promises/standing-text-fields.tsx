import { SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import type { StandingTexts } from '../../shared/promises-standing.ts';
import { type Language, languages } from '../../shared/scalars.ts';
import type { WrongFields } from '../parts/fields.ts';
import { ownNames, useWords } from '../platform/words.ts';
import classes from './standing.module.css';
import type { TextsDraft } from './standing-draft.ts';

const fields = ['title', 'promise', 'conditions', 'limits', 'complain', 'contact', 'indicator'] as const;
type Field = (typeof fields)[number];
const longOnes: readonly Field[] = ['promise', 'conditions', 'limits', 'complain', 'indicator'];
/** These stand in one line, however long. */
const lines: readonly Field[] = ['title', 'contact', 'indicator'];

interface FieldsProps {
  readonly texts: TextsDraft;
  readonly wrong: WrongFields;
  readonly onChange: (texts: TextsDraft) => void;
}

/** The fields of ISO 10001 in three languages side by side; on phones one language at a time. */
export function StandingTextFields({ texts, wrong, onChange }: FieldsProps) {
  const { t, language } = useWords();
  const [shown, setShown] = useState<Language>(language);
  const isWrong = (one: Language) => [...wrong].some((path) => path.startsWith(`texts.${one}.`));
  const set = (one: Language, change: Partial<StandingTexts>) =>
    onChange({ ...texts, [one]: { ...texts[one], ...change } });
  return (
    <div className={classes.texts} data-shown={shown}>
      <SegmentedControl
        className={classes.choice}
        fullWidth
        aria-label={t('staff.person.language')}
        data={languages.map((one) => ({
          value: one,
          label: isWrong(one) ? `${ownNames[one]} · ${t('promisesStanding.form.missing')}` : ownNames[one],
        }))}
        value={shown}
        onChange={(next) => setShown(languages.find((one) => one === next) ?? shown)}
      />
      <div className={classes.languages} aria-hidden="true">
        {languages.map((one) => (
          <span key={one}>{ownNames[one]}</span>
        ))}
      </div>
      {fields.map((field) => (
        <TextRow key={field} field={field} texts={texts} wrong={wrong} set={set} />
      ))}
    </div>
  );
}

function oneLine(text: string): string {
  return text.replaceAll(/[\r\n]+/g, ' ');
}

interface RowProps {
  readonly field: Field;
  readonly texts: TextsDraft;
  readonly wrong: WrongFields;
  readonly set: (language: Language, change: Partial<StandingTexts>) => void;
}

function TextRow({ field, texts, wrong, set }: RowProps) {
  const { t } = useWords();
  const help = useId();
  const label = t(`promisesStanding.text.${field}`);
  const Input = longOnes.includes(field) ? Textarea : TextInput;
  return (
    <fieldset className={classes.text}>
      <legend>{label}</legend>
      <p id={help}>{t(`promisesStanding.text.${field}Help`)}</p>
      <div className={classes.columns}>
        {languages.map((one) => (
          <div key={one} data-language={one}>
            <Input
              aria-label={`${label}, ${ownNames[one]}`}
              aria-describedby={help}
              lang={one}
              {...(Input === Textarea ? { autosize: true, minRows: field === 'promise' ? 3 : 2 } : {})}
              value={texts[one][field]}
              error={wrong.has(`texts.${one}.${field}`) ? t('promisesStanding.form.needed') : undefined}
              onChange={(event: { readonly currentTarget: { readonly value: string } }) =>
                set(one, {
                  [field]: lines.includes(field) ? oneLine(event.currentTarget.value) : event.currentTarget.value,
                })
              }
            />
          </div>
        ))}
      </div>
    </fieldset>
  );
}
