import { Button, Code, CopyButton, ScrollArea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { TimelineEvent } from '../../shared/memory.ts';
import { sayCode } from '../parts/say-code.ts';
import { useCan } from '../platform/session.ts';
import { useShow } from '../platform/show.ts';
import { useWords } from '../platform/words.ts';
import { Attachments } from './attachments.tsx';
import { sayChannel } from './channel-icon.tsx';
import { CorrectForm } from './correct-form.tsx';
import { type Bag, textOf } from './payload.ts';
import { useSourceOf } from './sources.ts';
import classes from './story.module.css';

export interface EventDetailsProps {
  readonly event: TimelineEvent;
  readonly said: Bag;
  readonly onConversation: (conversationId: string) => void;
  readonly onName: (name: string) => void;
}

/** How an event came: when it happened and was heard, from which source, and the payload as received. */
export function EventDetails({ event, said, onConversation, onName }: EventDetailsProps) {
  const { t } = useWords();
  const show = useShow();
  const source = useSourceOf(event.source_id);
  const rows: readonly (readonly [string, ReactNode])[] = [
    [t('memory.detail.happened'), show.exact(event.happened_at)],
    [t('memory.detail.heard'), show.exact(event.heard_at)],
    [t('memory.detail.source'), source?.name],
    [t('memory.detail.name'), event.name],
    [t('memory.detail.channel'), `${sayChannel(t, event.channel)} · ${directionWord(event.direction, t)}`],
    [t('memory.detail.touchpoint'), event.touchpoint === null ? null : sayCode(t, event.touchpoint)],
    [t('memory.detail.staff'), event.staff],
    [t('memory.detail.agreement'), textOf(said['agreement_number'] ?? said['agreement'])],
  ];
  return (
    <div className={classes.details}>
      <dl className={classes.facts}>
        {rows.map(([name, value]) =>
          value === undefined || value === null || value === '' ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
      <Acts event={event} captured={source?.kind === 'capture'} onConversation={onConversation} onName={onName} />
      <Attachments event={event} />
      <Payload payload={event.payload} />
    </div>
  );
}

function directionWord(direction: string, t: ReturnType<typeof useWords>['t']): string {
  if (direction === 'out') return t('memory.direction.out');
  return direction === 'inside' ? t('memory.direction.inside') : t('memory.direction.in');
}

function Acts({
  event,
  captured,
  onConversation,
  onName,
}: {
  readonly event: TimelineEvent;
  readonly captured: boolean;
  readonly onConversation: (conversationId: string) => void;
  readonly onName: (name: string) => void;
}) {
  const { t } = useWords();
  const can = useCan();
  const [correcting, setCorrecting] = useState(false);
  const { conversation_id: conversation } = event;
  const correctable = captured && event.corrected_by === null && event.corrects_id === null && can('memory.capture');
  return (
    <>
      <div className={classes.detailActs}>
        {conversation === null ? null : (
          <Button variant="default" size="compact-sm" onClick={() => onConversation(conversation)}>
            {t('memory.detail.conversation')}
          </Button>
        )}
        <Button variant="default" size="compact-sm" onClick={() => onName(event.name)}>
          {t('memory.detail.alike')}
        </Button>
        {correctable && !correcting ? (
          <Button variant="default" size="compact-sm" onClick={() => setCorrecting(true)}>
            {t('memory.correct.act')}
          </Button>
        ) : null}
      </div>
      {correcting ? <CorrectForm event={event} onClose={() => setCorrecting(false)} /> : null}
    </>
  );
}

function Payload({ payload }: { readonly payload: unknown }) {
  const { t } = useWords();
  const text = JSON.stringify(payload, undefined, 2) ?? '';
  return (
    <details className={classes.raw}>
      <summary>{t('memory.detail.raw')}</summary>
      <ScrollArea.Autosize
        mah={360}
        type="auto"
        viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': t('memory.detail.raw') }}
      >
        <Code block>{text}</Code>
      </ScrollArea.Autosize>
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <Button variant="subtle" size="compact-xs" mt="xs" onClick={copy}>
            {copied ? t('parts.act.copied') : t('parts.act.copy')}
          </Button>
        )}
      </CopyButton>
    </details>
  );
}
