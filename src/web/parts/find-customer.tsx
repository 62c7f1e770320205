import { Combobox, Loader, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import { find } from '../../shared/customers.ts';
import { useAsk } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import classes from './find-customer.module.css';
import { aboutFound, calledOf, type FoundCustomer } from './found-customer.ts';

export interface FindCustomerProps {
  readonly label: string;
  readonly onFound: (customer: FoundCustomer) => void;
  /** A customer who must not be offered: himself, when another is looked for. */
  readonly except?: string;
  readonly autoFocus?: boolean;
  /** Under the field where nobody was found: the way to make him. */
  readonly none?: (text: string) => ReactNode;
}

/** Finds one customer as one types: by name, key, agreement number or place. */
export function FindCustomer({ label, onFound, except, autoFocus = false, none }: FindCustomerProps) {
  const { t } = useWords();
  const box = useCombobox({ onDropdownClose: () => box.resetSelectedOption() });
  const [text, setText] = useState('');
  const [wanted] = useDebouncedValue(text.trim(), 150);
  const found = useAsk(find, { q: wanted, limit: 8 }, { when: wanted !== '', keep: true });
  const customers = wanted === '' ? [] : (found.data?.customers ?? []).filter((one) => one.customer_id !== except);
  const nobody = wanted !== '' && found.isSuccess && !found.isFetching && customers.length === 0;
  const choose = (id: string) => {
    const chosen = customers.find((one) => one.customer_id === id);
    if (chosen) onFound(chosen);
    setText('');
    box.closeDropdown();
  };
  const shown = customers.map((one) => one.customer_id).join();
  const pointAtFirst = useEffectEvent(() => box.selectFirstOption());
  useEffect(() => {
    if (shown !== '') pointAtFirst();
  }, [shown]);
  // Enter chooses; while nothing is there to choose it must not send the form around this field.
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.metaKey && !event.ctrlKey && text.trim() !== '') event.preventDefault();
  };
  return (
    <div>
      <Combobox store={box} onOptionSubmit={choose}>
        <Combobox.Target>
          <TextInput
            label={label}
            placeholder={t('customers.finder.placeholder')}
            leftSection={found.isFetching ? <Loader size={14} /> : <IconSearch size={16} stroke={1.7} />}
            value={text}
            data-autofocus={autoFocus || undefined}
            autoFocus={autoFocus}
            autoComplete="off"
            error={found.isError ? t('customers.finder.failed') : undefined}
            onChange={(event) => {
              setText(event.currentTarget.value);
              box.openDropdown();
            }}
            onKeyDown={onKey}
            onFocus={() => box.openDropdown()}
            onBlur={() => box.closeDropdown()}
          />
        </Combobox.Target>
        <Combobox.Dropdown hidden={customers.length === 0}>
          <Combobox.Options aria-label={label} mah={300} style={{ overflowY: 'auto' }}>
            {customers.map((one) => (
              <Combobox.Option key={one.customer_id} value={one.customer_id} className={classes.choice}>
                <CustomerLine customer={one} />
              </Combobox.Option>
            ))}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      <div aria-live="polite">
        {nobody ? (none?.(wanted) ?? <span className={classes.detail}>{t('customers.finder.none')}</span>) : null}
      </div>
    </div>
  );
}

function CustomerLine({ customer }: { readonly customer: FoundCustomer }) {
  const { t } = useWords();
  return (
    <span className={classes.option}>
      <span className={classes.name}>{calledOf(t, customer)}</span>
      <span className={classes.detail}>{aboutFound(customer)}</span>
    </span>
  );
}
