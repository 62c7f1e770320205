import { NumberInput, Stack, TextInput } from '@mantine/core';
import { roles } from '../../shared/staff.ts';
import { decimalsOf, majorOf } from '../parts/minor-money.ts';
import { Section } from '../parts/page.tsx';
import { useWords } from '../platform/words.ts';
import classes from './settings.module.css';
import type { WaysDraft } from './settings-page.tsx';

interface FieldsProps {
  readonly draft: WaysDraft;
  readonly set: (change: Partial<WaysDraft>) => void;
  /** The reader may look, not change. */
  readonly fixed: boolean;
  readonly wrong: ReadonlySet<string>;
  readonly currency: string;
}

type NumberName = {
  [Name in keyof WaysDraft]: WaysDraft[Name] extends number | null ? Name : never;
}[keyof WaysDraft];

interface NumberProps extends FieldsProps {
  readonly name: NumberName;
  readonly label: string;
  readonly help?: string;
  readonly unit?: 'days' | 'minutes' | 'months';
  /** Left empty it says null: no limit, no fading. */
  readonly optional?: boolean;
}

/** A whole number with its unit. */
function Count({ draft, set, fixed, wrong, name, label, help, unit, optional = false }: NumberProps) {
  const { t } = useWords();
  return (
    <NumberInput
      label={label}
      description={help}
      className={classes.short}
      allowDecimal={false}
      disabled={fixed}
      error={wrong.has(name) ? t('moments.ways.wrong') : undefined}
      suffix={unit === undefined ? '' : ` ${t(`moments.ways.${unit}`)}`}
      value={draft[name] === null || Number.isNaN(draft[name]) ? '' : draft[name]}
      onChange={(value) => set({ [name]: value === '' ? (optional ? null : Number.NaN) : Number(value) })}
    />
  );
}

/** What a bad moment weighs, how much credit there can be, how it fades, when a customer is forgotten. */
export function AccountFields(props: FieldsProps) {
  const { t } = useWords();
  return (
    <Section title={t('moments.ways.account')} sentence={t('moments.ways.accountSentence')}>
      <Stack gap="md">
        <Count {...props} name="five" label={t('moments.ways.five')} help={t('moments.ways.fiveHelp')} />
        <Count {...props} name="cap" label={t('moments.ways.cap')} help={t('moments.ways.capHelp')} optional />
        <Count
          {...props}
          name="fade_months"
          label={t('moments.ways.fade')}
          help={t('moments.ways.fadeHelp')}
          unit="months"
          optional
        />
        <Count
          {...props}
          name="forgotten_days"
          label={t('moments.ways.forgotten')}
          help={t('moments.ways.forgottenHelp')}
          unit="days"
        />
      </Stack>
    </Section>
  );
}

/** When customers are asked, by their own clock. */
export function AskingFields(props: FieldsProps) {
  const { t } = useWords();
  const { draft, set, fixed, wrong } = props;
  const hour = (name: 'ask_from' | 'ask_until', label: string) => (
    <TextInput
      type="time"
      label={label}
      description={t('moments.ways.clockHelp')}
      className={classes.short}
      disabled={fixed}
      error={wrong.has(name) ? t('moments.ways.wrong') : undefined}
      value={draft[name]}
      onChange={(event) => set({ [name]: event.currentTarget.value })}
    />
  );
  return (
    <Section title={t('moments.ways.asking')} sentence={t('moments.ways.askingSentence')}>
      <Stack gap="md">
        <Count
          {...props}
          name="rest_days"
          label={t('moments.ways.rest')}
          help={t('moments.ways.restHelp')}
          unit="days"
        />
        <div className={classes.pair}>
          {hour('ask_from', t('moments.ways.from'))}
          {hour('ask_until', t('moments.ways.until'))}
        </div>
        <Count {...props} name="ask_minutes" label={t('moments.ways.after')} unit="minutes" />
        <Count {...props} name="ask_later_days" label={t('moments.ways.later')} unit="days" />
      </Stack>
    </Section>
  );
}

/** Within which time a bad moment has an owner, when he is asked again, and what each role may spend without asking. */
export function RepairFields(props: FieldsProps) {
  const { t } = useWords();
  const { draft, set, fixed, wrong, currency } = props;
  const decimals = decimalsOf(currency);
  return (
    <Section title={t('moments.ways.repairing')}>
      <Stack gap="md">
        <Count {...props} name="own_minutes" label={t('moments.ways.own')} unit="minutes" />
        <Count {...props} name="recheck_days" label={t('moments.ways.recheck')} unit="days" />
        <fieldset className={classes.budgets}>
          <legend>{t('moments.ways.budget')}</legend>
          <p className={classes.soft}>{t('moments.ways.budgetHelp')}</p>
          {roles.map((role) => (
            <NumberInput
              key={role}
              label={t(`staff.role.${role}`)}
              className={classes.short}
              disabled={fixed}
              min={0}
              decimalScale={decimals}
              allowedDecimalSeparators={['.', ',']}
              suffix={` ${currency}`}
              hideControls
              error={wrong.has(`budgets.${role}`) ? t('moments.ways.wrong') : undefined}
              value={majorOf(draft.budgets[role] ?? 0, currency)}
              onChange={(value) =>
                set({ budgets: { ...draft.budgets, [role]: Math.round(Number(value) * 10 ** decimals) } })
              }
            />
          ))}
        </fieldset>
      </Stack>
    </Section>
  );
}
