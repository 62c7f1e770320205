import { SegmentedControl, Select } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { useWords } from '../platform/words.ts';
import { CodeSample } from './code-sample.tsx';
import { type Client, clientNames, clients, snippet } from './snippet-text.ts';

/** Samples for each client with this house's own address, and the key where it is known. */
export function Snippets({ kind, writeKey }: { readonly kind: string; readonly writeKey: string }) {
  const { t } = useWords();
  const phone = useMediaQuery('(max-width: 36em)') ?? false;
  const fitting = clients.filter((client) => (client === 'browser') === (kind === 'browser') || client === 'curl');
  const [chosen, setChosen] = useState<Client>();
  const client = chosen ?? (kind === 'browser' ? 'browser' : 'segment');
  const data = fitting.map((one) => ({ value: one, label: clientNames[one] }));
  const choose = (next: string | null) => setChosen(clients.find((one) => one === next) ?? client);
  return (
    <div>
      {phone ? (
        <Select
          aria-label={t('intake.how.client')}
          data={data}
          value={client}
          allowDeselect={false}
          onChange={choose}
        />
      ) : (
        <SegmentedControl aria-label={t('intake.how.client')} data={data} value={client} onChange={choose} />
      )}
      <CodeSample
        label={t('intake.how.sample', { client: clientNames[client] })}
        text={snippet(client, globalThis.location.origin, writeKey)}
      />
    </div>
  );
}
