/** Digits after the point in the minor unit of a currency (ISO 4217); 2 where the runtime does not know it. */
export function minorDigits(currency: string): number {
  const known = digitsOf.get(currency);
  if (known !== undefined) return known;
  const digits = askIntl(currency);
  digitsOf.set(currency, digits);
  return digits;
}

const digitsOf = new Map<string, number>();

function askIntl(currency: string): number {
  try {
    const { maximumFractionDigits } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
    return maximumFractionDigits ?? 2;
  } catch {
    return 2;
  }
}

/**
 * A decimal as clients write it: a JSON number, or text with a point. `undefined` for anything else: exponents that lost
 * digits, thousands separators, not-a-number. A JSON number is read by its shortest text, so 41.2 stays 41.2.
 */
export function decimalOf(value: unknown): string | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? plainText(value) : undefined;
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  return /^[+-]?\d{1,15}(\.\d{1,12})?$/.test(text) ? text.replace(/^\+/, '') : undefined;
}

function plainText(value: number): string | undefined {
  const text = String(value);
  if (!text.includes('e')) return /^-?\d{1,15}(\.\d+)?$/.test(text) ? text : undefined;
  return Math.abs(value) < 1 ? value.toFixed(12) : undefined;
}

/** Minor units of a decimal, rounded half up (away from zero) at the currency's last digit. */
export function minorOf(decimal: string, currency: string): number {
  return Number(scaled(decimal, minorDigits(currency)));
}

/** quantity × unit price in minor units, rounded half up once per line; exact in between. */
export function lineTotal(quantity: string, unitPrice: string, currency: string): number {
  const digits = minorDigits(currency);
  const [a, scaleA] = exact(quantity);
  const [b, scaleB] = exact(unitPrice);
  return Number(roundScale(a * b, scaleA + scaleB, digits));
}

function scaled(decimal: string, digits: number): bigint {
  const [value, scale] = exact(decimal);
  return roundScale(value, scale, digits);
}

function exact(decimal: string): [bigint, number] {
  const [whole = '0', part = ''] = decimal.split('.');
  return [BigInt(`${whole}${part}`), part.length];
}

function roundScale(value: bigint, from: number, to: number): bigint {
  if (from <= to) return value * 10n ** BigInt(to - from);
  const unit = 10n ** BigInt(from - to);
  const sign = value < 0n ? -1n : 1n;
  const size = value * sign;
  return sign * ((size + unit / 2n) / unit);
}
