import { Button, Menu } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { counts } from '../../shared/customers.ts';
import {
  errorFilePath,
  type ImportShown,
  listImports,
  pauseImport,
  resumeImport,
  showImport,
  startImport,
  undoImport,
} from '../../shared/imports.ts';
import { sources } from '../../shared/intake.ts';
import { overview } from '../../shared/memory.ts';
import { colleagues } from '../../shared/staff-people.ts';
import { confirm } from '../parts/confirm.tsx';
import { ButtonTo, LinkTo } from '../parts/link.tsx';
import { LongWork } from '../parts/long-work.tsx';
import { Page, Section } from '../parts/page.tsx';
import { Answer, Failed } from '../parts/states.tsx';
import { tellRefused } from '../parts/toast.tsx';
import { When } from '../parts/values.tsx';
import { useGo, useParam } from '../platform/place.ts';
import { Refused } from '../platform/refused.ts';
import { useShow } from '../platform/show.ts';
import { useAsk, useTell } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import { CodeSample } from './code-sample.tsx';
import { ImportErrors } from './import-errors.tsx';
import classes from './wizard.module.css';

type Shown = ImportShown & { readonly yaml: string };

const moving: readonly ImportShown['state'][] = ['waiting', 'running', 'undoing'];

/** One import: how far it is, what came of it, its bad rows, and the ways back. */
export function ImportPage() {
  const { t } = useWords();
  const importId = useParam('import_id');
  const [settled, setSettled] = useState(false);
  const asked = useAsk(showImport, { import_id: importId }, { every: settled ? false : 1000 });
  const known = asked.data;
  const isSettled = known !== undefined && !moving.includes(known.state);
  if (isSettled !== settled) setSettled(isSettled);
  return (
    <Page
      title={known?.name ?? t('importing.title')}
      above={<LinkTo to="/intake/imports">{t('importing.title')}</LinkTo>}
      {...(known ? { sentence: <Sentence of={known} />, acts: <Acts of={known} /> } : {})}
    >
      <Answer of={asked}>{(one) => <Body of={one} />}</Answer>
    </Page>
  );
}

function Sentence({ of }: { readonly of: Shown }) {
  const { t } = useWords();
  const show = useShow();
  const known = useAsk(colleagues, {});
  const by = known.data?.people.find((one) => of.made_by.endsWith(one.person_id))?.name ?? '';
  return (
    <>
      {[of.dry ? t('importing.dry') : '', of.source, show.bytes(of.file_bytes), by].filter(Boolean).join(' · ')} ·{' '}
      <When at={of.made_at} />
    </>
  );
}

function Body({ of }: { readonly of: Shown }) {
  const { t } = useWords();
  return (
    <>
      {moving.includes(of.state) ? <Progress of={of} /> : <Verdict of={of} />}
      {of.error === null ? null : <Failed error={new Refused({ code: of.error, status: 422 })} inline />}
      <Figures of={of} />
      {of.bad > 0 ? (
        <Section
          title={t('importing.badTitle', { count: of.bad })}
          sentence={t('importing.badSentence')}
          acts={
            <Button
              component="a"
              href={`${errorFilePath}?import_id=${of.import_id}`}
              download
              variant="default"
              leftSection={<IconDownload size={16} stroke={1.7} />}
            >
              {t('importing.errorFile')}
            </Button>
          }
        >
          <ImportErrors importId={of.import_id} warnings={false} />
        </Section>
      ) : null}
      {of.warnings > 0 ? (
        <Section
          title={t('importing.warningsTitle', { count: of.warnings })}
          sentence={t('importing.warningsSentence')}
        >
          <ImportErrors importId={of.import_id} warnings />
        </Section>
      ) : null}
      <Section title={t('importing.mapping')}>
        <details className={classes.fold}>
          <summary>{t('importing.showMapping')}</summary>
          <CodeSample label={t('importing.mapping')} text={of.yaml} />
        </details>
      </Section>
    </>
  );
}

function Progress({ of }: { readonly of: Shown }) {
  const { t } = useWords();
  const pausing = useTell(pauseImport, { refresh: [showImport, listImports], refused: tellRefused });
  const label =
    of.state === 'undoing' ? t('importing.undoing') : of.dry ? t('importing.trying') : t('importing.running');
  const about = of.progress > 0 ? Math.max(of.rows, Math.round(of.rows / of.progress)) : undefined;
  return (
    <LongWork
      label={label}
      done={of.rows}
      {...(about === undefined || of.state === 'undoing' ? {} : { all: about })}
      {...(of.rows_per_second === null ? {} : { rate: of.rows_per_second })}
      {...(of.remaining_seconds === null ? {} : { left: of.remaining_seconds * 1000 })}
      {...(of.state === 'undoing' ? {} : { stop: () => pausing.mutate({ import_id: of.import_id }) })}
    />
  );
}

function Verdict({ of }: { readonly of: Shown }) {
  const { t } = useWords();
  const good = of.state === 'undone' || (of.state === 'done' && of.bad === 0);
  const title = of.dry && of.state === 'done' ? t('importing.dryDone') : t(`importing.ended.${endOf(of.state)}`);
  const sentence =
    of.dry && of.state === 'done' ? t('importing.dryDoneSentence') : t(`importing.endedSentence.${endOf(of.state)}`);
  return (
    <p className={classes.verdict} data-good={good} role="status">
      {good ? (
        <IconCircleCheck size={24} stroke={1.7} aria-hidden="true" />
      ) : (
        <IconAlertTriangle size={24} stroke={1.7} aria-hidden="true" />
      )}
      <span className={classes.verdictWords}>
        <strong>{title}</strong>
        {sentence}
      </span>
      {of.state === 'done' && !of.dry ? (
        <ButtonTo to="/customers" variant="default" size="sm">
          {t('intake.first.look')}
        </ButtonTo>
      ) : null}
    </p>
  );
}

function endOf(state: ImportShown['state']): 'paused' | 'done' | 'failed' | 'undone' {
  return state === 'paused' || state === 'failed' || state === 'undone' ? state : 'done';
}

function Figures({ of }: { readonly of: Shown }) {
  const { t } = useWords();
  const show = useShow();
  const figures = [
    ['good', of.good],
    ['bad', of.bad],
    ['events', of.events],
    ['duplicates', of.duplicates],
    ['customers', of.customers_made],
  ] as const;
  return (
    <dl className={classes.figures}>
      {figures.map(([name, value]) => (
        <div key={name}>
          <dt>{t(`importing.${name}`)}</dt>
          <dd>{show.number(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Acts({ of }: { readonly of: Shown }) {
  const { t } = useWords();
  const go = useGo();
  const about = { import_id: of.import_id };
  const touched = { refresh: [showImport, listImports, sources, counts, overview], refused: tellRefused };
  const resuming = useTell(resumeImport, touched);
  const undoing = useTell(undoImport, touched);
  const starting = useTell(startImport, {
    ...touched,
    done: (reply) => go(`/intake/imports/${reply.import_id}`),
  });
  const undo = async () => {
    const sure = await confirm({
      title: t('importing.undoTitle', { name: of.name }),
      sentence: t('importing.undoSentence', { events: of.events, customers: of.customers_made }),
      act: t('importing.undo'),
      cancel: t('parts.act.cancel'),
      grave: true,
    });
    if (sure) undoing.mutate(about);
  };
  const again = `/intake/imports/new?file=${of.file}&name=${encodeURIComponent(of.name)}`;
  return (
    <>
      {of.dry && of.state === 'done' ? (
        <>
          <ButtonTo to={again} variant="default">
            {t('importing.changeMapping')}
          </ButtonTo>
          <Button
            loading={starting.isPending}
            onClick={() => starting.mutate({ file: of.file, name: of.name, mapping: of.yaml, again: true })}
          >
            {t('importing.forGood')}
          </Button>
        </>
      ) : null}
      {of.state === 'paused' || of.state === 'failed' ? (
        <Button loading={resuming.isPending} onClick={() => resuming.mutate(about)}>
          {t('importing.resume')}
        </Button>
      ) : null}
      {!of.dry && (of.state === 'done' || of.state === 'paused' || of.state === 'failed') ? (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default">{t('parts.act.more')}</Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => go(again)}>{t('importing.sameFile')}</Menu.Item>
            <Menu.Item color="owed" onClick={() => void undo()}>
              {t('importing.undo')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      ) : null}
    </>
  );
}
