import type { ReplyOf } from '../../shared/contract.ts';
import { show as showCustomer } from '../../shared/customers.ts';
import type { account, Dot } from '../../shared/moments.ts';
import type { MomentSign } from '../parts/account-strip.tsx';
import { useAsk } from '../platform/use-ask.ts';
import { type Say, useWords } from '../platform/words.ts';

export type AccountTold = ReplyOf<typeof account>;

/** The dots of a strip: what is good by others' word alone repays nothing, and is drawn so. */
export function dotsOf(strip: readonly Pick<Dot, 'sign' | 'own'>[]): readonly MomentSign[] {
  return strip.map((dot) => (dot.sign === 1 ? (dot.own ? 'good' : 'seen') : dot.sign === -1 ? 'bad' : 'indifferent'));
}

/** "You owe Ana 3 good moments", in a sentence. */
export function sayStanding(t: Say, { balance }: Pick<AccountTold, 'balance'>, name: string): string {
  if (balance < 0) return t('moments.account.owe', { count: -balance, name });
  return balance > 0 ? t('moments.account.credit', { count: balance, name }) : t('moments.account.even', { name });
}

/** The first of a customer's names, by which a colleague would call him; the whole of an organisation's. */
export function useFirstName(customerId: string): { readonly first: string; readonly whole: string } {
  const { t } = useWords();
  const { data } = useAsk(showCustomer, { customer_id: customerId });
  const whole = data?.name ?? t('moments.account.nobody');
  const first = data?.kind === 'person' ? (data.given_name ?? whole.split(' ')[0] ?? whole) : whole;
  return { first, whole };
}
