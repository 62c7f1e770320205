import { Button, Group, Modal, Stack } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { FormEvent, ReactNode } from 'react';
import { useWords } from '../platform/words.ts';
import { Failed } from './states.tsx';

export interface FormDialogProps {
  readonly title: string;
  /** The act as a verb: "Invite". Absent: there is nothing to send, only to close. */
  readonly act?: string;
  readonly onClose: () => void;
  readonly onSubmit?: () => void;
  readonly busy?: boolean;
  /** What the server refused; shown above the act, with what was typed still there. */
  readonly error?: unknown;
  /** Red-brown for what cannot be taken back. */
  readonly grave?: boolean;
  readonly size?: 'md' | 'lg' | 'xl';
  readonly children: ReactNode;
}

/** A short form over the page; fills the screen on phones. Enter sends it, Escape leaves it. */
export function FormDialog(props: FormDialogProps) {
  const { title, act, onClose, onSubmit, busy = false, error, grave = false, size = 'md', children } = props;
  const { t } = useWords();
  const phone = useMediaQuery('(max-width: 36em)') ?? false;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit?.();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={size}
      fullScreen={phone}
      closeButtonProps={{ 'aria-label': t('parts.act.close') }}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          {children}
          {error === undefined || error === null ? null : <Failed error={error} inline />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {act === undefined ? t('parts.act.close') : t('parts.act.cancel')}
            </Button>
            {act === undefined ? null : (
              <Button type="submit" loading={busy} {...(grave ? { color: 'owed' } : {})}>
                {act}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
