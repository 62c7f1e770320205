import { ActionIcon, Popover } from '@mantine/core';
import { IconArrowForwardUp, IconClockPause, IconDots, IconHandGrab, IconHandOff, IconUser } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { KeyboardEvent, ReactNode } from 'react';
import { houseId } from '../../shared/staff.ts';
import type { TodayLine } from '../../shared/today.ts';
import { sayInstant } from '../../shared/today-slots.ts';
import { KeyHint } from '../parts/key-hint.tsx';
import { later, now } from '../platform/clock.ts';
import type { RoomIcon } from '../platform/room.ts';
import { useMe, useZone } from '../platform/session.ts';
import { wallAt } from '../platform/wall-time.ts';
import { useWords } from '../platform/words.ts';
import { customerOf, useReader } from './line-row.tsx';
import classes from './menu.module.css';
import { putOffChoices } from './put-off-rules.ts';
import type { LineActs } from './use-line-acts.ts';

/** Put off for a while: three hours. */
const soonMs = 3 * 3_600_000;

export interface LineMenuProps {
  readonly line: TodayLine;
  readonly acts: LineActs;
  readonly opened: boolean;
  readonly onChange: (opened: boolean) => void;
  readonly onGive: () => void;
}

/** True where a line can be taken or given back by this reader. */
export function canClaim(line: TodayLine, me: string): boolean {
  if (line.claimed_by !== null) return line.claimed_by.person_id === me;
  return line.via !== 'own';
}

/** The rest of what can be done with a line: put it off, take it, go to its customer. */
export function LineMenu({ line, acts, opened, onChange, onGive }: LineMenuProps) {
  const { t } = useWords();
  const label = `${t('today.act.more')}: ${customerOf(t, line)}`;
  return (
    <Popover opened={opened} onChange={onChange} position="bottom-end" width={320} trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          className={classes.dots}
          aria-label={label}
          onClick={() => onChange(!opened)}
        >
          <IconDots size={18} stroke={1.8} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={label} p="xs" onKeyDown={moveByArrows}>
        {opened ? <Choices line={line} acts={acts} close={() => onChange(false)} give={onGive} /> : null}
      </Popover.Dropdown>
    </Popover>
  );
}

interface ChoicesProps {
  readonly line: TodayLine;
  readonly acts: LineActs;
  readonly close: () => void;
  readonly give: () => void;
}

function Choices({ line, acts, close, give }: ChoicesProps) {
  const { t } = useWords();
  const { person } = useMe();
  const zone = useZone();
  const reader = useReader();
  const mine = line.claimed_by !== null;
  const takes = !mine && line.via === 'department';
  const soon = later(soonMs).toISOString();
  const then = (act: () => void) => () => {
    close();
    act();
  };
  return (
    <>
      <p className={classes.label}>
        <IconClockPause size={16} stroke={1.7} aria-hidden="true" />
        {t('today.put.title')}
        <KeyHint keys="s" />
      </p>
      {putOffChoices(soon, wallAt(now(), zone).slice(0, 10), zone).map(({ name, until }, at) => (
        <Choice
          key={name}
          first={at === 0}
          end={<span className={classes.when}>{sayInstant(Date.parse(until), reader)}</span>}
          onClick={then(() => acts.putOff(line, until))}
        >
          {t(`today.put.${name}`)}
        </Choice>
      ))}
      {takes ? <p className={classes.takes}>{t('today.put.taken')}</p> : null}
      <div className={classes.rest}>
        {canClaim(line, person.person_id) ? (
          <Choice
            icon={mine ? IconHandOff : IconHandGrab}
            end={<KeyHint keys="x" />}
            onClick={then(() => acts.toggleClaim(line))}
          >
            {mine ? t('today.act.release') : t('today.act.claim')}
          </Choice>
        ) : null}
        {line.hand_over === false ? null : (
          <Choice icon={IconArrowForwardUp} end={<KeyHint keys="h" />} onClick={then(give)}>
            {t('today.give.act')}
          </Choice>
        )}
        {line.customer_id === houseId ? null : (
          <Link className={classes.choice} to={`/customers/${line.customer_id}`} data-choice>
            <IconUser size={17} stroke={1.6} aria-hidden="true" />
            <span className={classes.name}>{t('today.act.brief')}</span>
          </Link>
        )}
      </div>
    </>
  );
}

interface ChoiceProps {
  readonly icon?: RoomIcon;
  readonly first?: boolean;
  readonly end: ReactNode;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function Choice({ icon: Icon, first = false, end, onClick, children }: ChoiceProps) {
  return (
    <button type="button" className={classes.choice} data-choice data-autofocus={first || undefined} onClick={onClick}>
      {Icon === undefined ? null : <Icon size={17} stroke={1.6} />}
      <span className={classes.name}>{children}</span>
      {end}
    </button>
  );
}

/** The arrows go from one choice to the next, as people expect of a menu. */
function moveByArrows(event: KeyboardEvent<HTMLDivElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  event.preventDefault();
  const all = [...event.currentTarget.querySelectorAll('[data-choice]')];
  const at = all.findIndex((one) => one.matches(':focus'));
  const next = all[(at + step + all.length) % all.length];
  if (next instanceof HTMLElement) next.focus();
}
