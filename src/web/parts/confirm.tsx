import { Text } from '@mantine/core';
import { modals } from '@mantine/modals';

export interface ConfirmWords {
  readonly title: string;
  /** What will happen, and whether it can be undone. */
  readonly sentence: string;
  /** The act itself as a verb: "Remove the key". */
  readonly act: string;
  readonly cancel: string;
  /** Red-brown for what cannot be taken back. */
  readonly grave?: boolean;
}

/** Asks before what cannot be undone; everything else is done at once, with `offerUndo`. */
export function confirm(words: ConfirmWords): Promise<boolean> {
  return new Promise((resolve) => {
    modals.openConfirmModal({
      title: words.title,
      children: <Text>{words.sentence}</Text>,
      labels: { confirm: words.act, cancel: words.cancel },
      ...(words.grave ? { confirmProps: { color: 'owed' } } : {}),
      onConfirm: () => resolve(true),
      onCancel: () => resolve(false),
      onClose: () => resolve(false),
    });
  });
}
