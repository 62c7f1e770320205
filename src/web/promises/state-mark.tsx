import {
  IconArrowBackUp,
  IconBan,
  IconCheck,
  IconChecks,
  IconCircle,
  IconClockExclamation,
  IconClockPause,
  IconEar,
  IconQuestionMark,
  IconReplace,
  IconX,
} from '@tabler/icons-react';
import type { ShownPromise } from '../../shared/promises-shown.ts';
import type { RoomIcon } from '../platform/room.ts';
import { useWords } from '../platform/words.ts';
import classes from './promises.module.css';

type Standing =
  | 'late'
  | 'declined'
  | 'countered'
  | 'asked'
  | 'open'
  | 'kept'
  | 'exceeded'
  | 'broken'
  | 'released'
  | 'renegotiated'
  | 'found'
  | 'dismissed'
  | 'unexpected'
  | 'expected';

const looks: Readonly<
  Record<Standing, { readonly icon: RoomIcon; readonly tone: 'plain' | 'kept' | 'owed' | 'waiting' }>
> = {
  late: { icon: IconClockExclamation, tone: 'owed' },
  declined: { icon: IconBan, tone: 'owed' },
  countered: { icon: IconArrowBackUp, tone: 'owed' },
  asked: { icon: IconClockPause, tone: 'waiting' },
  open: { icon: IconCircle, tone: 'plain' },
  kept: { icon: IconCheck, tone: 'kept' },
  exceeded: { icon: IconChecks, tone: 'kept' },
  broken: { icon: IconX, tone: 'owed' },
  released: { icon: IconArrowBackUp, tone: 'plain' },
  renegotiated: { icon: IconReplace, tone: 'plain' },
  found: { icon: IconEar, tone: 'waiting' },
  dismissed: { icon: IconX, tone: 'plain' },
  unexpected: { icon: IconQuestionMark, tone: 'waiting' },
  expected: { icon: IconCircle, tone: 'plain' },
};

/** How a promise stands in one word: what asks for somebody goes before what merely is. */
export function standingOf(one: Pick<ShownPromise, 'state' | 'late' | 'acceptance' | 'origin'>): Standing {
  if (one.state !== 'open') return one.state;
  if (one.late) return 'late';
  if (one.acceptance === 'declined' || one.acceptance === 'countered' || one.acceptance === 'asked')
    return one.acceptance;
  return one.origin === 'expectation' ? 'expected' : 'open';
}

/** How a promise stands: a shape, a word, and a colour only where it means something. */
export function StateMark({ of }: { readonly of: Pick<ShownPromise, 'state' | 'late' | 'acceptance' | 'origin'> }) {
  const { t } = useWords();
  const standing = standingOf(of);
  const { icon: Icon, tone } = looks[standing];
  return (
    <span className={classes.state} data-tone={tone}>
      <Icon size={14} stroke={2.2} />
      {t(`promises.standing.${standing}`)}
    </span>
  );
}
