import { keyCaps } from '../platform/keys.ts';
import classes from './key-hint.module.css';

/** The key for an act, small, beside its name: `<KeyHint keys="mod+k" />`. Hidden on touch screens. */
export function KeyHint({ keys }: { readonly keys: string }) {
  return (
    <span className={classes.hint} aria-hidden="true">
      {keyCaps(keys).map((cap) => (
        <kbd key={cap} className={classes.cap}>
          {cap}
        </kbd>
      ))}
    </span>
  );
}
