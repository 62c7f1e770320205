import { Select } from '@mantine/core';
import { regions } from '../../shared/staff-calendar.ts';
import { useAsk } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';

export interface RegionSelectProps {
  readonly country: string;
  readonly value: string | null;
  readonly onChange: (region: string | null) => void;
  /** What an empty choice means; the whole country by default. */
  readonly empty?: string;
}

/** The region whose holidays are kept beside the country's own; nothing where the country has no such regions. */
export function RegionSelect({ country, value, onChange, empty }: RegionSelectProps) {
  const { t } = useWords();
  const { data } = useAsk(regions, { country });
  const known = data?.regions ?? [];
  if (known.length === 0) return null;
  return (
    <Select
      label={t('calendar.region')}
      placeholder={empty ?? t('calendar.wholeCountry')}
      data={known.map((one) => ({ value: one.code, label: one.name }))}
      searchable
      clearable
      value={value}
      onChange={onChange}
    />
  );
}
