import { Button, Collapse, SegmentedControl, Textarea, UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { show as showCustomer } from '../../shared/customers.ts';
import { directions } from '../../shared/memory.ts';
import { FindCustomer } from '../parts/find-customer.tsx';
import { calledOf } from '../parts/found-customer.ts';
import { LinkTo } from '../parts/link.tsx';
import { Slot } from '../parts/slot.tsx';
import { useCan, useZone } from '../platform/session.ts';
import { useAsk } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import classes from './capture.module.css';
import { type Draft, dropDraft, keepDraft, keptDraft, newDraft, noteChannel } from './capture-draft.ts';
import { CaptureMore } from './capture-more.tsx';
import { ChannelChoice } from './channel-choice.tsx';
import { useSendCapture } from './use-send-capture.tsx';

export interface CaptureFormProps {
  readonly customerId?: string;
  readonly onClose: () => void;
}

/** Writes down a contact in three fields: who, by which channel, what happened. Closed at once, taken back from a toast. */
export function CaptureForm({ customerId, onClose }: CaptureFormProps) {
  const { t } = useWords();
  const zone = useZone();
  const [kept] = useState(keptDraft);
  const [draft, setDraft] = useState<Draft>(() => startOf(kept, customerId));
  const [missing, setMissing] = useState(false);
  const [more, setMore] = useState(false);
  const send = useSendCapture(zone);
  const change = (part: Partial<Draft>) => setDraft((old) => ({ ...old, ...part }));
  useEffect(() => {
    if (draft.words.trim() !== '') keepDraft(draft);
  }, [draft]);

  const words = useRef<HTMLTextAreaElement>(null);
  const choose = (part: Partial<Draft>) => {
    change(part);
    if (part.customer) words.current?.focus();
  };

  const submit = () => {
    if (draft.customer === undefined || draft.words.trim() === '') return setMissing(true);
    noteChannel(draft.channel);
    void send(draft);
    onClose();
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    submit();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) submit();
  };
  const discard = () => {
    dropDraft();
    setDraft(startOf(undefined, customerId));
  };
  return (
    <form className={classes.form} onSubmit={onSubmit} onKeyDown={onKey}>
      {kept && draft.id === kept.id ? (
        <p className={classes.kept}>
          {t('memory.capture.draft')}{' '}
          <button type="button" className={classes.discard} onClick={discard}>
            {t('memory.capture.discard')}
          </button>
        </p>
      ) : null}
      <Who draft={draft} change={choose} missing={missing && draft.customer === undefined} onClose={onClose} />
      <ChannelChoice value={draft.channel} onChoose={(channel) => change({ channel })} />
      <Textarea
        ref={words}
        label={t('memory.capture.words')}
        placeholder={t('memory.capture.wordsHint')}
        value={draft.words}
        autosize
        minRows={3}
        maxRows={10}
        maxLength={20_000}
        autoFocus={draft.customer !== undefined}
        data-autofocus={draft.customer !== undefined || undefined}
        error={missing && draft.words.trim() === '' ? t('memory.capture.wordsMissing') : undefined}
        onChange={(event) => change({ words: event.currentTarget.value })}
      />
      <Slot
        name="capture.words"
        props={{
          customer: draft.customer,
          words: draft.words,
          channel: draft.channel,
          outgoing: draft.direction !== 'in',
        }}
      />
      <SegmentedControl
        aria-label={t('memory.capture.direction')}
        size="sm"
        fullWidth
        value={draft.direction}
        onChange={(value) => change({ direction: directions.find((one) => one === value) ?? 'in' })}
        data={directions.map((one) => ({ value: one, label: t(`memory.direction.${one}`) }))}
      />
      <div>
        <UnstyledButton className={classes.more} aria-expanded={more} onClick={() => setMore(!more)}>
          <IconChevronDown size={16} stroke={1.8} data-open={more} aria-hidden="true" />
          {t('memory.capture.more')}
        </UnstyledButton>
        <Collapse expanded={more}>{more ? <CaptureMore draft={draft} change={change} zone={zone} /> : null}</Collapse>
      </div>
      <div className={classes.acts}>
        <Button variant="subtle" onClick={onClose}>
          {t('parts.act.cancel')}
        </Button>
        <Button type="submit">{t('memory.capture.save')}</Button>
      </div>
    </form>
  );
}

function startOf(kept: Draft | undefined, customerId: string | undefined): Draft {
  if (kept && (customerId === undefined || kept.customer?.id === customerId)) return kept;
  const fresh = newDraft();
  return customerId === undefined ? fresh : { ...fresh, customer: { id: customerId, name: null } };
}

interface WhoProps {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  readonly missing: boolean;
  readonly onClose: () => void;
}

function Who({ draft, change, missing, onClose }: WhoProps) {
  const { t } = useWords();
  const can = useCan();
  const { customer } = draft;
  const known = useAsk(showCustomer, { customer_id: customer?.id ?? '' }, { when: customer !== undefined });
  if (customer) {
    return (
      <div className={classes.who}>
        <span>
          <span className={classes.label}>{t('memory.capture.who')}</span>
          <strong>{known.data?.name ?? customer.name ?? t('customers.noName')}</strong>
        </span>
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => change({ customer: undefined, agreement: undefined })}
        >
          {t('memory.capture.someoneElse')}
        </Button>
      </div>
    );
  }
  return (
    <div>
      <FindCustomer
        label={t('memory.capture.who')}
        autoFocus
        onFound={(found) => change({ customer: { id: found.customer_id, name: calledOf(t, found) } })}
        none={(text) => (
          <p className={classes.none}>
            {t('customers.finder.none')}{' '}
            {can('customers.write') ? (
              <LinkTo to="/customers" search={{ make: text }} onClick={onClose}>
                {t('memory.capture.makeHim')}
              </LinkTo>
            ) : null}
          </p>
        )}
      />
      {missing ? (
        <p className={classes.missing} role="alert">
          {t('memory.capture.whoMissing')}
        </p>
      ) : null}
    </div>
  );
}
