import type { ReplyOf } from '../../shared/contract.ts';
import { mail } from '../../shared/staff-mail.ts';
import { LinkTo } from '../parts/link.tsx';
import { Page } from '../parts/page.tsx';
import { TextSkeleton } from '../parts/skeletons.tsx';
import { Answer } from '../parts/states.tsx';
import { useAsk } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import { MailForm } from './mail-form.tsx';
import { MailTest } from './mail-test.tsx';
import { MailWay } from './mail-way.tsx';
import classes from './settings.module.css';

/** How the house sends mail: one screen with a test message, and how the letters fare. */
export function MailPage() {
  const { t } = useWords();
  const asked = useAsk(mail, {});
  return (
    <Page
      title={t('mailSettings.title')}
      sentence={t('mailSettings.sentence')}
      above={<LinkTo to="/settings">{t('shell.nav.settings')}</LinkTo>}
      width="read"
    >
      <Answer of={asked} skeleton={<TextSkeleton lines={8} />}>
        {(set) => (
          <>
            <HowItStands set={set} />
            {set.source === 'environment' ? <MailTest /> : <MailForm key={set.settings?.changed_at ?? ''} set={set} />}
            {set.ready ? <MailWay /> : null}
          </>
        )}
      </Answer>
    </Page>
  );
}

function HowItStands({ set }: { readonly set: ReplyOf<typeof mail> }) {
  const { t } = useWords();
  const { settings } = set;
  if (set.sealed_elsewhere) {
    return (
      <p className={classes.state} data-tone="owed">
        {t('mailSettings.sealedElsewhere')}
      </p>
    );
  }
  if (settings === null) return <p className={classes.state}>{t('mailSettings.none')}</p>;
  return (
    <p className={classes.state} data-tone={set.ready ? 'kept' : 'plain'}>
      {set.source === 'environment' ? t('mailSettings.environment') : t('mailSettings.works')}{' '}
      <span className={classes.address}>
        {settings.from_address} · {settings.host}:{settings.port}
      </span>
    </p>
  );
}
