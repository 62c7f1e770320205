import { Button, Popover, Select, Switch, TextInput } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconX } from '@tabler/icons-react';
import { keepers } from '../../shared/promises-rates.ts';
import { reasons, usualKinds } from '../../shared/promises-shown.ts';
import { sayCode } from '../parts/say-code.ts';
import { useAddress } from '../platform/place.ts';
import { useShow } from '../platform/show.ts';
import { useAsk } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import { choiceOf, keeperOf } from './draft-rules.ts';
import { useKeeperChoices } from './keeper-field.tsx';
import { type ListAddress, listAddress, narrowing, whiches } from './list-address.ts';
import classes from './page.module.css';
import { sayKind } from './promise-words.ts';

const nothing = Object.fromEntries(narrowing.map((name) => [name, undefined]));

/** Takes every narrowing away. */
export function useEverything(): () => void {
  const [, setAddress] = useAddress(listAddress);
  return () => setAddress(nothing);
}

/** Which promises, whose, of what kind, of which days; all of it stands in the address. */
export function ListFilters() {
  const { t } = useWords();
  const [address, setAddress] = useAddress(listAddress);
  return (
    <>
      <div className={classes.filters}>
        <Select
          aria-label={t('promises.list.which')}
          allowDeselect={false}
          w={220}
          data={whiches.map((one) => ({ value: one, label: t(`promises.list.whiches.${one}`) }))}
          value={address.which ?? 'open'}
          onChange={(value) => setAddress({ which: whiches.find((one) => one === value) })}
        />
        <Button
          variant={address.mine === 'true' ? 'light' : 'default'}
          aria-pressed={address.mine === 'true'}
          onClick={() => setAddress({ mine: address.mine === 'true' ? undefined : 'true' })}
        >
          {t('promises.list.mine')}
        </Button>
        <Popover position="bottom-start" width={320} trapFocus returnFocus>
          <Popover.Target>
            <Button variant="default" leftSection={<IconAdjustmentsHorizontal size={16} stroke={1.7} />}>
              {t('customers.filter.act')}
            </Button>
          </Popover.Target>
          <Popover.Dropdown aria-label={t('customers.filter.act')}>
            <Fields />
          </Popover.Dropdown>
        </Popover>
      </div>
      <Pills />
    </>
  );
}

/** The address that names this keeper and no other. */
function keeperAddress(choice: string | null): Partial<ListAddress> {
  const keeper = choice === null ? undefined : keeperOf(choice);
  return {
    keeper_person: undefined,
    keeper_department: undefined,
    keeper_partner: undefined,
    ...(keeper === undefined
      ? {}
      : 'person_id' in keeper
        ? { keeper_person: keeper.person_id }
        : 'department_id' in keeper
          ? { keeper_department: keeper.department_id }
          : { keeper_partner: keeper.partner_id }),
  };
}

function keeperChoice(address: ListAddress): string | null {
  if (address.keeper_person !== undefined) return `person:${address.keeper_person}`;
  if (address.keeper_department !== undefined) return `department:${address.keeper_department}`;
  return address.keeper_partner === undefined ? null : `partner:${address.keeper_partner}`;
}

function Fields() {
  const { t } = useWords();
  const [address, setAddress] = useAddress(listAddress);
  const { data } = useKeeperChoices();
  const departments = useDepartments();
  const any = {
    placeholder: t('customers.filter.any'),
    clearable: true,
    comboboxProps: { withinPortal: false },
  } as const;
  return (
    <div className={classes.fields}>
      <Select
        {...any}
        searchable
        label={t('promises.make.keeper')}
        data={data}
        value={keeperChoice(address)}
        onChange={(value) => setAddress(keeperAddress(value))}
      />
      <Select
        {...any}
        searchable
        label={t('promises.list.maker')}
        data={departments}
        value={address.maker_department ?? null}
        onChange={(value) => setAddress({ maker_department: value ?? undefined })}
      />
      <Select
        {...any}
        label={t('promises.make.kind')}
        data={usualKinds.map((kind) => ({ value: kind, label: sayKind(t, kind) }))}
        value={address.kind ?? null}
        onChange={(value) => setAddress({ kind: value ?? undefined })}
      />
      <Select
        {...any}
        label={t('promises.level.reason')}
        data={[
          ...reasons.map((one) => ({ value: one, label: t(`promises.reason.${one}`) })),
          { value: 'none', label: t('promises.reasons.none') },
        ]}
        value={address.reason ?? null}
        onChange={(value) =>
          setAddress({ reason: listAddress.shape.reason.catch(undefined).parse(value ?? undefined) })
        }
      />
      <TextInput
        type="date"
        label={t('promises.list.since')}
        value={address.since ?? ''}
        onChange={(event) => setAddress({ since: event.currentTarget.value || undefined })}
      />
      <TextInput
        type="date"
        label={t('promises.list.until')}
        value={address.until ?? ''}
        onChange={(event) => setAddress({ until: event.currentTarget.value || undefined })}
      />
      <Switch
        label={t('promises.list.mine')}
        checked={address.mine === 'true'}
        onChange={(event) => setAddress({ mine: event.currentTarget.checked ? 'true' : undefined })}
      />
    </div>
  );
}

function useDepartments(): { value: string; label: string }[] {
  const asked = useAsk(keepers, {});
  return (asked.data?.keepers ?? []).flatMap(({ party }) =>
    party.kind === 'department' && party.id !== null ? [{ value: party.id, label: party.name }] : [],
  );
}

function Pills() {
  const { t } = useWords();
  const show = useShow();
  const [address, setAddress] = useAddress(listAddress);
  const asked = useAsk(keepers, {});
  const named = (value: string) =>
    asked.data?.keepers.find((one) => choiceOf(one.party)?.endsWith(`:${value}`))?.party.name ?? value;
  const say: Readonly<Record<(typeof narrowing)[number], (value: string) => string>> = {
    keeper_department: (value) => t('promises.list.pill.keeper', { name: named(value) }),
    keeper_person: (value) => t('promises.list.pill.keeper', { name: named(value) }),
    keeper_partner: (value) => t('promises.list.pill.keeper', { name: named(value) }),
    maker_department: (value) => t('promises.list.pill.maker', { name: named(value) }),
    maker_person: (value) => t('promises.list.pill.maker', { name: named(value) }),
    touchpoint: (value) => sayCode(t, value),
    product: (value) => value,
    kind: (value) => sayKind(t, value),
    reason: (value) => {
      const reason = reasons.find((one) => one === value);
      return reason === undefined ? t('promises.reasons.none') : t(`promises.reason.${reason}`);
    },
    standing_id: () => t('promises.list.pill.standing'),
    since: (value) => t('promises.list.pill.since', { date: show.date(value) }),
    until: (value) => t('promises.list.pill.until', { date: show.date(value) }),
    mine: () => t('promises.list.mine'),
  };
  const oneDay = address.since !== undefined && address.since === address.until;
  const shown = narrowing.filter((name) => address[name] !== undefined && !(oneDay && name === 'until'));
  if (shown.length === 0) return null;
  return (
    <div className={classes.pills}>
      {shown.map((name) => {
        const day = oneDay && name === 'since';
        const text = day ? show.date(address[name] ?? '') : say[name](address[name] ?? '');
        return (
          <button
            key={name}
            type="button"
            className={classes.pill}
            aria-label={t('promises.list.without', { what: text })}
            onClick={() => setAddress(day ? { since: undefined, until: undefined } : { [name]: undefined })}
          >
            {text}
            <IconX size={13} stroke={2} aria-hidden="true" />
          </button>
        );
      })}
    </div>
  );
}
