import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useLayoutEffect, useState } from 'react';
import { useWords } from '../platform/words.ts';
import classes from './list.module.css';
import { useRowKeys } from './row-keys.ts';

/** Above so many rows only those near the window are drawn. */
export const virtualFrom = 80;

export interface MoreProps {
  readonly has: boolean;
  readonly busy: boolean;
  readonly load: () => void;
}

export interface ListProps<T> {
  /** What is listed, for screen readers. */
  readonly label: string;
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  /** What a row shows: text and signs only; whatever can be pressed belongs into `acts`. */
  readonly row: (item: T) => ReactNode;
  /** The page that a row opens. */
  readonly to?: (item: T) => string;
  /** Instead of `to`: what opening a row does. */
  readonly onOpen?: (item: T) => void;
  /** The row under the cursor or focus, for a brief beside the list. */
  readonly onPoint?: (item: T) => void;
  readonly acts?: (item: T) => ReactNode;
  /** Before a row: what chooses it. */
  readonly lead?: (item: T) => ReactNode;
  readonly more?: MoreProps;
}

/** A list of rows: whole row opens, j/k move, Enter opens, long lists draw only what is seen. */
export function List<T>(props: ListProps<T>) {
  const { items, keyOf, label, more } = props;
  const [offset, setOffset] = useState(0);
  const virtual = useWindowVirtualizer({
    count: items.length,
    estimateSize: () => 56,
    overscan: 12,
    scrollMargin: offset,
    enabled: items.length > virtualFrom,
    getItemKey: (index) => keyAt(items, index, keyOf),
  });
  const root = useRowKeys(items.length, (index) => {
    if (items.length > virtualFrom) virtual.scrollToIndex(index);
  });
  useLayoutEffect(() => setOffset(root.current?.offsetTop ?? 0), [root]);

  if (items.length <= virtualFrom) {
    return (
      <div ref={root}>
        <ul className={classes.list} aria-label={label}>
          {items.map((item, index) => (
            <li key={keyOf(item)} className={classes.item} data-index={index}>
              <Row item={item} {...props} />
            </li>
          ))}
        </ul>
        <More more={more} />
      </div>
    );
  }
  return (
    <div ref={root}>
      <ul className={classes.list} aria-label={label} style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map((seen) => {
          const item = items[seen.index];
          return item === undefined ? null : (
            <li
              key={seen.key}
              ref={virtual.measureElement}
              className={classes.item}
              data-index={seen.index}
              aria-posinset={seen.index + 1}
              aria-setsize={items.length}
              style={{
                position: 'absolute',
                insetInline: 0,
                top: 0,
                transform: `translateY(${seen.start - offset}px)`,
              }}
            >
              <Row item={item} {...props} />
            </li>
          );
        })}
      </ul>
      <More more={more} />
    </div>
  );
}

function Row<T>({ item, row, to, onOpen, onPoint, acts, lead }: ListProps<T> & { readonly item: T }) {
  const point = onPoint ? () => onPoint(item) : undefined;
  const shared = { className: classes.open, 'data-open': true, onFocus: point } as const;
  const target = to?.(item);
  return (
    <div className={classes.row} onPointerEnter={point}>
      {lead ? <div className={classes.lead}>{lead(item)}</div> : null}
      {target !== undefined ? (
        <Link to={target} {...shared}>
          {row(item)}
        </Link>
      ) : onOpen ? (
        <button type="button" {...shared} onClick={() => onOpen(item)}>
          {row(item)}
        </button>
      ) : (
        <div className={classes.open}>{row(item)}</div>
      )}
      {acts ? <div className={classes.acts}>{acts(item)}</div> : null}
    </div>
  );
}

/** The end of a list that goes on: loads the next piece. */
export function More({ more }: { readonly more: MoreProps | undefined }) {
  const { t } = useWords();
  if (!more?.has) return null;
  return (
    <Button className={classes.more} variant="default" size="sm" loading={more.busy} onClick={more.load}>
      {t('parts.list.more')}
    </Button>
  );
}

/** "4 new", to fold in when the reader likes; nothing jumps by itself. */
export function News({ count, fold }: { readonly count: number; readonly fold: () => void }) {
  const { t } = useWords();
  return (
    <div aria-live="polite">
      {count > 0 ? (
        <button type="button" className={classes.news} onClick={fold}>
          {t('parts.list.news', { count })}
        </button>
      ) : null}
    </div>
  );
}

function keyAt<T>(items: readonly T[], index: number, keyOf: (item: T) => string): string {
  const item = items[index];
  return item === undefined ? String(index) : keyOf(item);
}
