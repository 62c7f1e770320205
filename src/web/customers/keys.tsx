import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { addKey, endKey, keyKinds, type Profile, show as showCustomer } from '../../shared/customers.ts';
import { useSourceName } from '../parts/source-name.ts';
import { tellDone } from '../parts/toast.tsx';
import { KeyText, When } from '../parts/values.tsx';
import { useCan } from '../platform/session.ts';
import { useTell } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import { AskWords } from './ask-words.tsx';
import { KeyDialog } from './key-dialog.tsx';
import { sayEvidence, sayKind } from './key-words.ts';
import classes from './told.module.css';

type Key = Profile['keys'][number];

/** By what we know him again: each key with its evidence, its source and its age; devices are only counted. */
export function Keys({ profile }: { readonly profile: Profile }) {
  const { t } = useWords();
  const can = useCan();
  const [adding, setAdding] = useState(false);
  const [ending, setEnding] = useState<Key>();
  const named = profile.keys.filter((key) => key.kind !== 'anonymous');
  const devices = profile.keys.length - named.length;
  const end = useTell(endKey, {
    refresh: [showCustomer],
    done: () => {
      setEnding(undefined);
      tellDone(t('customers.key.ended'));
    },
  });
  const add = useTell(addKey, { refresh: [showCustomer], done: () => setAdding(false) });
  const kindOf = (kind: string) => keyKinds.find((one) => one === kind) ?? 'other';
  return (
    <section className={classes.part}>
      <div className={classes.partHead}>
        <h3>{t('customers.key.title')}</h3>
        {can('customers.write') ? (
          <ActionIcon variant="subtle" color="gray" aria-label={t('customers.key.add')} onClick={() => setAdding(true)}>
            <IconPlus size={16} stroke={1.8} />
          </ActionIcon>
        ) : null}
      </div>
      {named.length === 0 ? <p className={classes.soft}>{t('customers.key.none')}</p> : null}
      <ul className={classes.list}>
        {named.map((key) => (
          <KeyLine
            key={`${key.kind}:${key.value}`}
            one={key}
            {...(can('customers.write') ? { onEnd: () => setEnding(key) } : {})}
          />
        ))}
      </ul>
      {devices > 0 ? <p className={classes.soft}>{t('customers.key.devices', { count: devices })}</p> : null}
      {adding ? (
        <KeyDialog
          error={add.error}
          busy={add.isPending}
          onClose={() => setAdding(false)}
          onKey={(key, evidence) => add.mutate({ customer_id: profile.customer_id, key, evidence })}
        />
      ) : null}
      {ending ? (
        <AskWords
          title={t('customers.key.end', { value: ending.value })}
          sentence={t('customers.key.endSentence')}
          label={t('customers.key.endReason')}
          act={t('customers.key.endAct')}
          grave
          error={end.error}
          busy={end.isPending}
          onClose={() => setEnding(undefined)}
          onWords={(reason) =>
            end.mutate({
              customer_id: ending.customer_id,
              key: { kind: kindOf(ending.kind), value: ending.value },
              reason,
            })
          }
        />
      ) : null}
    </section>
  );
}

function KeyLine({ one, onEnd }: { readonly one: Key; readonly onEnd?: () => void }) {
  const { t } = useWords();
  const sourceName = useSourceName();
  const kind = sayKind(t, one.kind);
  const source = sourceName(one.source);
  return (
    <li className={classes.line}>
      <div className={classes.lineText}>
        <span className={classes.kind}>{kind}</span>
        <span className={classes.value}>
          <KeyText value={one.value} />
        </span>
        <span className={classes.about}>
          {one.evidence === 'source' && source ? source : sayEvidence(t, one.evidence)}
          {one.evidence !== 'source' && source ? ` · ${source}` : ''}, <When at={one.verified_at} />
        </span>
      </div>
      {onEnd ? (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" aria-label={t('customers.key.acts', { value: one.value })}>
              <IconDots size={16} stroke={1.7} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => void navigator.clipboard.writeText(one.value)}>{t('parts.act.copy')}</Menu.Item>
            <Menu.Item onClick={onEnd}>{t('customers.key.endAct')} …</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      ) : null}
    </li>
  );
}
