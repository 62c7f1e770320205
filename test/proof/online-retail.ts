import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { createGunzip } from 'node:zlib';

/** The whole file of UCI Online Retail, beside the checkout where it was put. */
export const onlineRetailFile = fileURLToPath(
  new URL('../../../shared/data/online-retail/onlineretail.csv.gz', import.meta.url),
);

/** What the file says, counted by plain arithmetic on its lines, with nothing of the product. */
export interface RetailFacts {
  readonly lines: number;
  readonly invoices: number;
  readonly customers: number;
  /** Thousandths of a pound: quantities are whole, prices have at most three places. */
  readonly grossMills: bigint;
  /** Invoices that begin with C, or take money back. */
  readonly returns: number;
  /** `2010-12` → pence, sales and returns apart, each line rounded half up. */
  readonly months: ReadonlyMap<string, { readonly sold: number; readonly returned: number }>;
  readonly longest: { readonly customer: string; readonly lines: number };
}

/** Reads one line of this file: quoted texts without line breaks, doubled quotes inside. */
function cellsOf(line: string): string[] {
  const cells: string[] = [];
  for (const found of line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)) {
    cells.push(found[1] === undefined ? (found[2] ?? '') : found[1].replaceAll('""', '"'));
  }
  return cells;
}

/** Price in thousandths. */
function millsOf(text: string): bigint {
  const [whole = '0', part = ''] = text.split('.');
  const sign = text.startsWith('-') ? -1n : 1n;
  return BigInt(whole) * 1_000n + sign * BigInt(part.padEnd(3, '0'));
}

/** Thousandths to pence, half away from zero. */
function penceOf(mills: bigint): number {
  const sign = mills < 0n ? -1n : 1n;
  return Number(sign * ((mills * sign + 5n) / 10n));
}

/** Counts the file. */
export async function countOnlineRetail(path = onlineRetailFile): Promise<RetailFacts> {
  const raw = createReadStream(path);
  const input = path.endsWith('.gz') ? raw.pipe(createGunzip()) : raw;
  const invoices = new Map<string, { month: string; pence: number; isReturn: boolean }>();
  const customers = new Map<string, number>();
  let lines = -1;
  let grossMills = 0n;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    lines += 1;
    if (lines === 0) continue;
    const [invoice = '', , , quantity = '', at = '', price = '', customer = ''] = cellsOf(line);
    const mills = BigInt(quantity) * millsOf(price);
    grossMills += mills;
    if (customer !== '') customers.set(customer, (customers.get(customer) ?? 0) + 1);
    const known = invoices.get(invoice);
    const isReturn = invoice.startsWith('C') || price.startsWith('-');
    if (known === undefined) invoices.set(invoice, { month: at.slice(0, 7), pence: penceOf(mills), isReturn });
    else known.pence += penceOf(mills);
  }
  const months = new Map<string, { sold: number; returned: number }>();
  let returns = 0;
  for (const { month, pence, isReturn } of invoices.values()) {
    const sums = months.get(month) ?? { sold: 0, returned: 0 };
    months.set(month, sums);
    if (isReturn) {
      sums.returned += pence;
      returns += 1;
    } else sums.sold += pence;
  }
  const [customer = '', most = 0] = [...customers].reduce((a, b) => (b[1] > a[1] ? b : a));
  return {
    lines,
    invoices: invoices.size,
    customers: customers.size,
    grossMills,
    returns,
    months,
    longest: { customer, lines: most },
  };
}
