import { Select, Stack, Switch } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { ReplyOf } from '../../shared/contract.ts';
import type { organisation } from '../../shared/staff-house.ts';
import type { WrongFields } from '../parts/fields.ts';
import { useShow } from '../platform/show.ts';
import { useWords } from '../platform/words.ts';
import { countryChoices, zoneChoices } from '../platform/world.ts';
import type { Department } from './department-names.ts';
import { RegionSelect } from './place-fields.tsx';
import { WeekFields } from './week-fields.tsx';

/** Where and when a department works, each null where it is as in the house. */
export type DepartmentHours = Pick<Department, 'working_week' | 'zone' | 'country' | 'region'>;

/** All as in the house. */
export const asHouse: DepartmentHours = { working_week: null, zone: null, country: null, region: null };

export interface DepartmentHoursFieldsProps {
  readonly house: ReplyOf<typeof organisation>;
  readonly value: DepartmentHours;
  readonly onChange: (value: DepartmentHours) => void;
  readonly wrong: WrongFields;
}

/** The hours and the place of a department, once it has its own. */
export function DepartmentHoursFields({ house, value, onChange, wrong }: DepartmentHoursFieldsProps) {
  const { t } = useWords();
  const { locale } = useShow();
  const choices = useMemo(() => ({ zones: zoneChoices(), countries: countryChoices(locale) }), [locale]);
  const set = (change: Partial<DepartmentHours>) => onChange({ ...value, ...change });
  const [isOwn, setOwn] = useState(Object.values(value).some((one) => one !== null));
  const own = (wanted: boolean) => {
    setOwn(wanted);
    if (!wanted) onChange(asHouse);
  };
  const countryName = choices.countries.find((one) => one.value === house.country)?.label ?? house.country;
  return (
    <Stack gap="md">
      <Switch
        label={t('calendar.own')}
        description={t('calendar.ownHelp')}
        checked={isOwn}
        onChange={(event) => own(event.currentTarget.checked)}
      />
      {isOwn ? (
        <>
          <WeekFields
            value={value.working_week ?? house.working_week}
            wrong={wrong}
            onChange={(week) => set({ working_week: week })}
          />
          <Select
            label={t('staff.house.zone')}
            placeholder={t('calendar.asHouse', { value: house.zone })}
            data={choices.zones}
            searchable
            clearable
            value={value.zone}
            onChange={(zone) => set({ zone })}
          />
          <Select
            label={t('staff.house.country')}
            placeholder={t('calendar.asHouse', { value: countryName })}
            data={choices.countries}
            searchable
            clearable
            value={value.country}
            onChange={(country) => set({ country, region: null })}
          />
          <RegionSelect
            country={value.country ?? house.country}
            value={value.region}
            onChange={(region) => set({ region })}
          />
        </>
      ) : null}
    </Stack>
  );
}
