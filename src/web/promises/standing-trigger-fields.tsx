import { ActionIcon, Autocomplete, Button, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { eventNames } from '../../shared/promises-standing.ts';
import type { WrongFields } from '../parts/fields.ts';
import { useAsk } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import classes from './standing.module.css';
import type { Trigger } from './standing-draft.ts';

interface TriggerProps {
  readonly side: 'opens' | 'closes';
  readonly value: Trigger;
  readonly wrong: WrongFields;
  readonly onChange: (next: Trigger) => void;
}

/** Which event, and only where which properties are so. */
export function StandingTriggerFields({ side, value, wrong, onChange }: TriggerProps) {
  const { t } = useWords();
  const { data } = useAsk(eventNames, {});
  const { event, where } = value;
  const needed = (path: string) => (wrong.has(`rule.${side}.${path}`) ? t('promisesStanding.form.needed') : undefined);
  const change = (place: number, next: object) =>
    onChange({ event, where: where.map((one, at) => (at === place ? { ...one, ...next } : one)) });
  return (
    <fieldset className={classes.part}>
      <legend>{t(`promisesStanding.form.${side}`)}</legend>
      <Autocomplete
        label={t('promisesStanding.form.event')}
        description={t('promisesStanding.form.eventHelp')}
        data={data?.names ?? []}
        limit={50}
        value={event}
        error={needed('event')}
        onChange={(next) => onChange({ event: next, where })}
      />
      {where.map(({ property, is }, at) => (
        <div key={`where-${String(at)}`} className={classes.line}>
          <TextInput
            label={at === 0 ? t('promisesStanding.form.where') : t('promisesStanding.form.property')}
            placeholder={t('promisesStanding.form.property')}
            value={property}
            error={needed(`where.${at}.property`)}
            onChange={(now) => change(at, { property: now.currentTarget.value })}
          />
          <TextInput
            label={t('promisesStanding.form.is')}
            value={is}
            onChange={(now) => change(at, { is: now.currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t('promisesStanding.form.remove')}
            onClick={() => onChange({ event, where: where.filter((_one, place) => place !== at) })}
          >
            <IconX size={16} />
          </ActionIcon>
        </div>
      ))}
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconPlus size={14} />}
        onClick={() => onChange({ event, where: [...where, { property: '', is: '' }] })}
      >
        {t('promisesStanding.form.addWhere')}
      </Button>
    </fieldset>
  );
}
