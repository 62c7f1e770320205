import { SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { languages } from '../../shared/scalars.ts';
import { usePreference } from '../platform/prefer.ts';
import { chooseLanguage, ownNames, useWords } from '../platform/words.ts';

/** English · Español · Русский, each in its own words. */
export function LanguageChoice() {
  const { t, language } = useWords();
  return (
    <SegmentedControl
      size="xs"
      fullWidth
      aria-label={t('shell.you.language')}
      value={language}
      data={languages.map((value) => ({ value, label: ownNames[value] }))}
      onChange={(value) => void chooseLanguage(languages.find((known) => known === value) ?? 'en')}
    />
  );
}

/** Light, dark, or as the device has it. */
export function SchemeChoice() {
  const { t } = useWords();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const schemes = ['light', 'dark', 'auto'] as const;
  return (
    <SegmentedControl
      size="xs"
      fullWidth
      aria-label={t('shell.you.scheme')}
      value={colorScheme}
      data={schemes.map((value) => ({ value, label: t(`shell.you.${value}`) }))}
      onChange={(value) => setColorScheme(schemes.find((known) => known === value) ?? 'auto')}
    />
  );
}

/** How closely rows stand. */
export function DensityChoice() {
  const { t } = useWords();
  const [density, choose] = usePreference('density');
  return (
    <SegmentedControl
      size="xs"
      fullWidth
      aria-label={t('shell.you.density')}
      value={density}
      data={[
        { value: 'roomy', label: t('shell.you.roomy') },
        { value: 'dense', label: t('shell.you.dense') },
      ]}
      onChange={(value) => choose(value === 'dense' ? 'dense' : 'roomy')}
    />
  );
}
