import { Button, Indicator, Popover, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconAdjustmentsHorizontal, IconSearch, IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { show as showCustomer } from '../../shared/customers.ts';
import { channels, type TimelineEvent } from '../../shared/memory.ts';
import { useAddress } from '../platform/place.ts';
import { useShow } from '../platform/show.ts';
import { useAsk } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import { channelOf } from './channel-icon.tsx';
import { sayEventName } from './event-telling.ts';
import classes from './story.module.css';
import { narrowing, type StoryAddress, storyAddress } from './story-address.ts';

/** Narrows the story: search inside this history, channel, kind of event, agreement, time; all in the address. */
export function StoryFilters({
  customerId,
  events,
}: {
  readonly customerId: string;
  readonly events: readonly TimelineEvent[];
}) {
  const { t } = useWords();
  const [address] = useAddress(storyAddress);
  const count = [address.channel, address.name, address.agreement, address.since, address.until].filter(Boolean).length;
  return (
    <div className={classes.filters}>
      <div className={classes.bar}>
        <h2 className={classes.title}>{t('memory.story.title')}</h2>
        <FindField />
        <Popover position="bottom-end" width={300} trapFocus returnFocus>
          <Indicator disabled={count === 0} label={count} size={16} color="accent">
            <Popover.Target>
              <Button variant="default" size="sm" leftSection={<IconAdjustmentsHorizontal size={16} stroke={1.7} />}>
                {t('memory.filter.act')}
              </Button>
            </Popover.Target>
          </Indicator>
          <Popover.Dropdown aria-label={t('memory.filter.act')}>
            <Fields customerId={customerId} events={events} />
          </Popover.Dropdown>
        </Popover>
      </div>
      <Narrowed customerId={customerId} />
    </div>
  );
}

function FindField() {
  const { t } = useWords();
  const [address, setAddress] = useAddress(storyAddress);
  const [text, setText] = useState(address.find ?? '');
  const later = useDebouncedCallback((find: string) => setAddress({ find: find || undefined }, { replace: true }), 250);
  useEffect(() => {
    if (address.find === undefined) setText('');
  }, [address.find]);
  return (
    <TextInput
      className={classes.find}
      size="sm"
      type="search"
      data-search
      aria-label={t('memory.filter.find')}
      placeholder={t('memory.filter.find')}
      leftSection={<IconSearch size={15} stroke={1.7} />}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        later(event.currentTarget.value.trim());
      }}
    />
  );
}

function Fields({ customerId, events }: { readonly customerId: string; readonly events: readonly TimelineEvent[] }) {
  const { t } = useWords();
  const [address, setAddress] = useAddress(storyAddress);
  const profile = useAsk(showCustomer, { customer_id: customerId });
  const names = [
    ...new Set([...events.map((event) => event.name), ...(address.name ? [address.name] : [])]),
  ].toSorted();
  const agreements = (profile.data?.agreements ?? []).map((one) => ({ value: one.agreement_id, label: one.number }));
  const channel = channels.find((one) => one === address.channel) ?? null;
  return (
    <div className={classes.fields}>
      <Select
        label={t('memory.filter.channel')}
        placeholder={t('memory.filter.any')}
        data={channels.map((one) => ({ value: one, label: t(`memory.channel.${one}`) }))}
        value={channel}
        clearable
        comboboxProps={{ withinPortal: false }}
        onChange={(value) => setAddress({ channel: value === null ? undefined : channelOf(value) })}
      />
      <Select
        label={t('memory.filter.name')}
        placeholder={t('memory.filter.any')}
        data={names.map((name) => ({ value: name, label: sayEventName(t, name) }))}
        value={address.name ?? null}
        clearable
        searchable
        comboboxProps={{ withinPortal: false }}
        onChange={(value) => setAddress({ name: value ?? undefined })}
      />
      {agreements.length > 0 ? (
        <Select
          label={t('memory.filter.agreement')}
          placeholder={t('memory.filter.any')}
          data={agreements}
          value={address.agreement ?? null}
          clearable
          comboboxProps={{ withinPortal: false }}
          onChange={(value) => setAddress({ agreement: value ?? undefined })}
        />
      ) : null}
      <TextInput
        type="date"
        label={t('memory.filter.since')}
        value={address.since ?? ''}
        onChange={(event) => setAddress({ since: event.currentTarget.value || undefined })}
      />
      <TextInput
        type="date"
        label={t('memory.filter.until')}
        value={address.until ?? ''}
        onChange={(event) => setAddress({ until: event.currentTarget.value || undefined })}
      />
    </div>
  );
}

/** What narrows the story now, each with its way out. */
function Narrowed({ customerId }: { readonly customerId: string }) {
  const { t } = useWords();
  const show = useShow();
  const [address, setAddress] = useAddress(storyAddress);
  const profile = useAsk(showCustomer, { customer_id: customerId }, { when: address.agreement !== undefined });
  const number = profile.data?.agreements.find((one) => one.agreement_id === address.agreement)?.number;
  const words: readonly (readonly [keyof StoryAddress, string | undefined])[] = [
    ['channel', address.channel && t(`memory.channel.${address.channel}`)],
    ['name', address.name && sayEventName(t, address.name)],
    ['agreement', address.agreement && (number ?? t('memory.filter.agreement'))],
    ['talk', address.talk && t('memory.filter.oneTalk')],
    ['since', address.since && t('memory.filter.from', { date: show.date(address.since) })],
    ['until', address.until && t('memory.filter.to', { date: show.date(address.until) })],
    ['at', address.at && t('memory.filter.to', { date: show.date(address.at) })],
  ];
  const shown = words.filter((one): one is readonly [keyof StoryAddress, string] => Boolean(one[1]));
  if (shown.length === 0) return null;
  const clear = () => setAddress(Object.fromEntries(narrowing.map((name) => [name, undefined])));
  return (
    <p className={classes.pills}>
      {shown.map(([name, label]) => (
        <button
          key={name}
          type="button"
          className={classes.pill}
          aria-label={t('memory.filter.without', { label })}
          onClick={() => setAddress(name === 'at' ? { at: undefined, event: undefined } : { [name]: undefined })}
        >
          {label}
          <IconX size={13} stroke={2} aria-hidden="true" />
        </button>
      ))}
      <button type="button" className={classes.clear} onClick={clear}>
        {t('memory.filter.clear')}
      </button>
    </p>
  );
}
