import { Drawer, Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { createElement, type ReactNode, useMemo, useState } from 'react';
import { Slot, useFillings } from '../parts/slot.tsx';
import { CaptureContext } from '../platform/capture.ts';
import { useKeys } from '../platform/keys.ts';
import { useWords } from '../platform/words.ts';

/** Holds the quick capture over every page: a dialog on wide screens, a sheet from below on phones. */
export function CaptureFrame({ children }: { readonly children: ReactNode }) {
  const { t } = useWords();
  const filling = useFillings('capture')[0];
  const phone = useMediaQuery('(max-width: 48em)') ?? false;
  const [open, setOpen] = useState<{ readonly customerId?: string }>();
  const capture = useMemo(
    () => (filling ? (customerId?: string) => setOpen(customerId === undefined ? {} : { customerId }) : undefined),
    [filling],
  );
  useKeys(capture ? [{ keys: 'c', label: t('shell.capture.act'), everywhere: true, run: () => capture() }] : []);
  const close = () => setOpen(undefined);
  const content = filling && open ? createElement(filling.Filling, { ...open, onClose: close }) : null;
  return (
    <CaptureContext value={capture}>
      {children}
      <Slot name="over" props={{}} />
      {phone ? (
        <Drawer
          opened={content !== null}
          onClose={close}
          position="bottom"
          size="90%"
          title={t('shell.capture.act')}
          closeButtonProps={{ 'aria-label': t('parts.act.close') }}
        >
          {content}
        </Drawer>
      ) : (
        <Modal
          opened={content !== null}
          onClose={close}
          size="lg"
          title={t('shell.capture.act')}
          closeButtonProps={{ 'aria-label': t('parts.act.close') }}
        >
          {content}
        </Modal>
      )}
    </CaptureContext>
  );
}
