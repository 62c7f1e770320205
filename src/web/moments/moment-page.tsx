import type { ReplyOf } from '../../shared/contract.ts';
import { show } from '../../shared/moments.ts';
import { LinkTo } from '../parts/link.tsx';
import { Page, Section } from '../parts/page.tsx';
import { PageSkeleton } from '../parts/skeletons.tsx';
import { Failed } from '../parts/states.tsx';
import { Said, When } from '../parts/values.tsx';
import { useLiveRefresh } from '../platform/live.ts';
import { useParam } from '../platform/place.ts';
import { useCan } from '../platform/session.ts';
import { useAsk } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import { HowWasIt } from './how-was-it.tsx';
import { Judgements } from './judgements.tsx';
import { MarksShown } from './marks-shown.tsx';
import classes from './moment.module.css';
import { sayCause, signName, useSaying } from './moment-words.ts';
import { RecoveryPanel } from './recovery-panel.tsx';
import { SignMark } from './sign-mark.tsx';
import { StagesShown } from './stages-shown.tsx';

export type MomentTold = ReplyOf<typeof show>;

/** One moment: what was said, how it was by whose word, what failed and who answers for it, and what repairs it. */
export function MomentPage() {
  const { t } = useWords();
  const at = { customer_id: useParam('customer_id'), moment_id: useParam('moment_id') };
  const asked = useAsk(show, at);
  useLiveRefresh(['moments.changed', 'moments.recovery-changed'], [show]);
  if (asked.data) return <Known key={at.moment_id} told={asked.data} />;
  if (asked.error) {
    return (
      <Page title={t('moments.one.word')} above={<LinkTo to="/moments">{t('shell.nav.moments')}</LinkTo>}>
        <Failed error={asked.error} retry={() => void asked.refetch()} />
      </Page>
    );
  }
  return <PageSkeleton />;
}

function Known({ told }: { readonly told: MomentTold }) {
  const saying = useSaying();
  const { t } = saying;
  const can = useCan();
  const { moment } = told;
  const name = moment.customer ?? t('customers.noName');
  const cause = sayCause(t, moment.cause);
  return (
    <Page
      title={t(`moments.one.title.${signName(moment.sign)}`, { name })}
      above={
        <>
          <LinkTo to="/moments">{t('shell.nav.moments')}</LinkTo> ·{' '}
          <LinkTo to={`/customers/${moment.customer_id}`}>{name}</LinkTo>
        </>
      }
      sentence={<Where told={told} />}
    >
      {moment.words === null ? (
        cause === undefined ? null : (
          <p className={classes.cause}>{cause}</p>
        )
      ) : (
        <div className={classes.words}>
          <Said words={moment.words} block {...(moment.language === null ? {} : { lang: moment.language })} />
        </div>
      )}
      <div className={classes.stand}>
        <SignMark sign={moment.sign} severity={moment.severity} />
        {moment.source === null ? null : (
          <span>{t('moments.one.serves', { source: t(`moments.source.${moment.source}`) })}</span>
        )}
        {moment.sign === -1 ? <span>{t(`moments.kind.${moment.kind ?? 'unsaid'}`)}</span> : null}
      </div>
      <Owner told={told} />
      <div className={classes.columns}>
        <div>
          <RecoveryPanel told={told} />
          <Section title={t('moments.one.marks')} sentence={t('moments.one.marksSentence')}>
            <MarksShown marks={moment} />
          </Section>
          <StagesShown told={told} />
        </div>
        <div>
          {can('memory.capture') ? (
            <Section title={t('moments.tap.title')} sentence={t('moments.tap.sentence')}>
              <HowWasIt customerId={moment.customer_id} about={{ moment_id: moment.moment_id }} keys />
            </Section>
          ) : null}
          <Judgements told={told} />
        </div>
      </div>
    </Page>
  );
}

/** Where, how, when and with whom it was; the ways to its promise, its place in the story, and the account. */
function Where({ told }: { readonly told: MomentTold }) {
  const { t, place, by, department, show: write } = useSaying();
  const { moment } = told;
  const said = [
    moment.touchpoint === '' ? undefined : place(moment.touchpoint),
    moment.channel === 'back-office' ? undefined : by(moment.channel),
    moment.person === null || moment.person.length > 30
      ? undefined
      : t('moments.one.withPerson', { name: moment.person }),
    moment.departments.length === 0
      ? undefined
      : t('moments.one.departments', { names: write.list(moment.departments.map(department)) }),
  ].filter((one) => one !== undefined);
  const story = `/customers/${moment.customer_id}`;
  return (
    <>
      {said.map((one) => (
        <span key={one}>{one} · </span>
      ))}
      <When at={moment.at} />
      <span className={classes.ways}>
        {moment.promise_id === null ? null : (
          <LinkTo to={`/promises/${moment.customer_id}/${moment.promise_id}`}>{t('moments.one.promise')}</LinkTo>
        )}
        {moment.event_id === null ? null : (
          <LinkTo to={`${story}?event=${moment.event_id}&at=${encodeURIComponent(moment.at)}`}>
            {t('moments.one.story')}
          </LinkTo>
        )}
        <LinkTo to={`${story}/moments`}>{t('moments.one.account')}</LinkTo>
      </span>
    </>
  );
}

/** Who answers for what failed: a department by name; the company always does. */
function Owner({ told }: { readonly told: MomentTold }) {
  const { t, failing, department } = useSaying();
  const { moment } = told;
  if (moment.sign !== -1 || moment.failing.length === 0) return null;
  const mark = failing(moment.failing);
  return (
    <p className={classes.owner}>
      {moment.owner === null
        ? t('moments.one.house', { mark })
        : t('moments.one.owner', { department: department(moment.owner), mark })}
    </p>
  );
}
