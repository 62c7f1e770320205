import { Button, FileButton } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useState } from 'react';
import { z } from 'zod';
import type { TimelineEvent } from '../../shared/memory.ts';
import { Failed } from '../parts/states.tsx';
import { upload } from '../platform/ask.ts';
import { useCan } from '../platform/session.ts';
import { useShow } from '../platform/show.ts';
import { useWords } from '../platform/words.ts';
import { noteOwnWrite } from './own-writes.ts';
import classes from './story.module.css';

const attached = z.object({ attachment_id: z.string() });

/** The files of an event, each a download, and the way to add one. */
export function Attachments({ event }: { readonly event: TimelineEvent }) {
  const { t } = useWords();
  const show = useShow();
  const can = useCan();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const add = async (file: File | null) => {
    if (!file) return;
    setBusy(true);
    setError(undefined);
    const query = new URLSearchParams({ customer_id: event.customer_id, event_id: event.event_id, name: file.name });
    try {
      await upload(`/api/v1/memory/attach?${query}`, file, attached, { type: 'application/octet-stream' });
      noteOwnWrite();
    } catch (refused) {
      setError(refused);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={classes.detailActs}>
      {event.attachments.map((one) => (
        <a key={one.attachment_id} className={classes.file} href={addressOf(event, one.attachment_id)} download>
          <IconPaperclip size={14} stroke={1.8} aria-hidden="true" />
          {one.name} <span className={classes.tag}>{show.bytes(one.bytes)}</span>
        </a>
      ))}
      {can('memory.capture') ? (
        <FileButton onChange={(file) => void add(file)}>
          {(props) => (
            <Button {...props} variant="subtle" size="compact-sm" loading={busy}>
              {t('memory.detail.attach')}
            </Button>
          )}
        </FileButton>
      ) : null}
      {error === undefined ? null : <Failed error={error} inline />}
    </div>
  );
}

function addressOf(event: TimelineEvent, attachmentId: string): string {
  const query = new URLSearchParams({ customer_id: event.customer_id, attachment_id: attachmentId });
  return `/api/v1/memory/attachment?${query}`;
}
