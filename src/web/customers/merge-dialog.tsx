import { ActionIcon, Button, Modal, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowsUpDown, IconCheck, IconX } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import type { ReplyOf } from '../../shared/contract.ts';
import { list, type Profile, show as showCustomer } from '../../shared/customers.ts';
import { merge, previewMerge, unmerge } from '../../shared/customers-merges.ts';
import { purchases, recall, timeline } from '../../shared/memory.ts';
import { FindCustomer } from '../parts/find-customer.tsx';
import { TextSkeleton } from '../parts/skeletons.tsx';
import { Answer, Failed } from '../parts/states.tsx';
import { offerUndo } from '../parts/toast.tsx';
import { ask } from '../platform/ask.ts';
import { useGo } from '../platform/place.ts';
import { Refused } from '../platform/refused.ts';
import { useAsk, useTell } from '../platform/use-ask.ts';
import { refusalWords, useWords } from '../platform/words.ts';
import classes from './told.module.css';

type Preview = ReplyOf<typeof previewMerge>;

export interface MergeDialogProps {
  readonly profile: Profile;
  /** The other record, where it is known already: the holder of a key that is claimed here. */
  readonly with?: string;
  readonly onClose: () => void;
}

/** Joins another record to this customer: finds it, shows what speaks for and against, asks for the evidence. */
export function MergeDialog({ profile, with: known, onClose }: MergeDialogProps) {
  const { t } = useWords();
  const [other, setOther] = useState(known);
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('customers.merge.act')}
      closeButtonProps={{ 'aria-label': t('parts.act.close') }}
    >
      <p className={classes.sentence}>{t('customers.merge.sentence')}</p>
      {other ? (
        <Joining
          key={other}
          ours={profile.face_id}
          other={other}
          holds={other === known}
          onOther={() => setOther(undefined)}
          onClose={onClose}
        />
      ) : (
        <FindCustomer
          label={t('customers.merge.find')}
          autoFocus
          except={profile.face_id}
          onFound={(found) => setOther(found.customer_id)}
        />
      )}
    </Modal>
  );
}

interface JoiningProps {
  readonly ours: string;
  readonly other: string;
  /** The other one holds the key that ours only claims: he stays in front. */
  readonly holds: boolean;
  readonly onOther: () => void;
  readonly onClose: () => void;
}

function Joining({ ours, other, holds, onOther, onClose }: JoiningProps) {
  const { t } = useWords();
  const go = useGo();
  const [turned, setTurned] = useState(holds);
  const [evidence, setEvidence] = useState('');
  const [reason, setReason] = useState('');
  const [fromId, toId] = turned ? [ours, other] : [other, ours];
  const preview = useAsk(previewMerge, { from_id: fromId, to_id: toId }, { keep: true });
  const tell = useTell(merge, {
    refresh: [showCustomer, recall, timeline, purchases, list],
    done: ({ link_id: linkId, face_id: faceId }) => {
      onClose();
      go(`/customers/${faceId}`, { replace: true });
      const undo = () =>
        ask(unmerge, { customer_id: fromId, link_id: linkId, reason: t('customers.merge.undoneAtOnce') });
      offerUndo({ message: t('customers.merge.done'), undo });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    tell.mutate({ from_id: fromId, to_id: toId, evidence: evidence.trim(), reason: reason.trim() });
  };
  const blocked = preview.data?.blocked_by ?? null;
  return (
    <form className={classes.form} onSubmit={submit}>
      <Answer of={preview} skeleton={<TextSkeleton lines={5} />}>
        {(seen) => <Sides seen={seen} onTurn={() => setTurned(!turned)} />}
      </Answer>
      {blocked === null ? (
        <>
          <TextInput
            label={t('customers.merge.evidence')}
            description={t('customers.merge.evidenceHint')}
            required
            maxLength={200}
            value={evidence}
            onChange={(event) => setEvidence(event.currentTarget.value)}
          />
          <TextInput
            label={t('customers.merge.reason')}
            required
            maxLength={200}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </>
      ) : (
        <Blocked code={blocked} />
      )}
      {tell.error ? <Failed error={tell.error} inline /> : null}
      <div className={classes.formActs}>
        <Button variant="subtle" onClick={onOther}>
          {t('customers.finder.other')}
        </Button>
        <Button type="submit" loading={tell.isPending} disabled={blocked !== null || !preview.data}>
          {t('customers.merge.join')}
        </Button>
      </div>
    </form>
  );
}

function Blocked({ code }: { readonly code: string }) {
  const { t } = useWords();
  const words = refusalWords(t, new Refused({ code, status: 409 }));
  return (
    <p className={classes.blocked} role="alert">
      <strong>{words.title}</strong> {words.act}
    </p>
  );
}

function Sides({ seen, onTurn }: { readonly seen: Preview; readonly onTurn: () => void }) {
  const { t } = useWords();
  return (
    <>
      <div className={classes.sides}>
        <Side side={seen.from} role={t('customers.merge.goes')} />
        <span className={classes.into}>
          <IconArrowDown size={18} stroke={1.7} aria-hidden="true" />
          <ActionIcon variant="subtle" color="gray" aria-label={t('customers.merge.turn')} onClick={onTurn}>
            <IconArrowsUpDown size={16} stroke={1.7} />
          </ActionIcon>
        </span>
        <Side side={seen.to} role={t('customers.merge.stays')} />
      </div>
      <Signs signs={seen.signs} />
    </>
  );
}

function Side({ side, role }: { readonly side: Preview['from']; readonly role: string }) {
  const { t } = useWords();
  return (
    <div className={classes.side}>
      <span className={classes.kind}>{role}</span>
      <strong>{side.name ?? t('customers.noName')}</strong>
      <span className={classes.about}>
        {[
          t('customers.merge.keys', { count: side.keys }),
          t('customers.merge.agreements', { count: side.agreements }),
          t('customers.merge.members', { count: side.members }),
        ].join(' · ')}
      </span>
    </div>
  );
}

const known = [
  'same-name',
  'other-name',
  'same-key',
  'same-phone',
  'same-email',
  'other-kind',
  'other-country',
  'other-language',
  'same-city',
  'other-city',
] as const;

function Signs({ signs }: { readonly signs: Preview['signs'] }) {
  const { t } = useWords();
  if (signs.length === 0) return <p className={classes.soft}>{t('customers.merge.noSigns')}</p>;
  return (
    <ul className={classes.signs}>
      {signs.map((one) => {
        const code = known.find((sign) => sign === one.sign);
        return (
          <li key={`${one.sign} ${one.detail}`} data-speaks={one.speaks}>
            {one.speaks === 'for' ? (
              <IconCheck size={16} stroke={2.2} aria-label={t('customers.merge.for')} />
            ) : (
              <IconX size={16} stroke={2.2} aria-label={t('customers.merge.against')} />
            )}
            <span>
              {code === undefined ? one.sign.replaceAll('-', ' ') : t(`customers.sign.${code}`)}
              <span className={classes.about}>{one.detail}</span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
