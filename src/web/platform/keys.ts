import { useEffect, useEffectEvent } from 'react';
import { cell } from './cell.ts';
import { singleKeysWanted } from './prefer.ts';

/** One thing that a key does; `label` (already in the reader's language) stands in the sheet of keys. */
export interface KeyAct {
  /** `j`, `Enter`, `?`, `mod+k` (⌘ or Ctrl), or two in a row: `g t`. */
  readonly keys: string;
  readonly label: string;
  readonly run: () => void;
  /** In the sheet under "everywhere" instead of "on this page". */
  readonly everywhere?: boolean;
}

/** Every key that does something now, the latest last; the latest wins. */
export const liveKeys = cell<readonly KeyAct[]>([]);

let pressed = '';
let pressedAt = 0;

/** Gives keys a meaning while the component is on screen; they sleep in fields and under dialogs. */
export function useKeys(acts: readonly KeyAct[]): void {
  const run = useEffectEvent((index: number) => acts[index]?.run());
  const shape = JSON.stringify(acts.map((act) => [act.keys, act.label, act.everywhere ?? false]));
  useEffect(() => {
    const described: [string, string, boolean][] = JSON.parse(shape);
    const own = described.map(([keys, label, everywhere], index) => ({
      keys,
      label,
      everywhere,
      run: () => run(index),
    }));
    liveKeys.set([...liveKeys.get(), ...own]);
    return () => liveKeys.set(liveKeys.get().filter((act) => !own.some((mine) => mine === act)));
  }, [shape]);
}

/** Listens for keys on the whole page; to be called once, by the shell. */
export function listenToKeys(): () => void {
  document.addEventListener('keydown', onKey);
  return () => document.removeEventListener('keydown', onKey);
}

/** Writes keys as this machine's keyboard has them: `mod+k` → `⌘ K` or `Ctrl K`. */
export function keyCaps(keys: string): readonly string[] {
  const mod = /mac|iphone|ipad/i.test(navigator.userAgent) ? '⌘' : 'Ctrl';
  return keys.split(/[+ ]/).map((key) => (key === 'mod' ? mod : key.length === 1 ? key.toUpperCase() : key));
}

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || event.altKey) return;
  const mod = event.metaKey || event.ctrlKey;
  const name = mod ? `mod+${event.key.toLowerCase()}` : event.key;
  if (!mod && sleeps(event)) return;
  const sequence = event.timeStamp - pressedAt < 800 ? `${pressed} ${name}` : name;
  const act = latest(sequence) ?? latest(name);
  pressed = mod ? '' : name;
  pressedAt = event.timeStamp;
  if (!act) return;
  pressed = '';
  event.preventDefault();
  act.run();
}

function latest(keys: string): KeyAct | undefined {
  return liveKeys.get().findLast((act) => act.keys === keys);
}

function sleeps(event: KeyboardEvent): boolean {
  if (event.key.length === 1 && !singleKeysWanted()) return true;
  if (document.querySelector('[role="dialog"][aria-modal="true"]')) return true;
  const target = event.target;
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) return true;
  const widget = target.closest(
    '[role="menu"],[role="listbox"],[role="combobox"],[role="radiogroup"],[role="tablist"]',
  );
  if (widget) return true;
  return event.key === 'Enter' && target.matches('a,button,summary,[role="button"]');
}
