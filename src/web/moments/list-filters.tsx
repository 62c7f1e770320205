import { Button, Popover, Select, TextInput } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconX } from '@tabler/icons-react';
import { failingMarks, sources, stages } from '../../shared/moments-shown.ts';
import { touchpoints } from '../../shared/moments-touchpoints.ts';
import { departments } from '../../shared/staff-house.ts';
import { useAddress } from '../platform/place.ts';
import { useAsk } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import { kindNames, listAddress, narrowing, nowhere, signNames } from './list-address.ts';
import { useSaying } from './moment-words.ts';
import classes from './moments.module.css';

const nothing = Object.fromEntries([...narrowing, 'sign'].map((name) => [name, undefined]));

/** Takes every narrowing away. */
export function useEverything(): () => void {
  const [, setAddress] = useAddress(listAddress);
  return () => setAddress(nothing);
}

/** How they were, where, what failed, of which days; all of it stands in the address. */
export function ListFilters() {
  const { t } = useWords();
  const [address, setAddress] = useAddress(listAddress);
  return (
    <>
      <div className={classes.filters}>
        <Select
          aria-label={t('moments.list.which')}
          allowDeselect={false}
          w={220}
          data={[
            { value: 'all', label: t('moments.list.title') },
            ...signNames.map((one) => ({ value: one, label: t(`moments.list.titles.${one}`) })),
          ]}
          value={address.sign ?? 'all'}
          onChange={(value) => setAddress({ sign: signNames.find((one) => one === value) })}
        />
        <Popover position="bottom-start" width={320} trapFocus returnFocus>
          <Popover.Target>
            <Button variant="default" leftSection={<IconAdjustmentsHorizontal size={16} stroke={1.7} />}>
              {t('moments.list.filter')}
            </Button>
          </Popover.Target>
          <Popover.Dropdown aria-label={t('moments.list.filter')}>
            <Fields />
          </Popover.Dropdown>
        </Popover>
      </div>
      <Pills />
    </>
  );
}

function Fields() {
  const saying = useSaying();
  const { t, language } = saying;
  const [address, setAddress] = useAddress(listAddress);
  const places = useAsk(touchpoints, {}).data?.touchpoints ?? [];
  const known = useAsk(departments, {}).data?.departments ?? [];
  const any = {
    placeholder: t('moments.list.any'),
    clearable: true,
    comboboxProps: { withinPortal: false },
  } as const;
  const read = listAddress.partial();
  const choose = (name: (typeof narrowing)[number]) => (value: string | null) =>
    setAddress({ [name]: undefined, ...read.catch({}).parse({ [name]: value ?? undefined }) });
  return (
    <div className={classes.fields}>
      <Select
        {...any}
        searchable
        label={t('moments.page.touchpoint')}
        data={[
          ...places
            .filter((one) => one.same_as === null)
            .map((one) => ({ value: one.touchpoint, label: saying.place(one.touchpoint) })),
          { value: nowhere, label: t('moments.page.nowhere') },
        ]}
        value={address.touchpoint ?? null}
        onChange={choose('touchpoint')}
      />
      <Select
        {...any}
        label={t('moments.list.column.stage')}
        data={stages.map((one) => ({ value: one, label: t(`moments.stage.${one}`) }))}
        value={address.stage ?? null}
        onChange={choose('stage')}
      />
      <Select
        {...any}
        label={t('moments.list.column.failing')}
        data={failingMarks.map((one) => ({ value: one, label: t(`moments.marks.${one}`) }))}
        value={address.failing ?? null}
        onChange={choose('failing')}
      />
      <Select
        {...any}
        label={t('moments.list.column.kind')}
        data={kindNames.map((one) => ({ value: one, label: t(`moments.kind.${one}`) }))}
        value={address.kind ?? null}
        onChange={choose('kind')}
      />
      <Select
        {...any}
        label={t('moments.list.column.source')}
        data={sources.map((one) => ({ value: one, label: t(`moments.source.${one}`) }))}
        value={address.source ?? null}
        onChange={choose('source')}
      />
      <Select
        {...any}
        searchable
        label={t('moments.page.department')}
        data={known.map((one) => ({ value: one.department_id, label: one.name[language] }))}
        value={address.department ?? null}
        onChange={choose('department')}
      />
      <TextInput
        type="date"
        label={t('moments.page.since')}
        value={address.since ?? ''}
        onChange={(event) => choose('since')(event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label={t('moments.page.until')}
        value={address.until ?? ''}
        onChange={(event) => choose('until')(event.currentTarget.value)}
      />
    </div>
  );
}

function Pills() {
  const saying = useSaying();
  const { t, show, language } = saying;
  const [address, setAddress] = useAddress(listAddress);
  const known = useAsk(departments, {}).data?.departments ?? [];
  const department = known.find((one) => one.department_id === address.department)?.name[language];
  const told: Readonly<Record<(typeof narrowing)[number], string | undefined>> = {
    touchpoint:
      address.touchpoint === undefined
        ? undefined
        : saying.place(address.touchpoint === nowhere ? '' : address.touchpoint),
    stage: address.stage && t(`moments.stage.${address.stage}`),
    failing: address.failing && t(`moments.marks.${address.failing}`),
    kind: address.kind && t(`moments.kind.${address.kind}`),
    source: address.source && t(`moments.source.${address.source}`),
    department: address.department === nowhere ? t('moments.page.noDepartment') : (department ?? address.department),
    since: address.since && `${t('moments.page.since')} ${show.date(address.since)}`,
    until: address.until && `${t('moments.page.until')} ${show.date(address.until)}`,
  };
  const pills = narrowing.flatMap((name) => {
    const text = told[name];
    return text === undefined ? [] : [{ name, text }];
  });
  if (pills.length === 0) return null;
  return (
    <div className={classes.pills}>
      {pills.map(({ name, text }) => (
        <button
          key={name}
          type="button"
          className={classes.pill}
          aria-label={t('moments.list.without', { what: text })}
          onClick={() => setAddress({ [name]: undefined })}
        >
          {text}
          <IconX size={13} stroke={2} aria-hidden="true" />
        </button>
      ))}
    </div>
  );
}
