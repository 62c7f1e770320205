import { Checkbox, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { publishStanding, type Standing, standings } from '../../shared/promises-standing.ts';
import { changes } from '../../shared/staff-people.ts';
import { FormDialog } from '../parts/form-dialog.tsx';
import { tellDone } from '../parts/toast.tsx';
import { now } from '../platform/clock.ts';
import { useMe } from '../platform/session.ts';
import { useTell } from '../platform/use-ask.ts';
import { dayStart, wallAt } from '../platform/wall-time.ts';
import { useWords } from '../platform/words.ts';

/** Puts a draft into force, from now or from the beginning of an earlier day of the house. */
export function StandingPublish({ draft, onClose }: { readonly draft: Standing; readonly onClose: () => void }) {
  const { t } = useWords();
  const { house } = useMe();
  const [earlier, setEarlier] = useState(false);
  const [day, setDay] = useState('');
  const [past, setPast] = useState(false);
  const [tried, setTried] = useState(false);
  const publishing = useTell(publishStanding, {
    refresh: [standings, changes],
    done: () => {
      onClose();
      tellDone(t('promisesStanding.act.published'));
    },
  });
  const submit = () => {
    setTried(true);
    const { standing_id, version } = draft;
    const from = dayStart(day, house.zone);
    if (!earlier) publishing.mutate({ standing_id, version });
    else if (from !== undefined) publishing.mutate({ standing_id, version, in_force_at: from, past });
  };
  return (
    <FormDialog
      title={t('promisesStanding.publish.title', { version: draft.version })}
      act={t('promisesStanding.act.publish')}
      busy={publishing.isPending}
      error={publishing.error}
      onClose={onClose}
      onSubmit={submit}
    >
      <Text>{t('promisesStanding.publish.sentence')}</Text>
      <Radio.Group
        label={t('promisesStanding.publish.from')}
        value={earlier ? 'earlier' : 'now'}
        onChange={(chosen) => setEarlier(chosen === 'earlier')}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="now" label={t('promisesStanding.publish.now')} />
          <Radio value="earlier" label={t('promisesStanding.publish.earlier')} />
        </Stack>
      </Radio.Group>
      {earlier ? (
        <>
          <TextInput
            type="date"
            label={t('promisesStanding.publish.day')}
            max={wallAt(now(), house.zone).slice(0, 10)}
            value={day}
            error={tried && day === '' ? t('promisesStanding.form.needed') : undefined}
            onChange={(event) => setDay(event.currentTarget.value)}
          />
          <Checkbox
            label={t('promisesStanding.publish.also')}
            description={past ? t('promisesStanding.publish.alsoHelp') : t('promisesStanding.publish.onlyNew')}
            checked={past}
            onChange={(event) => setPast(event.currentTarget.checked)}
          />
        </>
      ) : null}
    </FormDialog>
  );
}
