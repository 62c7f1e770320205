import { Button } from '@mantine/core';
import { IconHandStop } from '@tabler/icons-react';
import { show as showCustomer } from '../../shared/customers.ts';
import { KeyHint } from '../parts/key-hint.tsx';
import { useKeys } from '../platform/keys.ts';
import { useCan } from '../platform/session.ts';
import { useAsk } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import { openMaking } from './making.ts';

/** The act on a customer's page that gives him our word, by `p`. */
export function CustomerPromise({ customerId }: { readonly customerId: string }) {
  const { t } = useWords();
  const can = useCan();
  const known = useAsk(showCustomer, { customer_id: customerId });
  const open = () => openMaking({ customer: { id: customerId, name: known.data?.name ?? null } });
  const makes = can('promises.make');
  useKeys(makes ? [{ keys: 'p', label: t('promises.make.act'), run: open }] : []);
  if (!makes) return null;
  return (
    <Button
      variant="default"
      leftSection={<IconHandStop size={16} stroke={1.7} />}
      rightSection={<KeyHint keys="p" />}
      onClick={open}
    >
      {t('promises.make.short')}
    </Button>
  );
}
