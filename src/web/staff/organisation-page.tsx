import { Button, Group, Stack, Switch } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { ReplyOf } from '../../shared/contract.ts';
import { me } from '../../shared/staff.ts';
import { calendar } from '../../shared/staff-calendar.ts';
import { editOrganisation, type HouseInput, houseInput, organisation } from '../../shared/staff-house.ts';
import { changes } from '../../shared/staff-people.ts';
import { noneWrong, type WrongFields, wrongBy, wrongIn } from '../parts/fields.ts';
import { LinkTo } from '../parts/link.tsx';
import { Page, Section } from '../parts/page.tsx';
import { Answer, Failed } from '../parts/states.tsx';
import { tellDone } from '../parts/toast.tsx';
import { useAsk, useTell } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import { HouseFields } from './house-fields.tsx';
import { LogoField } from './logo-field.tsx';
import { RegionSelect } from './place-fields.tsx';
import { YearCalendar } from './year-calendar.tsx';

type Organisation = ReplyOf<typeof organisation>;

/** What the organisation says of itself: name, languages, zone, currency, country, working week, logo. */
export function OrganisationPage() {
  const { t } = useWords();
  const asked = useAsk(organisation, {});
  return (
    <Page
      title={t('staff.organisation.title')}
      sentence={t('staff.organisation.sentence')}
      above={<LinkTo to="/settings">{t('shell.nav.settings')}</LinkTo>}
      width="read"
    >
      <Answer of={asked}>
        {(reply) => (
          <>
            <OrganisationForm key={reply.version} known={reply} renew={() => void asked.refetch()} />
            <YearCalendar />
            <Section title={t('staff.organisation.logo')} sentence={t('staff.organisation.logoHelp')}>
              <LogoField logo={reply.logo} />
            </Section>
          </>
        )}
      </Answer>
    </Page>
  );
}

function OrganisationForm({ known, renew }: { readonly known: Organisation; readonly renew: () => void }) {
  const { t } = useWords();
  const { version, logo: _logo, ...before } = known;
  const [draft, setDraft] = useState<HouseInput>(before);
  const [found, setFound] = useState<WrongFields>(noneWrong);
  const saving = useTell(editOrganisation, {
    refresh: [me, changes, calendar],
    done: () => {
      tellDone(t('staff.organisation.saved'));
      renew();
    },
  });
  const stale = saving.error?.code === 'record.stale';
  // A region is of its country.
  const change = (next: HouseInput) => setDraft(next.country === draft.country ? next : { ...next, region: null });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const not = wrongIn(houseInput, draft);
    setFound(not);
    if (not.size === 0) saving.mutate({ version, ...draft });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="lg">
        <HouseFields value={draft} onChange={change} wrong={new Set([...found, ...wrongBy(saving.error)])} />
        <RegionSelect
          country={draft.country}
          value={draft.region ?? null}
          onChange={(region) => setDraft({ ...draft, region })}
        />
        <Switch
          label={t('calendar.holidays')}
          description={t('calendar.holidaysHelp')}
          checked={draft.holidays ?? true}
          onChange={(event) => setDraft({ ...draft, holidays: event.currentTarget.checked })}
        />
        {saving.isError ? <Failed error={saving.error} inline /> : null}
        <Group gap="xs">
          {stale ? (
            <Button variant="default" onClick={renew}>
              {t('staff.organisation.newest')}
            </Button>
          ) : null}
          <Button type="submit" loading={saving.isPending} disabled={stale}>
            {t('parts.act.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
