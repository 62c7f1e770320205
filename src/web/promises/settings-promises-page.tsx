import { Alert, Button, Checkbox, Group, NumberInput, Stack, Switch, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { ReplyOf } from '../../shared/contract.ts';
import { editSettings, settings } from '../../shared/promises-rates.ts';
import { changes } from '../../shared/staff-people.ts';
import { LinkTo } from '../parts/link.tsx';
import { Page, Section } from '../parts/page.tsx';
import { Answer, Failed } from '../parts/states.tsx';
import { tellDone } from '../parts/toast.tsx';
import { useCan } from '../platform/session.ts';
import { useShow } from '../platform/show.ts';
import { useAsk, useTell } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import classes from './settings-promises.module.css';

type Settings = ReplyOf<typeof settings>;

/** At which parts of the time a keeper may be told; others that a program has set are shown beside them. */
const usualShares = [25, 50, 75, 80, 90];

/** The house's ways with promises: answers, alarms, and what the public sees. */
export function SettingsPromisesPage() {
  const { t } = useWords();
  const asked = useAsk(settings, {});
  return (
    <Page
      title={t('promisesPublic.settings.title')}
      sentence={t('promisesPublic.settings.sentence')}
      above={<LinkTo to="/settings">{t('shell.nav.settings')}</LinkTo>}
      width="read"
    >
      <Answer of={asked}>
        {(reply) => <SettingsForm key={reply.version} known={reply} renew={() => void asked.refetch()} />}
      </Answer>
      <p className={classes.beside}>
        <LinkTo to="/promises/standing">{t('promisesPublic.settings.standing')}</LinkTo>
        <LinkTo to="/promises/partners">{t('promisesPublic.settings.partners')}</LinkTo>
      </p>
    </Page>
  );
}

function SettingsForm({ known, renew }: { readonly known: Settings; readonly renew: () => void }) {
  const { t } = useWords();
  const can = useCan();
  const { version, ...before } = known;
  const [draft, setDraft] = useState(before);
  const set = (change: Partial<typeof draft>) => setDraft({ ...draft, ...change });
  const saving = useTell(editSettings, {
    refresh: [settings, changes],
    done: () => tellDone(t('promisesPublic.settings.saved')),
  });
  const stale = saving.error?.code === 'record.stale';
  const fixed = !can('promises.manage');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate({ version, ...draft });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="lg">
        <ClockFields draft={draft} set={set} fixed={fixed} />
        <PublicFields draft={draft} set={set} fixed={fixed} open={before.public_page} />
        {saving.isError ? <Failed error={saving.error} inline /> : null}
        {fixed ? null : (
          <Group gap="xs">
            {stale ? (
              <Button variant="default" onClick={renew}>
                {t('promisesPublic.settings.newest')}
              </Button>
            ) : null}
            <Button type="submit" loading={saving.isPending} disabled={stale}>
              {t('parts.act.save')}
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}

interface FieldsProps {
  readonly draft: Omit<Settings, 'version'>;
  readonly set: (change: Partial<Omit<Settings, 'version'>>) => void;
  /** The reader may look, not change. */
  readonly fixed: boolean;
}

function ClockFields({ draft, set, fixed }: FieldsProps) {
  const { t } = useWords();
  const show = useShow();
  const shares = [...new Set([...usualShares, ...draft.alarm_shares])].toSorted((a, b) => a - b);
  const chosen = draft.alarm_shares.map(String);
  return (
    <Section title={t('promisesPublic.settings.clock')} sentence={t('promisesPublic.settings.from')}>
      <Stack gap="lg">
        <NumberInput
          label={t('promisesPublic.settings.accept')}
          description={t('promisesPublic.settings.acceptHelp')}
          suffix={` ${t('promisesPublic.settings.hours')}`}
          min={0.25}
          max={168}
          step={1}
          decimalScale={2}
          decimalSeparator={decimalOf(show.locale)}
          allowedDecimalSeparators={['.', ',']}
          clampBehavior="strict"
          disabled={fixed}
          className={classes.short}
          value={draft.accept_minutes / 60}
          onChange={(hours) => {
            const minutes = Math.round(Number(hours) * 60);
            if (minutes >= 5) set({ accept_minutes: minutes });
          }}
        />
        <Checkbox.Group
          label={t('promisesPublic.settings.shares')}
          description={t('promisesPublic.settings.sharesHelp')}
          value={chosen}
          onChange={(next) => set({ alarm_shares: shares.filter((share) => next.includes(String(share))) })}
        >
          <Group gap="md" mt="xs">
            {shares.map((share) => (
              <Checkbox
                key={share}
                value={String(share)}
                disabled={fixed}
                label={show.percent(share / 100)}
                aria-label={t('promisesPublic.settings.share', { share: show.percent(share / 100) })}
              />
            ))}
          </Group>
        </Checkbox.Group>
      </Stack>
    </Section>
  );
}

function decimalOf(locale: string): string {
  return new Intl.NumberFormat(locale).formatToParts(1.5).find((part) => part.type === 'decimal')?.value ?? '.';
}

function PublicFields({ draft, set, fixed, open }: FieldsProps & { readonly open: boolean }) {
  const { t } = useWords();
  return (
    <Section title={t('promisesPublic.settings.outside')}>
      <Stack gap="md">
        <div>
          <Switch
            label={t('promisesPublic.settings.page')}
            description={t('promisesPublic.settings.pageHelp')}
            disabled={fixed}
            checked={draft.public_page}
            onChange={(event) => set({ public_page: event.currentTarget.checked })}
          />
          {open ? (
            <Text size="sm" className={classes.under}>
              <LinkTo to="/our-promises">{t('promisesPublic.settings.see')}</LinkTo>
            </Text>
          ) : null}
        </div>
        <Switch
          label={t('promisesPublic.settings.rate')}
          description={t('promisesPublic.settings.rateHelp')}
          disabled={fixed || !draft.public_page}
          checked={draft.public_rate}
          onChange={(event) => set({ public_rate: event.currentTarget.checked })}
        />
        {draft.public_rate && draft.public_page ? (
          <Alert color="waiting" variant="light">
            {t('promisesPublic.settings.warning')}
          </Alert>
        ) : null}
      </Stack>
    </Section>
  );
}
