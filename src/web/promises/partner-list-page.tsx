import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { type Partner, partners, savePartner } from '../../shared/promises-partners.ts';
import { LinkTo } from '../parts/link.tsx';
import { List } from '../parts/list.tsx';
import { Page, Section } from '../parts/page.tsx';
import { RowLine } from '../parts/row-line.tsx';
import { Answer, Empty } from '../parts/states.tsx';
import { tellDone, tellRefused } from '../parts/toast.tsx';
import { now } from '../platform/clock.ts';
import { useCan } from '../platform/session.ts';
import { useShow } from '../platform/show.ts';
import { useAsk, useTell } from '../platform/use-ask.ts';
import { ownNames, useWords } from '../platform/words.ts';
import { EndPartnerForm, PartnerForm } from './partner-form.tsx';
import { PartnerLinkForm } from './partner-link-form.tsx';

type Opened = { readonly act: 'make' } | { readonly act: 'edit' | 'link' | 'end'; readonly partner: Partner };

/** Those outside who keep promises of the company's: their links, what is theirs to keep, whether letters reach them. */
export function PartnerListPage() {
  const { t } = useWords();
  const can = useCan();
  const asked = useAsk(partners, {});
  const [opened, setOpened] = useState<Opened>();
  const close = () => setOpened(undefined);
  const make = can('promises.manage') ? (
    <Button leftSection={<IconPlus size={16} stroke={2} />} onClick={() => setOpened({ act: 'make' })}>
      {t('promisesOutside.partners.make')}
    </Button>
  ) : null;
  return (
    <Page
      title={t('promisesOutside.partners.title')}
      sentence={t('promisesOutside.partners.sentence')}
      above={<LinkTo to="/promises">{t('shell.nav.promises')}</LinkTo>}
      acts={asked.data !== undefined && asked.data.partners.length > 0 ? make : null}
    >
      <Answer of={asked}>
        {({ partners: all }) => {
          const working = all.filter((one) => one.closed_at === null);
          const ended = all.filter((one) => one.closed_at !== null);
          if (all.length === 0) {
            return (
              <Empty
                title={t('promisesOutside.partners.none')}
                sentence={t('promisesOutside.partners.noneSentence')}
                act={make}
              />
            );
          }
          return (
            <>
              <Partners label={t('promisesOutside.partners.title')} items={working} onOpen={setOpened} />
              {ended.length === 0 ? null : (
                <Section title={t('promisesOutside.partners.ended')}>
                  <Partners label={t('promisesOutside.partners.ended')} items={ended} onOpen={setOpened} />
                </Section>
              )}
            </>
          );
        }}
      </Answer>
      {opened?.act === 'make' ? <PartnerForm onClose={close} /> : null}
      {opened?.act === 'edit' ? <PartnerForm partner={opened.partner} onClose={close} /> : null}
      {opened?.act === 'link' ? <PartnerLinkForm partner={opened.partner} onClose={close} /> : null}
      {opened?.act === 'end' ? <EndPartnerForm partner={opened.partner} onClose={close} /> : null}
    </Page>
  );
}

interface PartnersProps {
  readonly label: string;
  readonly items: readonly Partner[];
  readonly onOpen: (opened: Opened) => void;
}

function Partners({ label, items, onOpen }: PartnersProps) {
  const { t } = useWords();
  const can = useCan();
  const linkOf = useLinkWords();
  const row = (one: Partner) => (
    <RowLine
      faded={one.closed_at !== null}
      name={one.name}
      detail={[one.email, ownNames[one.language], t('promisesOutside.partners.open', { count: one.open })]
        .filter((part) => part !== null)
        .join(' · ')}
      end={linkOf(one)}
    />
  );
  if (!can('promises.manage')) return <List label={label} items={items} keyOf={(one) => one.partner_id} row={row} />;
  return (
    <List
      label={label}
      items={items}
      keyOf={(one) => one.partner_id}
      row={row}
      onOpen={(partner) => onOpen({ act: 'edit', partner })}
      acts={(partner) => <Acts partner={partner} onOpen={onOpen} />}
    />
  );
}

/** How his link stands, in words. */
function useLinkWords(): (partner: Partner) => string | undefined {
  const { t } = useWords();
  const show = useShow();
  return ({ closed_at, link_until, mail_trouble }) => {
    if (closed_at !== null) return show.date(closed_at);
    if (mail_trouble !== null) return t('promisesOutside.partners.trouble');
    if (link_until === null) return t('promisesOutside.partners.noLink');
    if (link_until < now().toISOString()) return t('promisesOutside.partners.linkOver');
    return t('promisesOutside.partners.linkUntil', { date: show.date(link_until) });
  };
}

function Acts({ partner, onOpen }: { readonly partner: Partner; readonly onOpen: (opened: Opened) => void }) {
  const { t } = useWords();
  const saving = useTell(savePartner, {
    refresh: [partners],
    done: () => tellDone(t('promisesOutside.partners.saved')),
    refused: tellRefused,
  });
  const { partner_id, version, name, email, language } = partner;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('promisesOutside.partners.acts', { name })}>
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onOpen({ act: 'edit', partner })}>{t('promisesOutside.partners.edit')}</Menu.Item>
        {partner.closed_at === null ? (
          <>
            <Menu.Item onClick={() => onOpen({ act: 'link', partner })}>{t('promisesOutside.partners.link')}</Menu.Item>
            <Menu.Item color="owed" onClick={() => onOpen({ act: 'end', partner })}>
              {t('promisesOutside.partners.end')}
            </Menu.Item>
          </>
        ) : (
          <Menu.Item onClick={() => saving.mutate({ partner_id, version, name, email, language, closed: false })}>
            {t('promisesOutside.partners.again')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
