import { ActionIcon, Autocomplete, Button, Select, Switch, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { usualKinds } from '../../shared/promises-shown.ts';
import { departments } from '../../shared/staff-house.ts';
import type { WrongFields } from '../parts/fields.ts';
import { useAsk } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import classes from './standing.module.css';
import { noTerm, type StandingDraft } from './standing-draft.ts';
import { StandingTermFields } from './standing-term-fields.tsx';
import { StandingTriggerFields } from './standing-trigger-fields.tsx';

interface RuleProps {
  readonly draft: StandingDraft;
  readonly wrong: WrongFields;
  readonly set: (change: Partial<StandingDraft>) => void;
}

/** Properties by which two events are told to speak of the same thing. */
const usualSame = ['order_id', 'invoice_number', 'complaint_id', 'question_id', 'visit_id', 'payment_id', 'case_id'];

/** What opens and settles it, within which time, what else must be so, and who keeps it. */
export function StandingRuleFields({ draft, wrong, set }: RuleProps) {
  const { t } = useWords();
  const needed = (path: string) => (wrong.has(path) ? t('promisesStanding.form.needed') : undefined);
  return (
    <div className={classes.ruleFields}>
      <div className={classes.half}>
        <StandingTriggerFields side="opens" value={draft.opens} wrong={wrong} onChange={(opens) => set({ opens })} />
        <StandingTriggerFields
          side="closes"
          value={draft.closes}
          wrong={wrong}
          onChange={(closes) => set({ closes })}
        />
      </div>
      <Autocomplete
        className={classes.short}
        label={t('promisesStanding.form.same')}
        description={t('promisesStanding.form.sameHelp')}
        data={usualSame}
        value={draft.same}
        error={needed('rule.same')}
        onChange={(same) => set({ same })}
      />
      <div className={classes.half}>
        <StandingTermFields
          label={t('promisesStanding.form.term')}
          help={t('promisesStanding.form.termHelp')}
          value={draft.term}
          error={needed('rule.term')}
          onChange={(term) => set({ term })}
        />
        <div>
          <Switch
            label={t('promisesStanding.form.desired')}
            description={t('promisesStanding.form.desiredHelp')}
            checked={draft.desired !== undefined}
            onChange={(event) => set({ desired: event.currentTarget.checked ? noTerm : undefined })}
          />
          {draft.desired === undefined ? null : (
            <StandingTermFields
              label={t('promisesStanding.form.desired')}
              hidden
              value={draft.desired}
              error={needed('rule.desired')}
              onChange={(desired) => set({ desired })}
            />
          )}
        </div>
      </div>
      <Ticks draft={draft} wrong={wrong} set={set} />
      <Keeping draft={draft} wrong={wrong} set={set} />
    </div>
  );
}

function Ticks({ draft, wrong, set }: RuleProps) {
  const { t } = useWords();
  const { ticks } = draft;
  const change = (place: number, next: object) =>
    set({ ticks: ticks.map((one, at) => (at === place ? { ...one, ...next } : one)) });
  const needed = (path: string) => (wrong.has(path) ? t('promisesStanding.form.needed') : undefined);
  return (
    <fieldset className={classes.part}>
      <legend>{t('promisesStanding.form.ticks')}</legend>
      <p>{t('promisesStanding.form.ticksHelp')}</p>
      {ticks.map(({ tick, property }, at) => (
        // The place is all that tells two empty ones apart.
        <div key={`tick-${String(at)}`} className={classes.line}>
          <TextInput
            label={t('promisesStanding.form.tick')}
            value={tick}
            error={needed(`rule.ticks.${at}.tick`)}
            onChange={(event) => change(at, { tick: event.currentTarget.value })}
          />
          <TextInput
            label={t('promisesStanding.form.property')}
            value={property}
            error={needed(`rule.ticks.${at}.property`)}
            onChange={(event) => change(at, { property: event.currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t('promisesStanding.form.remove')}
            onClick={() => set({ ticks: ticks.filter((_one, place) => place !== at) })}
          >
            <IconX size={16} />
          </ActionIcon>
        </div>
      ))}
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconPlus size={14} />}
        onClick={() => set({ ticks: [...ticks, { tick: '', property: '' }] })}
      >
        {t('promisesStanding.form.addTick')}
      </Button>
    </fieldset>
  );
}

function Keeping({ draft, wrong, set }: RuleProps) {
  const { t, language } = useWords();
  const { data } = useAsk(departments, {});
  const open = (data?.departments ?? []).filter((one) => one.closed_at === null);
  return (
    <>
      <div className={classes.half}>
        <Autocomplete
          label={t('promisesStanding.form.kind')}
          data={[...usualKinds]}
          value={draft.kind}
          error={wrong.has('rule.kind') ? t('promisesStanding.form.needed') : undefined}
          onChange={(kind) => set({ kind })}
        />
        <Select
          label={t('promisesStanding.form.keeper')}
          placeholder={t('promisesStanding.form.keeperNone')}
          data={open.map((one) => ({ value: one.department_id, label: one.name[language] }))}
          clearable
          searchable
          value={draft.keeper}
          onChange={(keeper) => set({ keeper })}
        />
      </div>
      <Switch
        label={t('promisesStanding.form.public')}
        description={t('promisesStanding.form.publicHelp')}
        checked={draft.public}
        onChange={(event) => set({ public: event.currentTarget.checked })}
      />
    </>
  );
}
