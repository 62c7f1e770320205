import type { Right } from '../../shared/contract.ts';
import { List } from '../parts/list.tsx';
import { Page, Section } from '../parts/page.tsx';
import { RowLine } from '../parts/row-line.tsx';
import { useCan } from '../platform/session.ts';
import { useWords } from '../platform/words.ts';

interface Entry {
  readonly to: string;
  readonly name:
    | 'account'
    | 'organisation'
    | 'departments'
    | 'rights'
    | 'keys'
    | 'promises'
    | 'moments'
    | 'touchpoints'
    | 'standing'
    | 'partners'
    | 'changes'
    | 'mail'
    | 'claims'
    | 'blocked'
    | 'uses'
    | 'proof';
  readonly access?: Right;
}

const groups: readonly {
  readonly name: 'you' | 'house' | 'promises' | 'moments' | 'customers' | 'privacy';
  readonly entries: readonly Entry[];
}[] = [
  { name: 'you', entries: [{ to: '/settings/account', name: 'account' }] },
  {
    name: 'house',
    entries: [
      { to: '/settings/organisation', name: 'organisation', access: 'staff.administer' },
      { to: '/people/departments', name: 'departments' },
      { to: '/people/rights', name: 'rights' },
      { to: '/settings/mail', name: 'mail', access: 'staff.administer' },
      { to: '/settings/keys', name: 'keys', access: 'staff.manage' },
      { to: '/settings/changes', name: 'changes', access: 'staff.administer' },
    ],
  },
  {
    name: 'promises',
    entries: [
      { to: '/settings/promises', name: 'promises', access: 'customers.read' },
      { to: '/promises/standing', name: 'standing', access: 'customers.read' },
      { to: '/promises/partners', name: 'partners', access: 'customers.read' },
    ],
  },
  {
    name: 'moments',
    entries: [
      { to: '/settings/moments', name: 'moments', access: 'customers.read' },
      { to: '/moments/touchpoints', name: 'touchpoints', access: 'customers.read' },
    ],
  },
  {
    name: 'customers',
    entries: [
      { to: '/claims', name: 'claims', access: 'customers.read' },
      { to: '/settings/blocked-keys', name: 'blocked', access: 'customers.merge' },
    ],
  },
  {
    name: 'privacy',
    entries: [
      { to: '/settings/uses', name: 'uses', access: 'privacy.audit' },
      { to: '/settings/uses/proof', name: 'proof', access: 'privacy.audit' },
    ],
  },
];

/** The way to every setting that the reader may open, each with what it is for. */
export function SettingsPage() {
  const { t } = useWords();
  const can = useCan();
  const seen = groups
    .map((group) => ({ ...group, entries: group.entries.filter((entry) => can(entry.access)) }))
    .filter((group) => group.entries.length > 0);
  return (
    <Page title={t('shell.nav.settings')} sentence={t('settings.sentence')} width="read">
      {seen.map((group) => (
        <Section key={group.name} title={t(`settings.group.${group.name}`)}>
          <List
            label={t(`settings.group.${group.name}`)}
            items={group.entries}
            keyOf={(entry) => entry.to}
            to={(entry) => entry.to}
            row={(entry) => (
              <RowLine name={t(`settings.to.${entry.name}.name`)} detail={t(`settings.to.${entry.name}.for`)} />
            )}
          />
        </Section>
      ))}
    </Page>
  );
}
