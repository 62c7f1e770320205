import { Button } from '@mantine/core';
import { IconFileImport, IconInbox, IconPlus } from '@tabler/icons-react';
import { z } from 'zod';
import { type Source, sources } from '../../shared/intake.ts';
import { ButtonTo } from '../parts/link.tsx';
import { List } from '../parts/list.tsx';
import { Page, Section } from '../parts/page.tsx';
import { Answer, Empty } from '../parts/states.tsx';
import { When } from '../parts/values.tsx';
import { now } from '../platform/clock.ts';
import { useLiveRefresh } from '../platform/live.ts';
import { useAddress } from '../platform/place.ts';
import { useCan } from '../platform/session.ts';
import { useAsk } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import { CountBar } from './count-bar.tsx';
import classes from './intake.module.css';
import { SourceForm } from './source-form.tsx';
import { troubleOf } from './source-rules.ts';

const address = z.object({ make: z.string().optional() });

/** Where the house hears from, with counts that add up, and what waits in quarantine. */
export function SourcesPage() {
  const { t } = useWords();
  const can = useCan();
  const [{ make }, setAddress] = useAddress(address);
  const asked = useAsk(sources, {}, { every: 15_000 });
  useLiveRefresh(['memory.remembered'], [sources]);
  const manages = can('intake.manage');
  const open = () => setAddress({ make: 'yes' });
  return (
    <Page
      title={t('intake.title')}
      sentence={t('intake.sentence')}
      acts={
        manages ? (
          <>
            <ButtonTo to="/intake/quarantine" variant="default" leftSection={<IconInbox size={16} stroke={1.7} />}>
              {t('intake.quarantine.title')}
            </ButtonTo>
            <ButtonTo to="/intake/imports" variant="default" leftSection={<IconFileImport size={16} stroke={1.7} />}>
              {t('importing.title')}
            </ButtonTo>
            <Button leftSection={<IconPlus size={16} stroke={2} />} onClick={open}>
              {t('intake.source.make')}
            </Button>
          </>
        ) : null
      }
    >
      <Answer of={asked}>{(reply) => <Sources all={reply.sources} {...(manages ? { open } : {})} />}</Answer>
      {make === undefined || !manages ? null : <SourceForm onClose={() => setAddress({ make: undefined })} />}
    </Page>
  );
}

function Sources({ all, open }: { readonly all: readonly Source[]; readonly open?: () => void }) {
  const { t } = useWords();
  const live = all.filter((source) => source.closed_at === null && (source.kind !== 'capture' || source.sent > 0));
  const closed = all.filter((source) => source.closed_at !== null);
  const waiting = all.reduce((sum, source) => sum + source.waiting, 0);
  const manages = open !== undefined;
  return (
    <>
      {waiting > 0 && manages ? (
        <p className={classes.wait}>
          <span>
            <strong>{t('intake.quarantine.waiting', { count: waiting })}</strong>
            {t('intake.quarantine.waitingSentence')}
          </span>
          <ButtonTo to="/intake/quarantine" variant="default" size="sm">
            {t('intake.quarantine.look')}
          </ButtonTo>
        </p>
      ) : null}
      {live.length === 0 ? (
        <Empty
          title={t('intake.none')}
          sentence={t('intake.noneSentence')}
          act={manages ? <Button onClick={open}>{t('intake.source.make')}</Button> : undefined}
        />
      ) : (
        <Lines label={t('intake.title')} items={live} />
      )}
      {closed.length > 0 ? (
        <Section title={t('intake.closed')}>
          <Lines label={t('intake.closed')} items={closed} />
        </Section>
      ) : null}
    </>
  );
}

function Lines({ label, items }: { readonly label: string; readonly items: readonly Source[] }) {
  return (
    <List
      label={label}
      items={items}
      keyOf={(source) => source.source_id}
      to={(source) => `/intake/sources/${source.source_id}`}
      row={(source) => <Line source={source} />}
    />
  );
}

function Line({ source }: { readonly source: Source }) {
  const { t } = useWords();
  const trouble = troubleOf(source, now().getTime());
  return (
    <span className={classes.source}>
      <span>
        <span className={classes.sourceName} data-closed={source.closed_at !== null}>
          {source.name}
        </span>
        <span className={classes.soft}>{t(`intake.kind.${source.kind}`)}</span>
      </span>
      <CountBar counts={source} words />
      <span className={classes.heard}>
        {source.last_at === null ? t('intake.notHeard') : <When at={source.last_at} />}
        {trouble === undefined ? null : (
          <span className={`${classes.soft} ${classes.warn}`}>
            {trouble === 'lags' ? t('intake.lags') : t('intake.quarantine.short', { count: source.waiting })}
          </span>
        )}
      </span>
    </span>
  );
}
