import { Modal } from '@mantine/core';
import { Spotlight } from '@mantine/spotlight';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useDeferredValue, useState } from 'react';
import { KeyHint } from '../parts/key-hint.tsx';
import { useCapture } from '../platform/capture.ts';
import { useGo } from '../platform/place.ts';
import { type RoomIcon, useRooms } from '../platform/room.ts';
import { useCan } from '../platform/session.ts';
import { useWords } from '../platform/words.ts';
import { useNavigation } from './navigation.tsx';
import classes from './palette.module.css';
import { paletteStore } from './palette-store.ts';
import { useSearch } from './use-search.ts';

interface Choice {
  readonly id: string;
  readonly label: string;
  readonly detail?: string | undefined;
  readonly icon?: RoomIcon | undefined;
  readonly keys?: string | undefined;
  readonly run: () => void;
}

/** ⌘/Ctrl-K: finds customers and whatever rooms can find, does what rooms can do, goes anywhere. */
export function Palette() {
  const { t } = useWords();
  const go = useGo();
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text);
  const found = useSearch(text);
  const acts = useActs().filter((choice) => fits(choice.label, wanted));
  const places = usePlaces().filter((choice) => fits(choice.label, wanted));
  const hits: readonly Choice[] = found.items.map((item) => ({ ...item, run: () => go(item.to) }));
  const nothing = hits.length + acts.length + places.length === 0;
  return (
    <Spotlight.Root
      store={paletteStore}
      query={text}
      onQueryChange={setText}
      shortcut={null}
      scrollable
      maxHeight="60vh"
      size="lg"
      centered={false}
      yOffset="12vh"
      overlayProps={{ blur: 0 }}
    >
      <Modal.Title className={classes.name}>{t('shell.palette.open')}</Modal.Title>
      <Spotlight.Search
        placeholder={t('shell.palette.placeholder')}
        aria-label={t('shell.palette.placeholder')}
        leftSection={<IconSearch size={18} stroke={1.7} />}
      />
      <Spotlight.ActionsList>
        <Choices title={t('shell.palette.found')} choices={hits} />
        <Choices title={t('shell.palette.act')} choices={acts} />
        <Choices title={t('shell.palette.go')} choices={places} />
        {nothing ? <Spotlight.Empty>{emptyWords(found.state, text, t)}</Spotlight.Empty> : null}
      </Spotlight.ActionsList>
      {!nothing && found.state === 'failed' ? <Spotlight.Footer>{t('shell.palette.failed')}</Spotlight.Footer> : null}
    </Spotlight.Root>
  );
}

function Choices({ title, choices }: { readonly title: string; readonly choices: readonly Choice[] }) {
  if (choices.length === 0) return null;
  return (
    <Spotlight.ActionsGroup label={title}>
      {choices.map((choice) => (
        <Spotlight.Action key={choice.id} onClick={choice.run}>
          <span className={classes.choice}>
            {choice.icon ? <choice.icon size={18} stroke={1.6} /> : null}
            <span className={classes.label}>{choice.label}</span>
            {choice.detail === undefined ? null : <span className={classes.detail}>{choice.detail}</span>}
            {choice.keys === undefined ? null : <KeyHint keys={choice.keys} />}
          </span>
        </Spotlight.Action>
      ))}
    </Spotlight.ActionsGroup>
  );
}

function useActs(): readonly Choice[] {
  const { t } = useWords();
  const go = useGo();
  const can = useCan();
  const capture = useCapture();
  const own = useRooms()
    .flatMap((room) => room.commands ?? [])
    .filter((command) => can(command.access))
    .map((command) => ({ ...command, label: t(command.label), run: () => command.run(go) }));
  const first = capture
    ? [{ id: 'capture', label: t('shell.capture.act'), icon: IconPlus, keys: 'c', run: () => capture() }]
    : [];
  return [...first, ...own];
}

function usePlaces(): readonly Choice[] {
  const { t } = useWords();
  const go = useGo();
  return useNavigation().map((item) => ({
    id: item.to,
    label: t(item.label),
    icon: item.icon,
    run: () => go(item.to),
  }));
}

function emptyWords(state: 'idle' | 'busy' | 'failed', text: string, t: ReturnType<typeof useWords>['t']): string {
  if (state === 'busy') return t('shell.palette.searching');
  if (state === 'failed') return t('shell.palette.failed');
  return t('shell.palette.empty', { text });
}

/** Every typed word begins a word of the label; accents and case do not matter. */
function fits(label: string, text: string): boolean {
  const words = plain(label).split(/\s+/);
  return plain(text)
    .split(/\s+/)
    .every((typed) => words.some((word) => word.startsWith(typed)));
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase().trim();
}
