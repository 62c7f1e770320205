import { Button } from '@mantine/core';
import { useState } from 'react';
import { standings, withdrawStanding } from '../../shared/promises-standing.ts';
import { changes } from '../../shared/staff-people.ts';
import { Figure } from '../parts/figure.tsx';
import { ButtonTo, LinkTo } from '../parts/link.tsx';
import { List } from '../parts/list.tsx';
import { Page, Section } from '../parts/page.tsx';
import { RowLine } from '../parts/row-line.tsx';
import { Answer, Empty } from '../parts/states.tsx';
import { offerUndo, tellRefused } from '../parts/toast.tsx';
import { ask } from '../platform/ask.ts';
import { useParam } from '../platform/place.ts';
import { useCan } from '../platform/session.ts';
import { useShow } from '../platform/show.ts';
import { useAsk, useTell } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import classes from './standing.module.css';
import { StandingPast } from './standing-past.tsx';
import { StandingPublish } from './standing-publish.tsx';
import { groupsOf, type Held, type StandingGroup, useSayRule } from './standing-words.ts';

/** One standing promise: its words, its rule, how it is kept, its versions. */
export function StandingPage() {
  const { t } = useWords();
  const id = useParam('standing_id');
  const asked = useAsk(standings, {});
  const group = groupsOf(asked.data?.standings ?? []).find((one) => one.id === id);
  if (group !== undefined) {
    return (
      <One
        group={group}
        held={asked.data?.held.find((one) => one.standing_id === id)}
        renew={() => void asked.refetch()}
      />
    );
  }
  return (
    <Page title={t('promisesStanding.title')} above={<Above />}>
      <Answer of={asked}>
        {() => <Empty title={t('refusals.record.not-found.title')} sentence={t('refusals.record.not-found.act')} />}
      </Answer>
    </Page>
  );
}

function Above() {
  const { t } = useWords();
  return <LinkTo to="/promises/standing">{t('promisesStanding.title')}</LinkTo>;
}

interface OneProps {
  readonly group: StandingGroup;
  readonly held: Held | undefined;
  readonly renew: () => void;
}

function One({ group, held, renew }: OneProps) {
  const { t, language } = useWords();
  const sayRule = useSayRule();
  const { lead, state } = group;
  return (
    <Page
      title={lead.texts[language].title}
      sentence={`${t('promisesStanding.version', { version: lead.version })} · ${t(`promisesStanding.state.${state}`)}`}
      above={<Above />}
      acts={<Acts group={group} renew={renew} />}
    >
      {state === 'draft' ? null : <Kept held={held} />}
      <StandingPast group={group} />
      <p className={classes.promise} lang={language}>
        {lead.texts[language].promise}
      </p>
      <Texts group={group} />
      <Section title={t('promisesStanding.form.preview')}>
        <p className={classes.rule}>{sayRule(lead.rule)}</p>
      </Section>
      <Versions group={group} />
    </Page>
  );
}

const details = ['conditions', 'limits', 'complain', 'contact', 'indicator'] as const;

function Texts({ group }: { readonly group: StandingGroup }) {
  const { t, language } = useWords();
  const texts = group.lead.texts[language];
  return (
    <dl className={classes.details}>
      {details
        .filter((name) => texts[name] !== '')
        .map((name) => (
          <div key={name}>
            <dt>{t(`promisesStanding.text.${name}`)}</dt>
            <dd>{texts[name]}</dd>
          </div>
        ))}
    </dl>
  );
}

/** Below so many a share says little: then only the numbers are told. */
const fewest = 30;

function Kept({ held }: { readonly held: Held | undefined }) {
  const { t } = useWords();
  const show = useShow();
  const kept = (held?.kept ?? 0) + (held?.exceeded ?? 0);
  const ended = kept + (held?.broken ?? 0);
  return (
    <div className={classes.figures}>
      <Figure
        label={t('promisesStanding.rate.label')}
        value={ended < fewest ? undefined : show.percent(kept / ended, 1)}
        definition={t('promisesStanding.rate.definition')}
        unit="cases"
        period={t('promisesStanding.rate.period')}
        sample={t('promisesStanding.rate.sample', { count: ended })}
        enough={{ have: ended, need: fewest }}
      />
      <Figure
        label={t('promisesStanding.rate.held')}
        value={show.number(held?.open ?? 0)}
        definition={t('promisesStanding.rate.heldDefinition')}
        unit="cases"
        period={t('promisesStanding.rate.now')}
        sample={t('promisesStanding.rate.heldSample', { count: held?.late ?? 0 })}
      />
    </div>
  );
}

function Acts({ group, renew }: { readonly group: StandingGroup; readonly renew: () => void }) {
  const { t } = useWords();
  const can = useCan();
  const [publishing, setPublishing] = useState(false);
  const { id, state, versions } = group;
  const withdrawing = useTell(withdrawStanding, {
    refresh: [standings, changes],
    refused: tellRefused,
    done: (_reply, input) => {
      if (input.undo === true) return;
      const undo = async () => {
        await ask(withdrawStanding, { standing_id: id, undo: true });
        renew();
      };
      offerUndo({ message: t('promisesStanding.act.withdrawn'), undo });
    },
  });
  if (!can('promises.manage')) return null;
  const draft = versions.find((one) => one.state === 'draft');
  const isWithdrawn = versions.some((one) => one.state === 'withdrawn') && state !== 'in-force';
  return (
    <>
      {state === 'in-force' ? (
        <Button
          variant="subtle"
          color="owed"
          loading={withdrawing.isPending}
          onClick={() => withdrawing.mutate({ standing_id: id })}
        >
          {t('promisesStanding.act.withdraw')}
        </Button>
      ) : null}
      {isWithdrawn ? (
        <Button
          variant="default"
          loading={withdrawing.isPending}
          onClick={() => withdrawing.mutate({ standing_id: id, undo: true })}
        >
          {t('promisesStanding.act.restore')}
        </Button>
      ) : null}
      <ButtonTo variant="default" to={`/promises/standing/${id}/edit`}>
        {draft === undefined ? t('promisesStanding.act.edit') : t('promisesStanding.act.editDraft')}
      </ButtonTo>
      {draft === undefined ? null : (
        <Button onClick={() => setPublishing(true)}>{t('promisesStanding.act.publish')}</Button>
      )}
      {publishing && draft !== undefined ? (
        <StandingPublish draft={draft} onClose={() => setPublishing(false)} />
      ) : null}
    </>
  );
}

function Versions({ group }: { readonly group: StandingGroup }) {
  const { t, language } = useWords();
  const show = useShow();
  const sayRule = useSayRule();
  return (
    <Section title={t('promisesStanding.versions')}>
      <List
        label={t('promisesStanding.versions')}
        items={group.versions}
        keyOf={(one) => String(one.version)}
        row={({ version, state, texts, rule, in_force_at: from, ended_at: to, made_at }) => (
          <RowLine
            faded={state === 'superseded' || state === 'withdrawn'}
            name={`${t('promisesStanding.version', { version })} · ${texts[language].title}`}
            detail={sayRule(rule)}
            end={[
              t(`promisesStanding.state.${state}`),
              from === null
                ? t('promisesStanding.written', { date: show.date(made_at) })
                : to === null
                  ? t('promisesStanding.since', { date: show.date(from) })
                  : t('promisesStanding.fromTo', { from: show.date(from), to: show.date(to) }),
            ].join(' · ')}
          />
        )}
      />
    </Section>
  );
}
