import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { departments } from '../../shared/staff-house.ts';
import { LinkTo } from '../parts/link.tsx';
import { List } from '../parts/list.tsx';
import { Page, Section } from '../parts/page.tsx';
import { RowLine } from '../parts/row-line.tsx';
import { Answer } from '../parts/states.tsx';
import { When } from '../parts/values.tsx';
import { useCan } from '../platform/session.ts';
import { useAsk } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import { CloseDepartmentForm, DepartmentForm } from './department-form.tsx';
import type { Department } from './department-names.ts';

type Opened = { readonly act: 'make' } | { readonly act: 'edit' | 'close'; readonly department: Department };

/** The departments with their heads; promises and moments will name them. */
export function DepartmentsPage() {
  const { t, language } = useWords();
  const can = useCan();
  const asked = useAsk(departments, {});
  const [opened, setOpened] = useState<Opened>();
  const close = () => setOpened(undefined);
  const row = (one: Department) => (
    <RowLine
      faded={one.closed_at !== null}
      name={one.name[language]}
      detail={
        one.head_name === null ? t('staff.departments.noHead') : t('staff.departments.head', { name: one.head_name })
      }
      end={one.closed_at === null ? t('staff.departments.people', { count: one.people }) : <When at={one.closed_at} />}
    />
  );
  const acts = (one: Department) =>
    one.closed_at === null && can('staff.administer') ? (
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t('staff.departments.acts', { name: one.name[language] })}
          >
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setOpened({ act: 'edit', department: one })}>{t('parts.act.edit')}</Menu.Item>
          <Menu.Item color="owed" onClick={() => setOpened({ act: 'close', department: one })}>
            {t('staff.departments.close')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    ) : null;
  const pageOf = (one: Department) => `/people/departments/${one.department_id}`;
  const lines = (label: string, items: readonly Department[]) => (
    <List label={label} items={items} keyOf={(one) => one.department_id} row={row} acts={acts} to={pageOf} />
  );
  return (
    <Page
      title={t('staff.departments.title')}
      sentence={t('staff.departments.sentence')}
      above={<LinkTo to="/people">{t('staff.people.title')}</LinkTo>}
      acts={
        can('staff.administer') ? (
          <Button leftSection={<IconPlus size={16} stroke={2} />} onClick={() => setOpened({ act: 'make' })}>
            {t('staff.departments.make')}
          </Button>
        ) : null
      }
    >
      <Answer of={asked}>
        {(reply) => {
          const closed = reply.departments.filter((one) => one.closed_at !== null);
          return (
            <>
              {lines(
                t('staff.departments.title'),
                reply.departments.filter((one) => one.closed_at === null),
              )}
              {closed.length > 0 ? (
                <Section title={t('staff.departments.closed')}>{lines(t('staff.departments.closed'), closed)}</Section>
              ) : null}
            </>
          );
        }}
      </Answer>
      {opened?.act === 'make' ? <DepartmentForm onClose={close} /> : null}
      {opened?.act === 'edit' ? <DepartmentForm department={opened.department} onClose={close} /> : null}
      {opened?.act === 'close' ? <CloseDepartmentForm department={opened.department} onClose={close} /> : null}
    </Page>
  );
}
