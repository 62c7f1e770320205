import { useMediaQuery } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useLayoutEffect, useState } from 'react';
import { List, More, type MoreProps, virtualFrom } from './list.tsx';
import { useRowKeys } from './row-keys.ts';
import classes from './table.module.css';

export interface Column<T> {
  readonly id: string;
  /** Short; the unit stands here once, not in each cell. */
  readonly head: string;
  readonly cell: (item: T) => ReactNode;
  /** Numbers stand at the end. */
  readonly number?: boolean;
  /** On phones: under the name (default), there after its head, beside the name, or not at all. */
  readonly phone?: 'line' | 'labelled' | 'beside' | 'none';
  readonly width?: string;
  readonly sortable?: boolean;
}

export interface TableProps<T> {
  readonly label: string;
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  /** The first column names the row and carries its link. */
  readonly columns: readonly [Column<T>, ...Column<T>[]];
  readonly to?: (item: T) => string;
  readonly sort?: { readonly by: string; readonly down: boolean; readonly choose: (by: string) => void };
  readonly more?: MoreProps;
}

/** Rows in columns on wide screens, a list on phones; j/k and Enter; long ones draw only what is seen. */
export function Table<T>(props: TableProps<T>) {
  const phone = useMediaQuery('(max-width: 48em)') ?? false;
  return phone ? <AsList {...props} /> : <AsTable {...props} />;
}

function AsList<T>({ columns, label, items, keyOf, to, more }: TableProps<T>) {
  const [first, ...rest] = columns;
  const beside = rest.filter((column) => column.phone === 'beside');
  const lines = rest.filter(({ phone = 'line' }) => phone === 'line' || phone === 'labelled');
  const row = (item: T) => (
    <span className={classes.card}>
      <span className={classes.cardHead}>
        <span className={`${classes.name} ${classes.cardName}`}>{first.cell(item)}</span>
        {beside.map((column) => (
          <span key={column.id} className={classes.beside}>
            {column.cell(item)}
          </span>
        ))}
      </span>
      {lines.length > 0 ? (
        <span className={classes.cardLines}>
          {lines.map((column) => (
            <span key={column.id}>
              {column.phone === 'labelled' ? `${column.head}: ` : null}
              {column.cell(item)}
            </span>
          ))}
        </span>
      ) : null}
    </span>
  );
  return (
    <List label={label} items={items} keyOf={keyOf} row={row} {...(to ? { to } : {})} {...(more ? { more } : {})} />
  );
}

function AsTable<T>(props: TableProps<T>) {
  const { label, items, keyOf, columns, more } = props;
  const [offset, setOffset] = useState(0);
  const long = items.length > virtualFrom;
  const virtual = useWindowVirtualizer({
    count: items.length,
    estimateSize: () => 44,
    overscan: 16,
    scrollMargin: offset,
    enabled: long,
  });
  const root = useRowKeys(items.length, (index) => {
    if (long) virtual.scrollToIndex(index);
  });
  useLayoutEffect(() => setOffset(root.current?.offsetTop ?? 0), [root]);
  const seen = long ? virtual.getVirtualItems() : undefined;
  const first = seen?.[0];
  const last = seen?.at(-1);
  const from = first?.index ?? 0;
  const shown = long ? items.slice(from, (last?.index ?? -1) + 1) : items;
  return (
    <div ref={root} className={classes.scroll}>
      <table className={classes.table} aria-label={label} aria-rowcount={long ? items.length + 1 : undefined}>
        <Heads {...props} />
        <tbody>
          <Gap height={(first?.start ?? offset) - offset} span={columns.length} />
          {shown.map((item, index) => (
            <Row
              key={keyOf(item)}
              item={item}
              index={from + index}
              measure={long ? virtual.measureElement : undefined}
              {...props}
            />
          ))}
          <Gap height={long ? virtual.getTotalSize() - ((last?.end ?? offset) - offset) : 0} span={columns.length} />
        </tbody>
      </table>
      <More more={more} />
    </div>
  );
}

function Heads<T>({ columns, sort }: TableProps<T>) {
  return (
    <thead>
      <tr>
        {columns.map((column) => {
          const sorted = sort?.by === column.id;
          return (
            <th
              key={column.id}
              scope="col"
              data-number={column.number}
              style={column.width === undefined ? undefined : { width: column.width }}
              aria-sort={sorted ? (sort.down ? 'descending' : 'ascending') : undefined}
            >
              {column.sortable && sort ? (
                <button type="button" className={classes.sort} onClick={() => sort.choose(column.id)}>
                  {column.head}
                  <span aria-hidden="true">{sorted ? (sort.down ? ' ↓' : ' ↑') : ''}</span>
                </button>
              ) : (
                column.head
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

interface RowProps<T> extends TableProps<T> {
  readonly item: T;
  readonly index: number;
  readonly measure: ((element: Element | null) => void) | undefined;
}

function Row<T>({ item, index, measure, columns, to }: RowProps<T>) {
  const [first, ...rest] = columns;
  const target = to?.(item);
  return (
    <tr ref={measure} aria-rowindex={index + 2} data-index={index} data-opens={target !== undefined}>
      <th scope="row" className={classes.name} data-number={first.number}>
        {target === undefined ? (
          first.cell(item)
        ) : (
          <Link to={target} className={classes.link} data-open>
            {first.cell(item)}
          </Link>
        )}
      </th>
      {rest.map((column) => (
        <td key={column.id} data-number={column.number}>
          {column.cell(item)}
        </td>
      ))}
    </tr>
  );
}

function Gap({ height, span }: { readonly height: number; readonly span: number }) {
  if (height <= 0) return null;
  return (
    <tr>
      <td colSpan={span} style={{ height, padding: 0, border: 0 }} />
    </tr>
  );
}
