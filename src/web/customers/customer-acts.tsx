import { Button, Menu } from '@mantine/core';
import { IconArrowMerge, IconDots, IconLink, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { z } from 'zod';
import { show as showCustomer } from '../../shared/customers.ts';
import { id } from '../../shared/scalars.ts';
import { tellDone } from '../parts/toast.tsx';
import { useKeys } from '../platform/keys.ts';
import { useAddress } from '../platform/place.ts';
import { useCan } from '../platform/session.ts';
import { useAsk } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import { EditDialog } from './edit-dialog.tsx';
import { MergeDialog } from './merge-dialog.tsx';

/** `join` opens the joining with that other record. */
const address = z.object({ join: id.optional() });

/** What can be done with a customer: edit who he is, join another record to him, share his page. */
export function CustomerActs({ customerId }: { readonly customerId: string }) {
  const { t } = useWords();
  const can = useCan();
  const [open, setOpen] = useState<'edit' | 'merge'>();
  const [{ join }, setAddress] = useAddress(address);
  const profile = useAsk(showCustomer, { customer_id: customerId });
  const edits = can('customers.write') && profile.data !== undefined;
  useKeys(edits ? [{ keys: 'e', label: t('customers.edit.act'), run: () => setOpen('edit') }] : []);
  const share = async () => {
    await navigator.clipboard.writeText(globalThis.location.href);
    tellDone(t('customers.view.copied'));
  };
  return (
    <>
      {edits ? (
        <Button variant="default" leftSection={<IconPencil size={16} stroke={1.7} />} onClick={() => setOpen('edit')}>
          {t('parts.act.edit')}
        </Button>
      ) : null}
      <Menu position="bottom-end" width={260}>
        <Menu.Target>
          <Button variant="default" px="sm" aria-label={t('parts.act.more')} style={{ flex: '0 0 auto' }}>
            <IconDots size={18} stroke={1.7} />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {can('customers.merge') ? (
            <Menu.Item leftSection={<IconArrowMerge size={16} stroke={1.7} />} onClick={() => setOpen('merge')}>
              {t('customers.merge.act')} …
            </Menu.Item>
          ) : null}
          <Menu.Item leftSection={<IconLink size={16} stroke={1.7} />} onClick={() => void share()}>
            {t('customers.view.share')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {open === 'edit' && profile.data ? (
        <EditDialog profile={profile.data} onClose={() => setOpen(undefined)} />
      ) : null}
      {(open === 'merge' || (join !== undefined && can('customers.merge'))) && profile.data ? (
        <MergeDialog
          profile={profile.data}
          {...(join === undefined ? {} : { with: join })}
          onClose={() => {
            setOpen(undefined);
            if (join !== undefined) setAddress({ join: undefined }, { replace: true });
          }}
        />
      ) : null}
    </>
  );
}
