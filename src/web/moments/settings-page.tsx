import { Button, Group, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { ReplyOf } from '../../shared/contract.ts';
import { editSettings, settings } from '../../shared/moments-settings.ts';
import { changes } from '../../shared/staff-people.ts';
import { wrongBy, wrongIn } from '../parts/fields.ts';
import { LinkTo } from '../parts/link.tsx';
import { LongWork } from '../parts/long-work.tsx';
import { Page } from '../parts/page.tsx';
import { Answer, Failed } from '../parts/states.tsx';
import { tellDone } from '../parts/toast.tsx';
import { useCan } from '../platform/session.ts';
import { useShow } from '../platform/show.ts';
import { useAsk, useTell } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import classes from './settings.module.css';
import { AccountFields, AskingFields, RepairFields } from './settings-fields.tsx';

export type Ways = ReplyOf<typeof settings>;
/** The ways as they are being changed; a field that is empty or half typed is not a number yet. */
export type WaysDraft = Omit<Ways, 'version' | 'currency' | 'recount'>;

/** The house's ways with moments: what a bad one weighs, when customers are asked, what may be spent to repair. */
export function MomentSettingsPage() {
  const { t } = useWords();
  const [goes, setGoes] = useState(false);
  const asked = useAsk(settings, {}, { every: goes ? 1_000 : false });
  const going = asked.data?.recount != null && asked.data.recount.finished_at === null;
  if (going !== goes) setGoes(going);
  return (
    <Page
      title={t('moments.ways.title')}
      sentence={t('moments.ways.sentence')}
      above={<LinkTo to="/settings">{t('shell.nav.settings')}</LinkTo>}
      width="read"
    >
      <Answer of={asked}>
        {(reply) => (
          <>
            <Recount of={reply.recount} />
            <WaysForm key={reply.version} known={reply} renew={() => void asked.refetch()} />
          </>
        )}
      </Answer>
      <p className={classes.beside}>
        <LinkTo to="/moments/touchpoints">{t('moments.places.title')}</LinkTo>
      </p>
    </Page>
  );
}

/** How far the counting anew has come, accounts done of all; when it was last done. */
function Recount({ of }: { readonly of: Ways['recount'] }) {
  const { t } = useWords();
  const show = useShow();
  if (of === null) return null;
  if (of.finished_at === null) {
    return <LongWork label={t('moments.ways.recounting')} done={of.done} all={of.all} />;
  }
  return (
    <p className={classes.soft} role="status">
      {t('moments.ways.recounted', { count: of.done, when: show.relative(of.finished_at) })}
    </p>
  );
}

function WaysForm({ known, renew }: { readonly known: Ways; readonly renew: () => void }) {
  const { t } = useWords();
  const can = useCan();
  const { version, currency, recount: _recount, ...before } = known;
  const [draft, setDraft] = useState<WaysDraft>(before);
  const [own, setOwn] = useState<ReadonlySet<string>>(new Set());
  const saving = useTell(editSettings, {
    refresh: [settings, changes],
    done: () => tellDone(t('moments.ways.saved')),
  });
  const stale = saving.error?.code === 'record.stale';
  const fixed = !can('promises.manage');
  const wrong = new Set([...own, ...wrongBy(saving.error)]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const input = { version, ...draft };
    const found = wrongIn(editSettings.input, input);
    setOwn(found);
    if (found.size === 0) saving.mutate(input);
  };
  const set = (change: Partial<WaysDraft>) => setDraft({ ...draft, ...change });
  const props = { draft, set, fixed, wrong, currency };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="lg">
        <AccountFields {...props} />
        <AskingFields {...props} />
        <RepairFields {...props} />
        {saving.isError ? <Failed error={saving.error} inline /> : null}
        {fixed ? null : (
          <Group gap="xs">
            {stale ? (
              <Button variant="default" onClick={renew}>
                {t('moments.ways.newest')}
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
