import { NumberInput, Select } from '@mantine/core';
import { delimiters, encodings } from '../../shared/mapping.ts';
import { useShow } from '../platform/show.ts';
import { useWords } from '../platform/words.ts';
import type { Preview, Read } from './import-preview.tsx';
import classes from './wizard.module.css';

const decimals = ['.', ','] as const;
const encodingNames = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  'windows-1251': 'Windows-1251',
  'windows-1252': 'Windows-1252',
  'koi8-r': 'KOI8-R',
  ibm866: 'IBM866 (DOS)',
} as const;

export interface ReadAsProps {
  readonly preview: Preview;
  /** The mapping is written by hand: these follow it. */
  readonly byHand: boolean;
  readonly onChange: (change: Read) => void;
}

/** How the file is read, with how sure that guess is; each can be said otherwise. */
export function ReadAs({ preview, byHand, onChange }: ReadAsProps) {
  const { t } = useWords();
  const show = useShow();
  const { mapping } = preview;
  const sure = (guess: Preview['encoding'], value: string) =>
    guess.value === value ? t('importing.sure', { share: show.percent(guess.confidence) }) : t('importing.chosen');
  return (
    <div className={classes.readAs}>
      <Select
        label={t('importing.encoding')}
        description={sure(preview.encoding, mapping.encoding)}
        data={encodings.map((one) => ({ value: one, label: encodingNames[one] }))}
        value={mapping.encoding}
        allowDeselect={false}
        disabled={byHand}
        onChange={(next) => onChange({ encoding: encodings.find((one) => one === next) })}
      />
      <Select
        label={t('importing.delimiter')}
        description={sure(preview.delimiter, mapping.delimiter)}
        data={delimiters.map((one) => ({ value: one, label: t(`importing.sign.${signOf(one)}`) }))}
        value={mapping.delimiter}
        allowDeselect={false}
        disabled={byHand}
        onChange={(next) => onChange({ delimiter: delimiters.find((one) => one === next) })}
      />
      <Select
        label={t('importing.decimal')}
        description={sure(preview.decimal, mapping.decimal)}
        data={decimals.map((one) => ({ value: one, label: one === '.' ? '1234.50' : '1234,50' }))}
        value={mapping.decimal}
        allowDeselect={false}
        disabled={byHand}
        onChange={(next) => onChange({ decimal: decimals.find((one) => one === next) })}
      />
      <NumberInput
        label={t('importing.header')}
        description={t('importing.headerHelp')}
        min={0}
        max={100}
        value={mapping.header}
        disabled={byHand}
        onChange={(next) => {
          if (typeof next === 'number') onChange({ header: next });
        }}
      />
    </div>
  );
}

function signOf(delimiter: (typeof delimiters)[number]): 'comma' | 'semicolon' | 'tab' | 'bar' {
  if (delimiter === ',') return 'comma';
  if (delimiter === ';') return 'semicolon';
  return delimiter === '\t' ? 'tab' : 'bar';
}
