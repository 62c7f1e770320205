import { Button, Menu, Modal, TextInput } from '@mantine/core';
import { IconBookmark, IconLink, IconTrash } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { z } from 'zod';
import { offerUndo, tellDone } from '../parts/toast.tsx';
import { useAddress, useGo } from '../platform/place.ts';
import { recall, remember } from '../platform/prefer.ts';
import { useWords } from '../platform/words.ts';
import { listAddress, viewQuery } from './list-address.ts';

const views = z.array(z.object({ name: z.string(), query: z.string() }));
type View = z.output<typeof views>[number];

const place = 'customers.views';

function keptViews(): readonly View[] {
  try {
    const read = views.safeParse(JSON.parse(recall(place) ?? '[]'));
    return read.success ? read.data : [];
  } catch {
    return [];
  }
}

/** Views of the list under names of one's own, kept on this device; shared by their address. */
export function SavedViews() {
  const { t } = useWords();
  const go = useGo();
  const [address] = useAddress(listAddress);
  const [kept, setKept] = useState(keptViews);
  const [naming, setNaming] = useState(false);
  const query = viewQuery(address);
  const current = kept.find((view) => view.query === query);
  const keep = (next: readonly View[]) => {
    setKept(next);
    remember(place, JSON.stringify(next));
  };
  const drop = (view: View) => {
    keep(kept.filter((other) => other !== view));
    offerUndo({ message: t('customers.view.dropped', { name: view.name }), undo: async () => keep(kept) });
  };
  const share = async () => {
    await navigator.clipboard.writeText(globalThis.location.href);
    tellDone(t('customers.view.copied'));
  };
  return (
    <>
      <Menu position="bottom-end" width={260}>
        <Menu.Target>
          <Button variant="default" leftSection={<IconBookmark size={16} stroke={1.7} />}>
            {current?.name ?? t('customers.view.act')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {kept.map((view) => (
            <Menu.Item key={view.name} onClick={() => go(`/customers?${view.query}`)}>
              {view.name}
            </Menu.Item>
          ))}
          {kept.length > 0 ? <Menu.Divider /> : null}
          {query !== '' && !current ? (
            <Menu.Item leftSection={<IconBookmark size={16} stroke={1.7} />} onClick={() => setNaming(true)}>
              {t('customers.view.keep')}
            </Menu.Item>
          ) : null}
          <Menu.Item leftSection={<IconLink size={16} stroke={1.7} />} onClick={() => void share()}>
            {t('customers.view.share')}
          </Menu.Item>
          {current ? (
            <Menu.Item leftSection={<IconTrash size={16} stroke={1.7} />} onClick={() => drop(current)}>
              {t('customers.view.drop', { name: current.name })}
            </Menu.Item>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      <NameView
        opened={naming}
        onClose={() => setNaming(false)}
        onName={(name) => keep([...kept.filter((view) => view.name !== name), { name, query }])}
      />
    </>
  );
}

interface NameViewProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onName: (name: string) => void;
}

function NameView({ opened, onClose, onName }: NameViewProps) {
  const { t } = useWords();
  const [name, setName] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    onName(name.trim());
    setName('');
    onClose();
  };
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('customers.view.keep')}
      closeButtonProps={{ 'aria-label': t('parts.act.close') }}
    >
      <form onSubmit={submit}>
        <TextInput
          label={t('customers.view.name')}
          description={t('customers.view.nameHint')}
          data-autofocus
          maxLength={60}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" mt="md">
          {t('parts.act.save')}
        </Button>
      </form>
    </Modal>
  );
}
