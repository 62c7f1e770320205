import type { ShownRecovery } from '../../shared/moments-recovery.ts';
import { minorMoney } from '../parts/minor-money.ts';
import { Section } from '../parts/page.tsx';
import { Said, When } from '../parts/values.tsx';
import { useMe } from '../platform/session.ts';
import { useShow } from '../platform/show.ts';
import { useWords } from '../platform/words.ts';
import type { MomentTold } from './moment-page.tsx';
import { useSaying } from './moment-words.ts';
import classes from './recovery.module.css';
import { RecoveryActs } from './recovery-buttons.tsx';
import { RecoveryState } from './recovery-state.tsx';

/** What repairs a bad moment: who answers for it, what he wants, what was done at what cost, and his own word on it. */
export function RecoveryPanel({ told }: { readonly told: MomentTold }) {
  const { t } = useWords();
  const { recovery, moment } = told;
  if (recovery === null) {
    return moment.sign === -1 ? (
      <Section title={t('moments.repair.title')}>
        <p className={classes.soft}>{t('moments.repair.noneOld')}</p>
      </Section>
    ) : null;
  }
  return (
    <Section title={t('moments.repair.title')}>
      <div className={classes.panel} data-state={recovery.state}>
        <p className={classes.stateLine}>
          <RecoveryState of={recovery} />
          <Owner of={recovery} />
        </p>
        {recovery.doubted ? <p className={classes.doubted}>{t('moments.repair.doubted')}</p> : null}
        <Wants of={recovery} />
        <Money of={recovery} />
        <Outcome of={recovery} />
        <RecoveryActs recovery={recovery} />
      </div>
      <History of={recovery} />
    </Section>
  );
}

function Owner({ of }: { readonly of: ShownRecovery }) {
  const { t, department } = useSaying();
  const { person } = useMe();
  const show = useShow();
  if (of.state === 'open') {
    const who = of.owner_department === null ? '' : `${department(of.owner_department)} · `;
    return (
      <span>
        {who}
        {t('moments.repair.ownBy', { at: `${show.date(of.own_by)}, ${show.time(of.own_by)}` })}
      </span>
    );
  }
  if (of.owner !== null) {
    const mine = of.owner.person_id === person.person_id;
    return <span>{mine ? t('moments.repair.ownerMe') : t('moments.repair.owner', { name: of.owner.name })}</span>;
  }
  return of.owner_department === null ? null : (
    <span>{t('moments.repair.ownerDepartment', { name: department(of.owner_department) })}</span>
  );
}

function Wants({ of }: { readonly of: ShownRecovery }) {
  const { t } = useWords();
  return (
    <div className={classes.part}>
      <h3 className={classes.partTitle}>{t('moments.repair.wants')}</h3>
      {of.wants === null ? <p className={classes.soft}>{t('moments.repair.notAsked')}</p> : <Said words={of.wants} />}
    </div>
  );
}

/** What was spent, and what the reader may spend still without asking. */
function Money({ of }: { readonly of: ShownRecovery }) {
  const { t } = useWords();
  const show = useShow();
  const money = (minor: number) => show.money(minorMoney(minor, of.currency));
  const spent = of.spent_minor === 0 ? undefined : t('moments.repair.spent', { money: money(of.spent_minor) });
  const left =
    of.left_minor === null
      ? undefined
      : of.left_minor === 0
        ? t('moments.repair.leftNone')
        : t('moments.repair.left', { money: money(of.left_minor) });
  const rounds = of.rounds < 2 ? undefined : t('moments.repair.rounds', { count: of.rounds });
  const said = [spent, rounds, left].filter((one) => one !== undefined);
  return said.length === 0 ? null : <p className={classes.soft}>{said.join(' · ')}</p>;
}

function Outcome({ of }: { readonly of: ShownRecovery }) {
  const { t } = useWords();
  const show = useShow();
  return (
    <>
      {of.state === 'done' && of.recheck_at !== null ? (
        <p className={classes.soft}>{t('moments.repair.recheck', { at: show.relative(of.recheck_at) })}</p>
      ) : null}
      {of.outcome_words === null ? null : (
        <div className={classes.part}>
          <h3 className={classes.partTitle}>{t('moments.repair.outcome')}</h3>
          <Said words={of.outcome_words} /> <When at={of.outcome_at} />
        </div>
      )}
    </>
  );
}

const steps = [
  'opened',
  'open',
  'owned',
  'assigned',
  'wanted',
  'repaired',
  'unrepaired',
  'void',
  'given-up',
  'goes-on',
] as const;
const repairs = ['apology', 'call', 'correction', 'refund', 'replacement', 'gift', 'visit', 'other'] as const;
/** What he said himself: his voice. */
const his = new Set(['wanted', 'repaired', 'unrepaired']);

/** All that was done, the newest first. */
function History({ of }: { readonly of: ShownRecovery }) {
  const { t } = useWords();
  const show = useShow();
  if (of.steps.length === 0) return null;
  const say = (what: string) => {
    const step = steps.find((one) => one === what);
    if (step !== undefined) return t(`moments.repair.step.${step}`);
    return t(`moments.repair.what.${repairs.find((one) => one === what) ?? 'other'}`);
  };
  return (
    <>
      <h3 className={classes.historyTitle}>{t('moments.repair.history')}</h3>
      <ol className={classes.history}>
        {of.steps
          .toSorted((a, b) => (a.at < b.at ? 1 : -1))
          .map((step) => (
            <li key={step.step_id}>
              <span>
                {say(step.what)}
                {step.cost_minor === 0 ? '' : `, ${show.money(minorMoney(step.cost_minor, of.currency))}`}
                {step.words === null ? null : his.has(step.what) ? (
                  <>
                    {' '}
                    <Said words={step.words} />
                  </>
                ) : (
                  `: ${step.words}`
                )}
              </span>
              <span className={classes.soft}>
                <When at={step.at} />
                {step.by_name === null ? '' : ` · ${step.by_name}`}
              </span>
            </li>
          ))}
      </ol>
    </>
  );
}
