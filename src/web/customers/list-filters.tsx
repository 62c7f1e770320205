import { Button, Indicator, Popover, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconAdjustmentsHorizontal, IconSearch, IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { kinds, states } from '../../shared/customers.ts';
import { languages } from '../../shared/scalars.ts';
import { useAddress } from '../platform/place.ts';
import { useShow } from '../platform/show.ts';
import { useWords } from '../platform/words.ts';
import { countryChoices, nameOf } from './country-names.ts';
import classes from './customers.module.css';
import { filters, listAddress, sorts } from './list-address.ts';
import { SavedViews } from './saved-views.tsx';

/** Search as one types, filters, order and kept views; all of it stands in the address. */
export function ListFilters() {
  const { t } = useWords();
  const [address] = useAddress(listAddress);
  const count = filters.filter((name) => address[name] !== undefined).length;
  return (
    <div className={classes.filters}>
      <div className={classes.bar}>
        <SearchField />
        <Popover position="bottom-start" width={300} trapFocus returnFocus>
          <Indicator disabled={count === 0} label={count} size={16} color="accent">
            <Popover.Target>
              <Button variant="default" leftSection={<IconAdjustmentsHorizontal size={16} stroke={1.7} />}>
                {t('customers.filter.act')}
              </Button>
            </Popover.Target>
          </Indicator>
          <Popover.Dropdown aria-label={t('customers.filter.act')}>
            <Fields />
          </Popover.Dropdown>
        </Popover>
        <SavedViews />
      </div>
      <Pills />
    </div>
  );
}

function SearchField() {
  const { t } = useWords();
  const [address, setAddress] = useAddress(listAddress);
  const [text, setText] = useState(address.q ?? '');
  const later = useDebouncedCallback((q: string) => setAddress({ q: q || undefined }, { replace: true }), 200);
  useEffect(() => {
    setText((old) => (old.trim() === (address.q ?? '') ? old : (address.q ?? '')));
  }, [address.q]);
  return (
    <TextInput
      className={classes.search}
      type="search"
      data-search
      aria-label={t('customers.filter.search')}
      placeholder={t('customers.filter.search')}
      leftSection={<IconSearch size={16} stroke={1.7} />}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        later(event.currentTarget.value.trim());
      }}
    />
  );
}

function Fields() {
  const { t, language } = useWords();
  const [address, setAddress] = useAddress(listAddress);
  const any = {
    placeholder: t('customers.filter.any'),
    clearable: true,
    comboboxProps: { withinPortal: false },
  } as const;
  return (
    <div className={classes.fields}>
      <Select
        {...any}
        label={t('customers.list.state')}
        data={states.map((one) => ({ value: one, label: t(`customers.state.${one}`) }))}
        value={address.state ?? null}
        onChange={(value) => setAddress({ state: states.find((one) => one === value) })}
      />
      <Select
        {...any}
        label={t('customers.field.kind')}
        data={kinds.map((one) => ({ value: one, label: t(`customers.kind.${one}`) }))}
        value={address.kind ?? null}
        onChange={(value) => setAddress({ kind: kinds.find((one) => one === value) })}
      />
      <Select
        {...any}
        label={t('customers.list.language')}
        data={languages.map((one) => ({ value: one, label: nameOf(language, 'language', one) }))}
        value={address.language ?? null}
        onChange={(value) => setAddress({ language: languages.find((one) => one === value) })}
      />
      <Select
        {...any}
        searchable
        label={t('customers.list.country')}
        data={[...countryChoices(language)]}
        value={address.country ?? null}
        onChange={(value) => setAddress({ country: value ?? undefined })}
      />
      <TextInput
        type="date"
        label={t('customers.filter.since')}
        value={address.since ?? ''}
        onChange={(event) => setAddress({ since: event.currentTarget.value || undefined })}
      />
      <TextInput
        type="date"
        label={t('customers.filter.until')}
        value={address.until ?? ''}
        onChange={(event) => setAddress({ until: event.currentTarget.value || undefined })}
      />
      <Select
        label={t('customers.filter.sort')}
        allowDeselect={false}
        comboboxProps={{ withinPortal: false }}
        data={sorts.map((one) => ({ value: one, label: t(`customers.filter.by.${one}`) }))}
        value={address.sort ?? 'last'}
        onChange={(value) => setAddress({ sort: sorts.find((one) => one === value) })}
      />
    </div>
  );
}

/** What narrows the list now, each with its way out. */
function Pills() {
  const { t, language } = useWords();
  const show = useShow();
  const [address, setAddress] = useAddress(listAddress);
  const words = {
    state: address.state && t(`customers.state.${address.state}`),
    kind: address.kind && t(`customers.kind.${address.kind}`),
    language: address.language && nameOf(language, 'language', address.language),
    country: address.country && nameOf(language, 'region', address.country),
    since: address.since && t('customers.filter.from', { date: show.date(address.since) }),
    until: address.until && t('customers.filter.to', { date: show.date(address.until) }),
  };
  const set = filters.filter((name) => words[name] !== undefined);
  if (set.length === 0) return null;
  return (
    <p className={classes.pills}>
      {set.map((name) => (
        <button
          key={name}
          type="button"
          className={classes.pill}
          aria-label={t('customers.filter.without', { label: words[name] ?? '' })}
          onClick={() => setAddress({ [name]: undefined })}
        >
          {words[name]}
          <IconX size={13} stroke={2} aria-hidden="true" />
        </button>
      ))}
    </p>
  );
}
