import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useWords } from '../platform/words.ts';
import { Failed } from './states.tsx';
import classes from './toast.module.css';

export interface UndoOffer {
  /** What was done, in the past tense: "Note removed". */
  readonly message: string;
  /** Takes it back; what it throws is shown. */
  readonly undo: () => Promise<unknown>;
}

let made = 0;

/** Says what was done and offers to take it back for ten seconds. */
export function offerUndo(offer: UndoOffer): void {
  made += 1;
  const id = `undo-${made}`;
  notifications.show({ id, message: <UndoToast id={id} offer={offer} />, autoClose: 10_000, withCloseButton: false });
}

/** Says that something is done, for four seconds. */
export function tellDone(message: string): void {
  notifications.show({ message, autoClose: 4000, withCloseButton: false });
}

export interface NextOffer {
  /** What was done, in the past tense. */
  readonly message: string;
  /** What one may want to do next, as a verb: "Open". */
  readonly act: string;
  readonly run: () => void;
}

/** Says what was done and offers the next step for eight seconds. */
export function offerNext({ message, act, run }: NextOffer): void {
  made += 1;
  const id = `next-${made}`;
  const next = () => {
    notifications.hide(id);
    run();
  };
  notifications.show({
    id,
    autoClose: 8000,
    withCloseButton: false,
    message: (
      <span className={classes.undo}>
        <span>{message}</span>
        <Button variant="subtle" size="compact-sm" onClick={next}>
          {act}
        </Button>
      </span>
    ),
  });
}

/** Shows a refusal outside any form or page; stays until closed. */
export function tellRefused(error: unknown): void {
  made += 1;
  const id = `refused-${made}`;
  const message = <RefusedToast id={id} error={error} />;
  notifications.show({ id, message, autoClose: false, withCloseButton: false, color: 'owed' });
}

function RefusedToast({ id, error }: { readonly id: string; readonly error: unknown }) {
  const { t } = useWords();
  return (
    <>
      <Failed error={error} inline />
      <Button variant="subtle" size="compact-sm" onClick={() => notifications.hide(id)}>
        {t('parts.act.close')}
      </Button>
    </>
  );
}

function UndoToast({ id, offer }: { readonly id: string; readonly offer: UndoOffer }) {
  const { t } = useWords();
  const takeBack = () => {
    notifications.hide(id);
    offer.undo().then(
      () => tellDone(t('parts.state.undone')),
      (error: unknown) => tellRefused(error),
    );
  };
  return (
    <span className={classes.undo}>
      <span>{offer.message}</span>
      <Button variant="subtle" size="compact-sm" onClick={takeBack}>
        {t('parts.act.undo')}
      </Button>
    </span>
  );
}
