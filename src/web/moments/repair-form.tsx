import { Checkbox, NumberInput, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { repair, repairs } from '../../shared/moments-recovery.ts';
import { decimalsOf, majorOf, minorMoney } from '../parts/minor-money.ts';
import { tellDone } from '../parts/toast.tsx';
import { useShow } from '../platform/show.ts';
import { useWords } from '../platform/words.ts';
import { at, type RecoveryFormProps, RecoveryFrame } from './recovery-frame.tsx';
import { useRecoveryTell } from './use-recovery-tell.ts';

/** What was done to repair it, in a sentence, and what it cost: within what one may spend without asking. */
export function RepairForm({ recovery, onClose }: RecoveryFormProps) {
  const { t } = useWords();
  const show = useShow();
  const [what, setWhat] = useState<(typeof repairs)[number]>('apology');
  const [words, setWords] = useState('');
  const [cost, setCost] = useState<number | string>('');
  const [done, setDone] = useState(true);
  const [wrong, setWrong] = useState(false);
  const { currency } = recovery;
  const decimals = decimalsOf(currency);
  const costMinor = Math.round(Number(cost) * 10 ** decimals);
  const left = recovery.left_minor ?? 0;
  const over = costMinor > left;
  const money = show.money(minorMoney(left, currency));
  const telling = useRecoveryTell(repair, {
    done: () => {
      tellDone(done ? t('moments.repair.done.repair') : t('moments.repair.done.repairMore'));
      onClose();
    },
  });
  const submit = () => {
    setWrong(words.trim() === '');
    if (words.trim() === '') return;
    telling.mutate({ ...at(recovery), what, words: words.trim(), cost_minor: costMinor, done });
  };
  return (
    <RecoveryFrame
      act="repair"
      onClose={onClose}
      onSubmit={submit}
      busy={telling.isPending}
      error={telling.error}
      reset={telling.reset}
    >
      <Select
        label={t('moments.repair.form.what')}
        allowDeselect={false}
        data={repairs.map((one) => ({ value: one, label: t(`moments.repair.what.${one}`) }))}
        value={what}
        onChange={(value) => setWhat(repairs.find((one) => one === value) ?? what)}
      />
      <Textarea
        label={t('moments.repair.form.words')}
        autosize
        minRows={2}
        data-autofocus
        error={wrong ? t('moments.repair.form.needed') : undefined}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <NumberInput
        label={t('moments.repair.form.cost')}
        description={left === 0 ? t('moments.repair.leftNone') : t('moments.repair.left', { money })}
        error={over ? t('moments.repair.form.over', { money }) : undefined}
        prefix={signBefore(show.locale, currency)}
        suffix={signAfter(show.locale, currency)}
        min={0}
        max={majorOf(1_000_000_000, currency)}
        decimalScale={decimals}
        decimalSeparator={decimalSign(show.locale)}
        allowedDecimalSeparators={['.', ',']}
        hideControls
        value={cost}
        onChange={setCost}
      />
      <Checkbox
        label={t('moments.repair.form.isDone')}
        checked={done}
        onChange={(event) => setDone(event.currentTarget.checked)}
      />
    </RecoveryFrame>
  );
}

function partsOf(locale: string, currency: string): readonly Intl.NumberFormatPart[] {
  return new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).formatToParts(
    1,
  );
}

function signBefore(locale: string, currency: string): string {
  const parts = partsOf(locale, currency);
  const sign = parts.findIndex((part) => part.type === 'currency');
  const number = parts.findIndex((part) => part.type === 'integer');
  return sign < number ? (parts[sign]?.value ?? '') : '';
}

function signAfter(locale: string, currency: string): string {
  const parts = partsOf(locale, currency);
  const sign = parts.findIndex((part) => part.type === 'currency');
  const number = parts.findIndex((part) => part.type === 'integer');
  return sign > number ? ` ${parts[sign]?.value ?? ''}` : '';
}

function decimalSign(locale: string): string {
  return new Intl.NumberFormat(locale).formatToParts(1.5).find((part) => part.type === 'decimal')?.value ?? '.';
}
