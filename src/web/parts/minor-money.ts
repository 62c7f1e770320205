import type { Money } from '../../shared/scalars.ts';

/** How many decimals a currency has: 2 for EUR, 0 for JPY, 3 for KWD. */
export function decimalsOf(currency: string): number {
  try {
    return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  } catch {
    return 2;
  }
}

/** An amount in minor units as exact decimal money: −6210 EUR → −62.10. */
export function minorMoney(minor: number, currency: string): Money {
  const decimals = decimalsOf(currency);
  const digits = String(Math.abs(minor)).padStart(decimals + 1, '0');
  const whole = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return { amount: minor < 0 ? `-${whole}` : whole, currency };
}

/** An amount in minor units as a number of major units, for drawing only. */
export function majorOf(minor: number, currency: string): number {
  return minor / 10 ** decimalsOf(currency);
}
