import { IconCheck, IconCircleDashed, IconClockHour4, IconHandStop, IconTool, IconX } from '@tabler/icons-react';
import type { RecoveryState as State } from '../../shared/moments-recovery.ts';
import type { RoomIcon } from '../platform/room.ts';
import { useWords } from '../platform/words.ts';
import classes from './recovery.module.css';

const looks: Readonly<
  Record<State, { readonly icon: RoomIcon; readonly tone: 'owed' | 'waiting' | 'kept' | 'plain' }>
> = {
  open: { icon: IconHandStop, tone: 'owed' },
  owned: { icon: IconTool, tone: 'waiting' },
  done: { icon: IconClockHour4, tone: 'waiting' },
  repaired: { icon: IconCheck, tone: 'kept' },
  unrepaired: { icon: IconX, tone: 'owed' },
  void: { icon: IconCircleDashed, tone: 'plain' },
  'given-up': { icon: IconCircleDashed, tone: 'plain' },
};

/** How a recovery stands, in a shape, a colour and words. */
export function RecoveryState({ of }: { readonly of: { readonly state: State } }) {
  const { t } = useWords();
  const { icon: Icon, tone } = looks[of.state];
  return (
    <span className={classes.state} data-tone={tone}>
      <Icon size={16} stroke={1.9} aria-hidden="true" />
      {t(`moments.repair.state.${of.state}`)}
    </span>
  );
}
