import { Button } from '@mantine/core';
import { openPast, type Standing, standings } from '../../shared/promises-standing.ts';
import { changes } from '../../shared/staff-people.ts';
import { LongWork } from '../parts/long-work.tsx';
import { tellRefused } from '../parts/toast.tsx';
import { useCan } from '../platform/session.ts';
import { useShow } from '../platform/show.ts';
import { useAsk, useTell } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import classes from './standing.module.css';
import type { StandingGroup } from './standing-words.ts';

/** How far its versions are opened for what was heard before they were published: under way, stopped, or all of it. */
export function StandingPast({ group }: { readonly group: StandingGroup }) {
  return group.versions.map((one) =>
    one.past === null || (one.past.state === 'done' && one !== group.lead) ? null : (
      <Past key={one.version} of={one} past={one.past} />
    ),
  );
}

interface PastProps {
  readonly of: Standing;
  readonly past: NonNullable<Standing['past']>;
}

function Past({ of, past }: PastProps) {
  const { t } = useWords();
  const show = useShow();
  const can = useCan();
  const { standing_id, version } = of;
  const turning = useTell(openPast, { refresh: [standings, changes], refused: tellRefused });
  const { state, opened, before, until } = past;
  if (state === 'running') {
    const stop = () => turning.mutate({ standing_id, version, going: false });
    return <Running of={of} past={past} {...(can('promises.manage') ? { stop } : {})} />;
  }
  if (state === 'done' || until === null) {
    return <p className={classes.past}>{t('promisesStanding.past.done', { date: show.date(before), opened })}</p>;
  }
  return (
    <div className={classes.past}>
      <span>{t('promisesStanding.past.stopped', { date: show.date(until), opened })}</span>
      {can('promises.manage') && of.state !== 'withdrawn' ? (
        <Button
          variant="default"
          size="xs"
          loading={turning.isPending}
          onClick={() => turning.mutate({ standing_id, version, going: true })}
        >
          {t('promisesStanding.past.goOn')}
        </Button>
      ) : null}
    </div>
  );
}

const everyMs = 1_000;

/** Asks again each second while it is under way. */
function Running({ of, past, stop }: PastProps & { readonly stop?: () => void }) {
  const { t } = useWords();
  const show = useShow();
  useAsk(standings, {}, { every: everyMs });
  const { before, until, opened } = past;
  const from = Date.parse(of.in_force_at ?? before);
  const to = until ?? before;
  return (
    <div className={classes.under}>
      <LongWork
        label={t('promisesStanding.past.title')}
        done={Math.max(0, Date.parse(to) - from)}
        all={Math.max(1, Date.parse(before) - from)}
        said={t('promisesStanding.past.looked', { date: show.date(to), opened })}
        {...(stop === undefined ? {} : { stop })}
      />
    </div>
  );
}
