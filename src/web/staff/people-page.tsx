import { Button, Group, TextInput } from '@mantine/core';
import { IconBuilding, IconPlus, IconSearch, IconTable } from '@tabler/icons-react';
import { useState } from 'react';
import { z } from 'zod';
import type { ReplyOf } from '../../shared/contract.ts';
import { people } from '../../shared/staff-people.ts';
import { ButtonTo } from '../parts/link.tsx';
import { List } from '../parts/list.tsx';
import { Page, Section } from '../parts/page.tsx';
import { RowLine } from '../parts/row-line.tsx';
import { Answer, Empty } from '../parts/states.tsx';
import { When } from '../parts/values.tsx';
import { useAddress } from '../platform/place.ts';
import { useMe } from '../platform/session.ts';
import { useAsk } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import { useDepartments } from './department-names.ts';
import { InviteForm } from './invite-form.tsx';
import { PersonActs } from './person-acts.tsx';
import classes from './staff.module.css';

export type Person = ReplyOf<typeof people>['people'][number];

const address = z.object({ q: z.string().default(''), invite: z.string().optional() });

/** Everybody who works here, is invited, or has left. */
export function PeoplePage() {
  const { t } = useWords();
  const asked = useAsk(people, {});
  const [{ q, invite }, setAddress] = useAddress(address);
  return (
    <Page
      title={t('staff.people.title')}
      sentence={t('staff.people.sentence')}
      acts={
        <>
          <ButtonTo to="/people/departments" variant="default" leftSection={<IconBuilding size={16} stroke={1.7} />}>
            {t('staff.departments.title')}
          </ButtonTo>
          <ButtonTo to="/people/rights" variant="default" leftSection={<IconTable size={16} stroke={1.7} />}>
            {t('staff.rights.short')}
          </ButtonTo>
          <Button leftSection={<IconPlus size={16} stroke={2} />} onClick={() => setAddress({ invite: 'yes' })}>
            {t('staff.invite.act')}
          </Button>
        </>
      }
    >
      <TextInput
        className={classes.find}
        aria-label={t('staff.people.find')}
        placeholder={t('staff.people.find')}
        leftSection={<IconSearch size={16} stroke={1.7} />}
        value={q}
        onChange={(event) => setAddress({ q: event.currentTarget.value }, { replace: true })}
      />
      <Answer of={asked}>{(reply) => <Groups all={reply.people} q={q} />}</Answer>
      {invite === undefined ? null : <InviteForm onClose={() => setAddress({ invite: undefined })} />}
    </Page>
  );
}

function Groups({ all, q }: { readonly all: readonly Person[]; readonly q: string }) {
  const { t } = useWords();
  const { nameOf } = useDepartments();
  const [left, showLeft] = useState(false);
  const wanted = q.trim().toLocaleLowerCase();
  const fits = (person: Person) =>
    `${person.name} ${person.email} ${nameOf(person.department_id) ?? ''}`.toLocaleLowerCase().includes(wanted);
  const found = all.filter(fits);
  const inState = (state: Person['state']) => found.filter((person) => person.state === state);
  const gone = inState('left');
  if (found.length === 0) {
    return <Empty title={t('staff.people.nobody')} sentence={t('staff.people.nobodySentence')} />;
  }
  return (
    <>
      <Lines label={t('staff.people.active')} people={inState('active')} />
      {inState('invited').length > 0 ? (
        <Section title={t('staff.people.invited')} sentence={t('staff.people.invitedSentence')}>
          <Lines label={t('staff.people.invited')} people={inState('invited')} />
        </Section>
      ) : null}
      {gone.length > 0 ? (
        <Group mt="xl">
          <Button variant="subtle" aria-expanded={left} onClick={() => showLeft(!left)}>
            {t('staff.people.left', { count: gone.length })}
          </Button>
        </Group>
      ) : null}
      {left && gone.length > 0 ? <Lines label={t('staff.people.leftTitle')} people={gone} /> : null}
    </>
  );
}

function Lines({ label, people: listed }: { readonly label: string; readonly people: readonly Person[] }) {
  const { t } = useWords();
  const { person: own } = useMe();
  const { nameOf } = useDepartments();
  const row = (person: Person) => (
    <RowLine
      faded={person.state === 'left'}
      name={
        <>
          {person.name}
          {person.person_id === own.person_id ? <span className={classes.you}>{t('staff.people.you')}</span> : null}
        </>
      }
      detail={[t(`staff.role.${person.role}`), nameOf(person.department_id), person.email].filter(Boolean).join(' · ')}
      end={<Seen person={person} />}
    />
  );
  return (
    <List
      label={label}
      items={listed}
      keyOf={(person) => person.person_id}
      row={row}
      acts={(person) => <PersonActs person={person} />}
    />
  );
}

function Seen({ person }: { readonly person: Person }) {
  const { t } = useWords();
  if (person.state === 'left') return <When at={person.left_at} />;
  if (person.state === 'invited') return <When at={person.invited_at} />;
  if (person.last_seen_at === null) return t('staff.people.notSeen');
  return (
    <>
      {t('staff.people.seen')} <When at={person.last_seen_at} />
    </>
  );
}
