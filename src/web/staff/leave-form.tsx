import { Select, Text } from '@mantine/core';
import { useState } from 'react';
import { apiKeys, departments } from '../../shared/staff-house.ts';
import { changes, colleagues, leave, people } from '../../shared/staff-people.ts';
import { FormDialog } from '../parts/form-dialog.tsx';
import { tellDone } from '../parts/toast.tsx';
import { useAsk, useTell } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import type { Person } from './people-page.tsx';

/** Somebody leaves: who takes over what is his. An invitation that was not accepted is only taken back. */
export function LeaveForm({ person, onClose }: { readonly person: Person; readonly onClose: () => void }) {
  const { t } = useWords();
  const [successor, setSuccessor] = useState<string | null>(null);
  const known = useAsk(colleagues, {}, { when: person.state === 'active' });
  const leaving = useTell(leave, {
    refresh: [people, colleagues, departments, changes, apiKeys],
    done: () => {
      onClose();
      tellDone(person.state === 'invited' ? t('staff.leave.takenBack') : t('staff.leave.done', { name: person.name }));
    },
  });
  const invited = person.state === 'invited';
  const others = (known.data?.people ?? []).filter((one) => one.person_id !== person.person_id);
  return (
    <FormDialog
      title={
        invited ? t('staff.leave.takeBackTitle', { name: person.name }) : t('staff.leave.title', { name: person.name })
      }
      act={invited ? t('staff.leave.takeBack') : t('staff.leave.act')}
      grave
      busy={leaving.isPending}
      error={leaving.error}
      onClose={onClose}
      onSubmit={() => leaving.mutate({ person_id: person.person_id, successor_id: successor })}
    >
      <Text>{invited ? t('staff.leave.takeBackSentence') : t('staff.leave.sentence')}</Text>
      {invited ? null : (
        <Select
          label={t('staff.leave.successor')}
          description={t('staff.leave.successorHelp')}
          placeholder={t('staff.leave.nobody')}
          data={others.map((one) => ({ value: one.person_id, label: one.name }))}
          searchable
          clearable
          value={successor}
          onChange={setSuccessor}
        />
      )}
    </FormDialog>
  );
}
