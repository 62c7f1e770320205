import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { closeSource, renewKey, type Source, sources } from '../../shared/intake.ts';
import { channels } from '../../shared/memory.ts';
import { languages } from '../../shared/scalars.ts';
import { confirm } from '../parts/confirm.tsx';
import { ButtonTo, LinkTo } from '../parts/link.tsx';
import { Page, Section } from '../parts/page.tsx';
import { SecretOnce } from '../parts/secret-once.tsx';
import { Answer, Empty } from '../parts/states.tsx';
import { offerUndo, tellDone, tellRefused } from '../parts/toast.tsx';
import { When } from '../parts/values.tsx';
import { ask } from '../platform/ask.ts';
import { useCell } from '../platform/cell.ts';
import { useLiveRefresh } from '../platform/live.ts';
import { useParam } from '../platform/place.ts';
import { useCan } from '../platform/session.ts';
import { useAsk, useTell } from '../platform/use-ask.ts';
import { ownNames, useWords } from '../platform/words.ts';
import { CountBar } from './count-bar.tsx';
import { FirstEvent } from './first-event.tsx';
import { freshKeys, keepFreshKey } from './fresh-keys.ts';
import classes from './intake.module.css';
import { Snippets } from './snippets.tsx';
import { SourceForm } from './source-form.tsx';

/** One source: its counts, its key this once, how to send to it. */
export function SourcePage() {
  const { t } = useWords();
  const id = useParam('source_id');
  const known = useAsk(sources, {}, { every: 5000 });
  useLiveRefresh(['memory.remembered'], [sources]);
  const source = known.data?.sources.find((one) => one.source_id === id);
  return (
    <Page
      title={source?.name ?? t('intake.title')}
      above={<LinkTo to="/intake">{t('intake.title')}</LinkTo>}
      {...(source ? { sentence: <Sentence source={source} />, acts: <Acts source={source} /> } : {})}
    >
      <Answer of={known}>
        {() => (source ? <Body source={source} /> : <Empty title={t('refusals.record.not-found.title')} />)}
      </Answer>
    </Page>
  );
}

function Sentence({ source }: { readonly source: Source }) {
  const { t } = useWords();
  if (source.closed_at !== null) {
    return (
      <>
        {t('intake.closedSince')} <When at={source.closed_at} as="date" />
      </>
    );
  }
  return source.kind === 'capture' ? t('intake.kind.capture') : t(`intake.kindHelp.${source.kind}`);
}

function Body({ source }: { readonly source: Source }) {
  const { t } = useWords();
  const can = useCan();
  const fresh = useCell(freshKeys)[source.source_id];
  const sends = source.kind === 'server' || source.kind === 'browser';
  const open = source.closed_at === null;
  return (
    <>
      <CountBar counts={source} words />
      {source.waiting > 0 ? (
        <p>
          <LinkTo to={`/intake/quarantine?source=${source.source_id}`}>
            {t('intake.quarantine.waiting', { count: source.waiting })}
          </LinkTo>
        </p>
      ) : null}
      {sends && open && (source.sent === 0 || fresh !== undefined) ? (
        <Section title={t('intake.first.title')}>
          <FirstEvent source={source} />
        </Section>
      ) : null}
      {fresh === undefined ? null : (
        <Section title={t('intake.key.title')} sentence={t('intake.key.sentence')}>
          <SecretOnce label={t('intake.key.label')} secret={fresh} />
        </Section>
      )}
      {sends && open && can('intake.manage') ? (
        <Section
          title={t('intake.how.title')}
          sentence={fresh === undefined ? t('intake.how.withKey') : t('intake.how.ready')}
        >
          <Snippets kind={source.kind} writeKey={fresh ?? `${source.write_key_prefix ?? ''}…`} />
        </Section>
      ) : null}
      {source.kind === 'file' && open && can('intake.manage') ? (
        <Section title={t('intake.how.file')}>
          <ButtonTo to={`/intake/imports/new?source=${source.source_id}`}>{t('importing.act')}</ButtonTo>
        </Section>
      ) : null}
      <Section title={t('intake.source.about')}>
        <Facts source={source} />
      </Section>
    </>
  );
}

function Facts({ source }: { readonly source: Source }) {
  const { t } = useWords();
  const channel = channels.find((one) => one === source.channel);
  const language = languages.find((one) => one === source.language);
  return (
    <dl className={classes.facts}>
      <dt>{t('intake.source.kind')}</dt>
      <dd>{t(`intake.kind.${source.kind}`)}</dd>
      {source.write_key_prefix === null ? null : (
        <>
          <dt>{t('intake.key.label')}</dt>
          <dd>
            <code>{source.write_key_prefix}…</code>
          </dd>
        </>
      )}
      <dt>{t('intake.source.channel')}</dt>
      <dd>{channel === undefined ? source.channel : t(`memory.channel.${channel}`)}</dd>
      <dt>{t('intake.source.zone')}</dt>
      <dd>{source.zone}</dd>
      <dt>{t('intake.source.currency')}</dt>
      <dd>{source.currency}</dd>
      <dt>{t('intake.source.language')}</dt>
      <dd>{language === undefined ? source.language : ownNames[language]}</dd>
      <dt>{t('intake.source.made')}</dt>
      <dd>
        <When at={source.made_at} as="date" />
      </dd>
      <dt>{t('intake.lastHeard')}</dt>
      <dd>{source.last_at === null ? t('intake.notHeard') : <When at={source.last_at} />}</dd>
    </dl>
  );
}

function Acts({ source }: { readonly source: Source }) {
  const { t } = useWords();
  const can = useCan();
  const [editing, setEditing] = useState(false);
  const renewing = useTell(renewKey, {
    refresh: [sources],
    refused: tellRefused,
    done: (reply) => {
      keepFreshKey(source.source_id, reply.write_key);
      tellDone(t('intake.key.renewed'));
    },
  });
  const closing = useTell(closeSource, {
    refresh: [sources],
    refused: tellRefused,
    done: (_, input) =>
      offerUndo({
        message: input.closed ? t('intake.closedDone') : t('intake.openedDone'),
        undo: () => ask(closeSource, { ...input, closed: !input.closed }),
      }),
  });
  if (!can('intake.manage') || source.kind === 'capture') return null;
  const renew = async () => {
    const sure = await confirm({
      title: t('intake.key.renewTitle'),
      sentence: t('intake.key.renewSentence'),
      act: t('intake.key.renew'),
      cancel: t('parts.act.cancel'),
      grave: true,
    });
    if (sure) renewing.mutate({ source_id: source.source_id });
  };
  const open = source.closed_at === null;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown size={14} />}>
            {t('parts.act.more')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {source.write_key_prefix !== null && open ? (
            <Menu.Item onClick={() => void renew()}>{t('intake.key.renew')}</Menu.Item>
          ) : null}
          <Menu.Item onClick={() => closing.mutate({ source_id: source.source_id, closed: open })}>
            {open ? t('intake.source.close') : t('intake.source.reopen')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Button variant="default" onClick={() => setEditing(true)}>
        {t('parts.act.edit')}
      </Button>
      {editing ? <SourceForm source={source} onClose={() => setEditing(false)} /> : null}
    </>
  );
}
