import { Select } from '@mantine/core';
import { keepers } from '../../shared/promises-rates.ts';
import { useMe } from '../platform/session.ts';
import { useAsk } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import { choiceOf, type Draft, dueOf, keeperOf } from './draft-rules.ts';
import { LoadLine } from './load-line.tsx';

const groups = ['department', 'person', 'partner'] as const;

/** Everybody who may keep, as choices by group; oneself first. */
export function useKeeperChoices(): {
  readonly data: { group: string; items: { value: string; label: string }[] }[];
  readonly nameOf: (choice: string) => string;
} {
  const { t } = useWords();
  const { person } = useMe();
  const asked = useAsk(keepers, {});
  const own = `person:${person.person_id}`;
  const all = (asked.data?.keepers ?? []).flatMap(({ party, department }) => {
    const value = choiceOf(party);
    if (value === undefined || value === own) return [];
    const label = department === null ? party.name : `${party.name} · ${department}`;
    return [{ kind: party.kind, value, label, name: party.name }];
  });
  const data = groups.map((kind) => ({
    group: t(`promises.keeper.${kind}`),
    items: all.filter((one) => one.kind === kind).map(({ value, label }) => ({ value, label })),
  }));
  return {
    data: [{ group: '', items: [{ value: own, label: t('promises.keeper.me') }] }, ...data].filter(
      (group) => group.items.length > 0,
    ),
    nameOf: (choice) => all.find((one) => one.value === choice)?.name ?? person.name,
  };
}

export interface KeeperFieldProps {
  readonly draft: Pick<Draft, 'keeper' | 'day' | 'time'>;
  readonly wrong: boolean;
  readonly change: (part: { readonly keeper: string }) => void;
}

/** Who keeps it: oneself, a department, a colleague or a partner, with what he has to keep already. */
export function KeeperField({ draft, wrong, change }: KeeperFieldProps) {
  const { t } = useWords();
  const { data, nameOf } = useKeeperChoices();
  const keeper = keeperOf(draft.keeper);
  const due = dueOf(draft.day, draft.time);
  return (
    <div>
      <Select
        label={t('promises.make.keeper')}
        searchable
        allowDeselect={false}
        nothingFoundMessage={t('promises.keeper.none')}
        data={data}
        value={draft.keeper}
        error={wrong ? t('promises.keeper.none') : undefined}
        onChange={(value) => change({ keeper: value ?? draft.keeper })}
      />
      {keeper !== undefined && due !== '' ? <LoadLine keeper={keeper} name={nameOf(draft.keeper)} due={due} /> : null}
    </div>
  );
}
