import type { ShownRecovery } from '../../shared/moments-recovery.ts';
import { useMe } from '../platform/session.ts';
import { useSaying } from './moment-words.ts';
import classes from './moments.module.css';
import { RecoveryState } from './recovery-state.tsx';

/** One bad moment to repair in a list: what he wants or what failed, of whom and where, who answers, until when. */
export function RecoveryLine({
  recovery,
  named = true,
}: {
  readonly recovery: ShownRecovery;
  readonly named?: boolean;
}) {
  const { t, show, place, failing, department } = useSaying();
  const { person } = useMe();
  const { owner, owner_department } = recovery;
  const who =
    owner === null
      ? owner_department === null
        ? undefined
        : department(owner_department)
      : owner.person_id === person.person_id
        ? t('moments.repair.ownerMe')
        : t('moments.repair.owner', { name: owner.name });
  const about = [
    recovery.touchpoint === '' ? undefined : place(recovery.touchpoint),
    failing(recovery.failing),
    show.relative(recovery.moment_at),
    who,
  ].filter((one) => one !== undefined && one !== '');
  const until = recovery.state === 'open' ? recovery.own_by : recovery.state === 'done' ? recovery.recheck_at : null;
  return (
    <span className={classes.line}>
      <span className={classes.lineWords}>
        <span className={classes.lineSaid}>
          {named ? <strong>{recovery.customer ?? t('customers.noName')}</strong> : null}
          {recovery.wants === null ? null : (
            <>
              {named ? ' · ' : ''}
              <q className={classes.wants}>{recovery.wants}</q>
            </>
          )}
          {!named && recovery.wants === null ? t('moments.repair.notAsked') : null}
        </span>
        <span className={classes.lineAbout}>{about.join(' · ')}</span>
      </span>
      <span className={classes.lineEnd}>
        {until === null ? null : <span className={classes.balance}>{show.relative(until)}</span>}
        <RecoveryState of={recovery} />
      </span>
    </span>
  );
}
