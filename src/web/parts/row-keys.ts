import { useEffect, useRef, useState } from 'react';
import { useKeys } from '../platform/keys.ts';
import { useWords } from '../platform/words.ts';

/** Gives a list the keys j and k; Enter is the focused row's own. `reveal` brings a row into a virtual window. */
export function useRowKeys(count: number, reveal: (index: number) => void) {
  const { t } = useWords();
  const root = useRef<HTMLDivElement>(null);
  const [wanted, setWanted] = useState<{ readonly index: number }>();
  const go = (step: number) => {
    const from = rowOf(document.activeElement, root.current) ?? (step > 0 ? -1 : count);
    const index = Math.min(count - 1, Math.max(0, from + step));
    if (count === 0) return;
    reveal(index);
    setWanted({ index });
  };
  useKeys([
    { keys: 'j', label: t('parts.list.next'), run: () => go(1) },
    { keys: 'k', label: t('parts.list.previous'), run: () => go(-1) },
  ]);
  useEffect(() => {
    if (wanted === undefined) return;
    const frame = requestAnimationFrame(() => focusRow(root.current, wanted.index));
    return () => cancelAnimationFrame(frame);
  }, [wanted]);
  return root;
}

function rowOf(element: Element | null, root: HTMLElement | null): number | undefined {
  if (!element || !root?.contains(element)) return undefined;
  const row = element.closest('[data-index]');
  return row instanceof HTMLElement ? Number(row.dataset['index']) : undefined;
}

function focusRow(root: HTMLElement | null, index: number): void {
  const target = root?.querySelector(`[data-index="${index}"] [data-open]`);
  if (!(target instanceof HTMLElement)) return;
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: 'nearest' });
}
