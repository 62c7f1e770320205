import { Button, NumberInput, PasswordInput, Select, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { ReplyOf } from '../../shared/contract.ts';
import { me } from '../../shared/staff.ts';
import { dropMail, type MailInput, mail, mailInput, mailSecurities, setMail } from '../../shared/staff-mail.ts';
import { confirm } from '../parts/confirm.tsx';
import { Failed } from '../parts/states.tsx';
import { tellDone } from '../parts/toast.tsx';
import { useMe } from '../platform/session.ts';
import { useTell } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import { MailTest } from './mail-test.tsx';
import classes from './settings.module.css';

type Draft = Omit<MailInput, 'port'> & { readonly port: number | string; readonly password: string };

/** The usual port of each way. */
const usualPorts = { tls: 465, starttls: 587, none: 25 } as const;

/** The settings of mail, on one screen: try them before saving. */
export function MailForm({ set }: { readonly set: ReplyOf<typeof mail> }) {
  const { t } = useWords();
  const { person, house } = useMe();
  const kept = set.settings;
  const [draft, setDraft] = useState<Draft>({
    host: kept?.host ?? '',
    port: kept?.port ?? usualPorts.starttls,
    security: kept?.security ?? 'starttls',
    username: kept?.username ?? '',
    password: '',
    from_address: kept?.from_address ?? person.email,
    from_name: kept?.from_name ?? house.name,
  });
  const [tried, setTried] = useState(false);
  const saving = useTell(setMail, { refresh: [mail, me], done: () => tellDone(t('mailSettings.saved')) });
  const dropping = useTell(dropMail, { refresh: [mail, me], done: () => tellDone(t('mailSettings.dropped')) });
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const input = inputOf(draft);
  const needed = (empty: boolean) => (tried && empty ? t('staff.field.needed') : undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (input !== undefined) saving.mutate(input);
  };
  const drop = async () => {
    const words = { title: t('mailSettings.dropSure'), sentence: t('mailSettings.dropSentence') };
    const acts = { act: t('mailSettings.drop'), cancel: t('parts.act.cancel') };
    if (await confirm({ ...words, ...acts, grave: true })) dropping.mutate({});
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <div className={classes.server}>
          <TextInput
            label={t('mailSettings.host')}
            placeholder={t('mailSettings.hostHelp')}
            autoComplete="off"
            spellCheck={false}
            value={draft.host}
            error={needed(!mailInput.shape.host.safeParse(draft.host).success)}
            onChange={(event) => change({ host: event.currentTarget.value.trim() })}
          />
          <NumberInput
            label={t('mailSettings.port')}
            min={1}
            max={65_535}
            allowDecimal={false}
            thousandSeparator=""
            hideControls
            value={draft.port}
            error={needed(!mailInput.shape.port.safeParse(draft.port).success)}
            onChange={(port) => change({ port })}
          />
        </div>
        <Select
          label={t('mailSettings.security')}
          description={draft.security === 'none' ? t('mailSettings.noneWarning') : undefined}
          allowDeselect={false}
          data={mailSecurities.map((value) => ({ value, label: t(`mailSettings.securities.${value}`) }))}
          value={draft.security}
          onChange={(value) => {
            const security = mailSecurities.find((one) => one === value) ?? draft.security;
            const isUsual = Object.values(usualPorts).some((port) => port === draft.port);
            change({ security, port: isUsual ? usualPorts[security] : draft.port });
          }}
        />
        <TextInput
          label={t('mailSettings.username')}
          description={t('mailSettings.usernameHelp')}
          autoComplete="off"
          spellCheck={false}
          value={draft.username ?? ''}
          onChange={(event) => change({ username: event.currentTarget.value })}
        />
        {draft.username === '' ? null : (
          <PasswordInput
            label={t('mailSettings.password')}
            description={kept?.has_password === true ? t('mailSettings.passwordKept') : undefined}
            autoComplete="new-password"
            value={draft.password}
            onChange={(event) => change({ password: event.currentTarget.value })}
          />
        )}
        <TextInput
          label={t('mailSettings.fromAddress')}
          type="email"
          autoComplete="off"
          value={draft.from_address}
          error={needed(!mailInput.shape.from_address.safeParse(draft.from_address).success)}
          onChange={(event) => change({ from_address: event.currentTarget.value })}
        />
        <TextInput
          label={t('mailSettings.fromName')}
          autoComplete="off"
          value={draft.from_name ?? ''}
          onChange={(event) => change({ from_name: event.currentTarget.value })}
        />
        {saving.isError ? <Failed error={saving.error} inline /> : null}
        {dropping.isError ? <Failed error={dropping.error} inline /> : null}
        <MailTest settings={input} onTry={() => setTried(true)}>
          <Button type="submit" loading={saving.isPending}>
            {t('mailSettings.save')}
          </Button>
        </MailTest>
        {set.source === 'settings' ? (
          <div className={classes.drop}>
            <Button variant="subtle" color="owed" size="compact-sm" onClick={() => void drop()}>
              {t('mailSettings.drop')}
            </Button>
          </div>
        ) : null}
      </Stack>
    </form>
  );
}

/** What is typed, as the server takes it; undefined while something is missing. */
function inputOf(draft: Draft): MailInput | undefined {
  const { password, username, from_name: name, ...rest } = draft;
  const read = mailInput.safeParse({
    ...rest,
    username: username === null || username.trim() === '' ? null : username,
    from_name: name === null || name.trim() === '' ? null : name,
    ...(password === '' ? {} : { password }),
  });
  return read.success ? read.data : undefined;
}
