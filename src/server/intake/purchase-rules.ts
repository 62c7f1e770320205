import type { PurchaseLineToKeep, PurchaseToKeep } from '../memory/remembering.ts';
import { bagsOf, textOf } from './fields.ts';
import { decimalOf, lineTotal, minorOf } from './money-rules.ts';
import type { Bag } from './segment-message.ts';

/** Why an order cannot be read as money. */
export interface BadMoney {
  readonly code: 'event.bad-money';
  readonly detail: string;
}

const sales = new Set(['order completed', 'order updated']);
const returns = new Set(['order refunded']);

/** True for the Spec's events that carry money; cancelled orders are told apart by `cancelledOrder`. */
export function carriesMoney(event: string): boolean {
  const name = event.toLowerCase();
  return sales.has(name) || returns.has(name);
}

/** The order that an event takes back whole. */
export function cancelledOrder(event: string, properties: Bag | null | undefined): string | undefined {
  return event.toLowerCase() === 'order cancelled' ? textOf(properties, 'order_id', 'orderId') : undefined;
}

/**
 * Reads the Spec's e-commerce properties: order_id, currency, total or revenue or value, shipping, tax, discount,
 * products with price and quantity. Unit prices stay decimal; each line is rounded half up to minor units; the total is
 * the source's own where it told one, else the sum of lines. A refund counts negative however its sign was told.
 */
export function purchaseOf(
  event: string,
  properties: Bag | null | undefined,
  about: { messageId: string; currency: string },
): PurchaseToKeep | BadMoney {
  const isReturn = returns.has(event.toLowerCase());
  const currency = (textOf(properties, 'currency') ?? about.currency).toUpperCase();
  if (!/^[A-Z]{3}$/.test(currency)) return bad(`currency ${currency.slice(0, 20)}`);
  const lines: PurchaseLineToKeep[] = [];
  for (const product of bagsOf(properties, 'products')) {
    const line = lineOf(product, currency);
    if ('code' in line) return line;
    lines.push(isReturn ? asReturned(line) : line);
  }
  const told = toldTotal(properties);
  if (told !== undefined && decimalOf(told) === undefined) return bad('total');
  const toldText = told === undefined ? undefined : decimalOf(told);
  const toldMinor = toldText === undefined ? undefined : minorOf(toldText, currency);
  const sum = lines.reduce((total, line) => total + line.totalMinor, 0);
  const total = toldMinor ?? sum;
  if (!Number.isSafeInteger(total)) return bad('total');
  return {
    orderKey: textOf(properties, 'order_id', 'orderId', 'checkout_id') ?? about.messageId,
    currency,
    kind: isReturn ? 'return' : 'sale',
    totalMinor: isReturn ? -Math.abs(total) : total,
    toldMinor,
    lines,
  };
}

function toldTotal(properties: Bag | null | undefined): unknown {
  for (const name of ['total', 'revenue', 'value']) {
    const value = properties?.[name];
    if (value !== undefined && value !== null && value !== '') return value;
  }
  return undefined;
}

function lineOf(product: Bag, currency: string): PurchaseLineToKeep | BadMoney {
  const quantity =
    product['quantity'] === undefined || product['quantity'] === null ? '1' : decimalOf(product['quantity']);
  const unitPrice = product['price'] === undefined || product['price'] === null ? '0' : decimalOf(product['price']);
  if (quantity === undefined) return bad('quantity');
  if (unitPrice === undefined) return bad('price');
  const totalMinor = lineTotal(quantity, unitPrice, currency);
  if (!Number.isSafeInteger(totalMinor)) return bad('price');
  return {
    product: textOf(product, 'product_id', 'sku', 'id')?.slice(0, 200),
    name: textOf(product, 'name')?.slice(0, 300),
    category: textOf(product, 'category')?.slice(0, 200),
    quantity,
    unitPrice,
    totalMinor,
  };
}

function asReturned(line: PurchaseLineToKeep): PurchaseLineToKeep {
  return line.totalMinor <= 0
    ? line
    : {
        ...line,
        quantity: line.quantity.startsWith('-') ? line.quantity.slice(1) : `-${line.quantity}`,
        totalMinor: -line.totalMinor,
      };
}

function bad(what: string): BadMoney {
  return { code: 'event.bad-money', detail: what };
}
