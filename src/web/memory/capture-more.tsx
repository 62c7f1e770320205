import { Autocomplete, Select, TextInput } from '@mantine/core';
import { show as showCustomer } from '../../shared/customers.ts';
import { names } from '../../shared/memory.ts';
import { sayCode } from '../parts/say-code.ts';
import { now } from '../platform/clock.ts';
import { useAsk } from '../platform/use-ask.ts';
import { wallAt } from '../platform/wall-time.ts';
import { useWords } from '../platform/words.ts';
import classes from './capture.module.css';
import type { Draft } from './capture-draft.ts';

interface CaptureMoreProps {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  readonly zone: string;
}

/** What may be told besides: when it was, on which agreement, at which touchpoint. */
export function CaptureMore({ draft, change, zone }: CaptureMoreProps) {
  const { t } = useWords();
  const { customer } = draft;
  const heard = useAsk(names, {});
  const profile = useAsk(showCustomer, { customer_id: customer?.id ?? '' }, { when: customer !== undefined });
  const agreements = profile.data?.agreements ?? [];
  const touchpoints = new Map((heard.data?.touchpoints ?? []).map((one) => [sayCode(t, one.name), one.touchpoint]));
  const shown = [...touchpoints].find(([, code]) => code === draft.touchpoint)?.[0];
  return (
    <div className={classes.fields}>
      <TextInput
        type="datetime-local"
        label={t('memory.capture.when')}
        description={t('memory.capture.whenHint')}
        max={wallAt(now(), zone)}
        value={draft.when ?? ''}
        onChange={(event) => change({ when: event.currentTarget.value || undefined })}
      />
      <Autocomplete
        label={t('memory.capture.touchpoint')}
        data={[...touchpoints.keys()]}
        limit={12}
        maxLength={200}
        value={shown ?? draft.touchpoint ?? ''}
        onChange={(value) => change({ touchpoint: touchpoints.get(value) ?? (value || undefined) })}
      />
      {agreements.length > 0 ? (
        <Select
          label={t('memory.capture.agreement')}
          placeholder={t('memory.capture.noAgreement')}
          clearable
          data={agreements.map((one) => ({
            value: one.agreement_id,
            label: [one.number, one.line].filter((part) => part !== null).join(' · '),
          }))}
          value={draft.agreement ?? null}
          onChange={(value) => change({ agreement: value ?? undefined })}
        />
      ) : null}
    </div>
  );
}
