/** How the file of `tillFile` becomes events: one `Till Sale` a row. */
export const tillMapping = `
encoding: utf-8
delimiter: ","
header: 1
decimal: "."
dates: [yyyy-MM-dd HH:mm:ss]
zone: Europe/Madrid
currency: EUR
language: en
channel: shop
row:
  - type: track
    event: Till Sale
    keys: { user: "{who}" }
    message_id: "row:{n}"
    time: at
    properties: { n: n, words: said }
`;

/** One row of a till: who bought, when (within January 2026 unless said), what was said. */
export interface TillRow {
  readonly who: string;
  readonly at?: string;
  readonly said: string;
}

/** A CSV file of so many rows, numbered from 0. */
export function tillFile(rows: number, rowOf: (n: number) => TillRow): string {
  const lines = Array.from({ length: rows }, (_row, n) => {
    const { who, said, at = `2026-01-${String((n % 28) + 1).padStart(2, '0')} 10:00:00` } = rowOf(n);
    return `${n},${who},${at},${said}`;
  });
  return `n,who,at,said\n${lines.join('\n')}\n`;
}
