import { Checkbox, Group, Select, Stack, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { languages } from '../../shared/scalars.ts';
import type { HouseInput } from '../../shared/staff-house.ts';
import type { WrongFields } from '../parts/fields.ts';
import { useShow } from '../platform/show.ts';
import { ownNames, useWords } from '../platform/words.ts';
import { countryChoices, currencyChoices, guessPlace, zoneChoices } from '../platform/world.ts';
import classes from './door.module.css';
import { WeekFields } from './week-fields.tsx';

/** What a new organisation probably is, by the browser that sets it up. */
export function guessHouse(language: HouseInput['languages'][number]): HouseInput {
  return {
    name: '',
    languages: [language],
    ...guessPlace(),
    working_week: [1, 2, 3, 4, 5].map((day) => ({ day, from: '09:00', to: '18:00' })),
  };
}

export interface HouseFieldsProps {
  readonly value: HouseInput;
  readonly onChange: (value: HouseInput) => void;
  /** Paths without a prefix: `name`, `working_week.0`. */
  readonly wrong: WrongFields;
}

/** What an organisation says of itself: for set-up and for its settings. */
export function HouseFields({ value, onChange, wrong }: HouseFieldsProps) {
  const { t } = useWords();
  const { locale } = useShow();
  const choices = useMemo(
    () => ({ zones: zoneChoices(), countries: countryChoices(locale), currencies: currencyChoices(locale) }),
    [locale],
  );
  const set = (change: Partial<HouseInput>) => onChange({ ...value, ...change });
  const inOrder = (chosen: readonly string[]) => languages.filter((one) => chosen.includes(one));
  return (
    <Stack gap="md">
      <TextInput
        label={t('staff.house.name')}
        name="organization"
        autoComplete="organization"
        required
        withAsterisk={false}
        value={value.name}
        error={wrong.has('name') ? t('staff.field.needed') : undefined}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <Checkbox.Group
        label={t('staff.house.languages')}
        description={t('staff.house.languagesHelp')}
        value={[...value.languages]}
        error={wrong.has('languages') ? t('staff.field.atLeastOne') : undefined}
        onChange={(chosen) => set({ languages: inOrder(chosen) })}
      >
        <Group gap="md" mt="xs">
          {languages.map((one) => (
            <Checkbox key={one} value={one} label={ownNames[one]} />
          ))}
        </Group>
      </Checkbox.Group>
      <div className={classes.pair}>
        <Select
          label={t('staff.house.country')}
          data={choices.countries}
          searchable
          value={value.country}
          allowDeselect={false}
          onChange={(country) => set({ country: country ?? value.country })}
        />
        <Select
          label={t('staff.house.currency')}
          data={choices.currencies}
          searchable
          value={value.currency}
          allowDeselect={false}
          onChange={(currency) => set({ currency: currency ?? value.currency })}
        />
      </div>
      <Select
        label={t('staff.house.zone')}
        description={t('staff.house.zoneHelp')}
        data={choices.zones}
        searchable
        value={value.zone}
        allowDeselect={false}
        onChange={(zone) => set({ zone: zone ?? value.zone })}
      />
      <WeekFields value={value.working_week} wrong={wrong} onChange={(week) => set({ working_week: week })} />
    </Stack>
  );
}
