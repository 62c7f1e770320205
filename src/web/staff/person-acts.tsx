import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { makeResetLink } from '../../shared/staff.ts';
import { inviteAgain, people } from '../../shared/staff-people.ts';
import { tellRefused } from '../parts/toast.tsx';
import { useCan, useMe } from '../platform/session.ts';
import { useTell } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import { EditPersonForm } from './edit-person-form.tsx';
import { LeaveForm } from './leave-form.tsx';
import { LinkGiven } from './link-given.tsx';
import type { Person } from './people-page.tsx';

/** What can be done about one person: edit, a new link, leaving. */
export function PersonActs({ person }: { readonly person: Person }) {
  const { t } = useWords();
  const can = useCan();
  const { person: own } = useMe();
  const [open, setOpen] = useState<'edit' | 'leave'>();
  const again = useTell(inviteAgain, { refresh: [people], refused: tellRefused });
  const resetting = useTell(makeResetLink, { refused: tellRefused });
  if (person.state === 'left') return null;
  const isOwn = person.person_id === own.person_id;
  const close = () => setOpen(undefined);
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t('staff.people.acts', { name: person.name })}
          >
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setOpen('edit')}>{t('parts.act.edit')}</Menu.Item>
          {person.state === 'invited' ? (
            <Menu.Item onClick={() => again.mutate({ person_id: person.person_id })}>
              {t('staff.invite.again')}
            </Menu.Item>
          ) : null}
          {person.state === 'active' && can('staff.administer') ? (
            <Menu.Item onClick={() => resetting.mutate({ person_id: person.person_id })}>
              {t('staff.link.reset')}
            </Menu.Item>
          ) : null}
          {isOwn ? null : (
            <Menu.Item color="owed" onClick={() => setOpen('leave')}>
              {person.state === 'invited' ? t('staff.leave.takeBack') : t('staff.leave.act')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {open === 'edit' ? <EditPersonForm person={person} onClose={close} /> : null}
      {open === 'leave' ? <LeaveForm person={person} onClose={close} /> : null}
      {again.data ? (
        <LinkGiven
          title={t('staff.invite.done')}
          sentence={
            again.data.mailed
              ? t('staff.invite.mailed', { email: person.email })
              : t('staff.invite.handOver', { name: person.name })
          }
          link={again.data.link}
          until={again.data.until}
          onClose={() => again.reset()}
        />
      ) : null}
      {resetting.data ? (
        <LinkGiven
          title={t('staff.link.resetTitle')}
          sentence={t('staff.link.resetSentence', { name: person.name })}
          link={resetting.data.link}
          until={resetting.data.until}
          onClose={() => resetting.reset()}
        />
      ) : null}
    </>
  );
}
