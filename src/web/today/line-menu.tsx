import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconHandGrab, IconHandOff, IconUser } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { houseId } from '../../shared/staff.ts';
import type { TodayLine } from '../../shared/today.ts';
import { sayInstant } from '../../shared/today-slots.ts';
import { KeyHint } from '../parts/key-hint.tsx';
import { later, now } from '../platform/clock.ts';
import { useMe, useZone } from '../platform/session.ts';
import { wallAt } from '../platform/wall-time.ts';
import { useWords } from '../platform/words.ts';
import { customerOf, useReader } from './line-row.tsx';
import { putOffChoices } from './put-off-rules.ts';
import classes from './today.module.css';
import type { LineActs } from './use-line-acts.ts';

/** Put off for a while: three hours. */
const soonMs = 3 * 3_600_000;

export interface LineMenuProps {
  readonly line: TodayLine;
  readonly acts: LineActs;
  readonly opened: boolean;
  readonly onChange: (opened: boolean) => void;
}

/** True where a line can be taken or given back by this reader. */
export function canClaim(line: TodayLine, me: string): boolean {
  if (line.claimed_by !== null) return line.claimed_by.person_id === me;
  return line.via !== 'own';
}

/** The rest of what can be done with a line: take it, put it off, go to its customer. */
export function LineMenu({ line, acts, opened, onChange }: LineMenuProps) {
  const { t } = useWords();
  const { person } = useMe();
  const zone = useZone();
  const reader = useReader();
  const navigate = useNavigate();
  const mine = line.claimed_by !== null;
  const takes = !mine && line.via === 'department';
  return (
    <Menu opened={opened} onChange={onChange} position="bottom-end" width={300} returnFocus>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          className={classes.dots}
          aria-label={`${t('today.act.more')}: ${customerOf(t, line)}`}
        >
          <IconDots size={18} stroke={1.8} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {canClaim(line, person.person_id) ? (
          <Menu.Item
            leftSection={mine ? <IconHandOff size={17} stroke={1.6} /> : <IconHandGrab size={17} stroke={1.6} />}
            rightSection={<KeyHint keys="x" />}
            onClick={() => acts.toggleClaim(line)}
          >
            {mine ? t('today.act.release') : t('today.act.claim')}
          </Menu.Item>
        ) : null}
        {line.customer_id === houseId ? null : (
          <Menu.Item
            leftSection={<IconUser size={17} stroke={1.6} />}
            onClick={() => void navigate({ href: `/customers/${line.customer_id}` })}
          >
            {t('today.act.brief')}
          </Menu.Item>
        )}
        <Menu.Label>
          {t('today.put.title')}
          {takes ? <span className={classes.takes}>{t('today.put.taken')}</span> : null}
        </Menu.Label>
        {putOffChoices(later(soonMs).toISOString(), wallAt(now(), zone).slice(0, 10), zone).map(
          ({ name, until }, at) => (
            <Menu.Item
              key={name}
              data-autofocus={at === 0 || undefined}
              onClick={() => acts.putOff(line, until)}
              rightSection={<span className={classes.when}>{sayInstant(Date.parse(until), reader)}</span>}
            >
              {t(`today.put.${name}`)}
            </Menu.Item>
          ),
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
