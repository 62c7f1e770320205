import { SegmentedControl, Select, Textarea, TextInput } from '@mantine/core';
import type { z } from 'zod';
import { kinds, type make } from '../../shared/customers.ts';
import { languages } from '../../shared/scalars.ts';
import { useWords } from '../platform/words.ts';
import { countryChoices, nameOf } from './country-names.ts';
import classes from './customers.module.css';

type Made = z.input<typeof make.input>;

/** Who a customer is, as fields; empty texts mean "not known". */
export interface Details {
  readonly kind: Made['kind'];
  readonly name: string;
  readonly given_name: string;
  readonly family_name: string;
  readonly language: '' | 'en' | 'es' | 'ru';
  readonly country: string;
  readonly city: string;
  readonly note: string;
}

export const detailNames = [
  'kind',
  'name',
  'given_name',
  'family_name',
  'language',
  'country',
  'city',
  'note',
] as const;
export type DetailName = (typeof detailNames)[number];

/** The fields as the server takes them: what is empty is told as not known. */
export function detailsOf(details: Details) {
  const text = (value: string) => (value.trim() === '' ? null : value.trim());
  return {
    kind: details.kind,
    name: details.name.trim(),
    given_name: text(details.given_name),
    family_name: text(details.family_name),
    language: details.language === '' ? null : details.language,
    country: text(details.country),
    city: text(details.city),
    note: text(details.note),
  };
}

export interface CustomerFieldsProps {
  readonly value: Details;
  readonly change: (part: Partial<Details>) => void;
  readonly wrong: ReadonlySet<string>;
}

/** The fields of a customer, made or edited by hand. */
export function CustomerFields({ value, change, wrong }: CustomerFieldsProps) {
  const { t, language } = useWords();
  const error = (name: DetailName) => (wrong.has(name) ? t('customers.field.wrong') : undefined);
  const person = value.kind === 'person';
  const both = (part: Partial<Details>) => {
    const next = { ...value, ...part };
    const name = [next.given_name, next.family_name]
      .map((piece) => piece.trim())
      .filter((piece) => piece !== '')
      .join(' ');
    change({ ...part, name });
  };
  return (
    <>
      <SegmentedControl
        aria-label={t('customers.field.kind')}
        value={value.kind}
        onChange={(kind) => change({ kind: kinds.find((one) => one === kind) ?? 'person' })}
        data={kinds.map((one) => ({ value: one, label: t(`customers.kind.${one}`) }))}
      />
      {person ? (
        <div className={classes.pair}>
          <TextInput
            label={t('customers.field.givenName')}
            autoComplete="off"
            value={value.given_name}
            onChange={(event) => both({ given_name: event.currentTarget.value })}
          />
          <TextInput
            label={t('customers.field.familyName')}
            autoComplete="off"
            value={value.family_name}
            onChange={(event) => both({ family_name: event.currentTarget.value })}
          />
        </div>
      ) : null}
      <TextInput
        label={person ? t('customers.field.wholeName') : t('customers.field.name')}
        required
        maxLength={200}
        autoComplete="off"
        error={error('name')}
        value={value.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <div className={classes.pair}>
        <Select
          label={t('customers.list.language')}
          placeholder={t('customers.field.unknown')}
          clearable
          data={languages.map((one) => ({ value: one, label: nameOf(language, 'language', one) }))}
          value={value.language === '' ? null : value.language}
          onChange={(chosen) => change({ language: languages.find((one) => one === chosen) ?? '' })}
        />
        <Select
          label={t('customers.list.country')}
          placeholder={t('customers.field.unknown')}
          clearable
          searchable
          data={[...countryChoices(language)]}
          value={value.country === '' ? null : value.country}
          error={error('country')}
          onChange={(chosen) => change({ country: chosen ?? '' })}
        />
      </div>
      <TextInput
        label={t('customers.list.city')}
        maxLength={200}
        autoComplete="off"
        value={value.city}
        error={error('city')}
        onChange={(event) => change({ city: event.currentTarget.value })}
      />
      <Textarea
        label={t('customers.field.note')}
        autosize
        minRows={2}
        maxRows={6}
        value={value.note}
        error={error('note')}
        onChange={(event) => change({ note: event.currentTarget.value })}
      />
    </>
  );
}
