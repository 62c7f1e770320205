import { now } from '../platform/clock.ts';
import { csvOf } from './csv-rules.ts';

/** Hands rows over as a CSV file, made in the browser and named by the day. */
export function handOver(head: readonly string[], rows: readonly (readonly (string | number | null)[])[]): void {
  const address = URL.createObjectURL(new Blob([csvOf(head, rows)], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `kept-${now().toISOString().slice(0, 10)}.csv`;
  link.click();
  URL.revokeObjectURL(address);
}
