import { Select } from '@mantine/core';
import { type Language, languages } from '../../shared/scalars.ts';
import { ownNames } from '../platform/words.ts';

export interface LanguageSelectProps {
  readonly label: string;
  readonly description?: string;
  readonly value: Language;
  readonly onChange: (value: Language) => void;
}

/** One of the languages in which Kept speaks, each by its own name. */
export function LanguageSelect({ label, description, value, onChange }: LanguageSelectProps) {
  return (
    <Select
      label={label}
      description={description}
      data={languages.map((one) => ({ value: one, label: ownNames[one] }))}
      value={value}
      allowDeselect={false}
      onChange={(next) => onChange(languages.find((one) => one === next) ?? value)}
    />
  );
}
