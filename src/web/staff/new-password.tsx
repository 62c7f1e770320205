import { PasswordInput } from '@mantine/core';
import { useId } from 'react';
import { useWords } from '../platform/words.ts';
import classes from './door.module.css';
import { fewest, strengthOf } from './strength-rules.ts';

const steps = ['short', 'weak', 'fair', 'strong'] as const;

export interface NewPasswordProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Name and address of the person: they make no password. */
  readonly known?: readonly string[];
  readonly label?: string;
  /** Marks a password that was sent too short. */
  readonly wrong?: boolean;
}

/** A new password with its strength in words beside a small bar; a long sentence is welcome, no signs are prescribed. */
export function NewPassword({ value, onChange, known = [], label, wrong = false }: NewPasswordProps) {
  const { t } = useWords();
  const said = useId();
  const strength = strengthOf(value, known);
  const missing = fewest - [...value].length;
  return (
    <div>
      <PasswordInput
        label={label ?? t('staff.password.new')}
        description={t('staff.password.advice', { count: fewest })}
        name="new-password"
        autoComplete="new-password"
        required
        withAsterisk={false}
        aria-describedby={said}
        error={wrong && strength === 'short'}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <div className={classes.strength} data-strength={value === '' ? 'none' : strength}>
        <span className={classes.steps} aria-hidden="true">
          {steps.slice(1).map((step, index) => (
            <span key={step} data-on={value !== '' && steps.indexOf(strength) > index} />
          ))}
        </span>
        <span id={said} aria-live="polite">
          {strengthWords()}
        </span>
      </div>
    </div>
  );

  function strengthWords(): string {
    if (value === '') return wrong ? t('staff.field.needed') : '';
    if (strength === 'short') return t('staff.password.short', { count: missing });
    return t(`staff.password.${strength}`);
  }
}
