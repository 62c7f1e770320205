// The account of the articles, reckoned without the product: it imports nothing of it, on purpose.

import type { CheckedMoment } from './moment-checker.ts';

/** An account: what stands at the end, and how many moments made it. */
export interface CheckedAccount {
  balance: number;
  moments: number;
  positive: number;
  indifferent: number;
  negative: number;
}

/** Each customer's account by the articles: five good ones for a bad one, and a bad one wipes what there was. */
export function accountsOf(moments: readonly CheckedMoment[], five = 5): Map<string, CheckedAccount> {
  const accounts = new Map<string, CheckedAccount>();
  const inOrder = moments.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : (b.sign ?? 0) - (a.sign ?? 0)));
  for (const { customer, sign, own, severity } of inOrder) {
    const account = accounts.get(customer) ?? { balance: 0, moments: 0, positive: 0, indifferent: 0, negative: 0 };
    accounts.set(customer, account);
    if (sign === null) continue;
    account.moments += 1;
    if (sign === 1) account.positive += 1;
    if (sign === 0) account.indifferent += 1;
    if (sign === -1) account.negative += 1;
    if (sign === 1 && own) account.balance += 1;
    if (sign === -1) account.balance = Math.min(account.balance, 0) - five * severity;
  }
  return accounts;
}
