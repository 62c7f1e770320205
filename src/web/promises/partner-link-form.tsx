import { Text } from '@mantine/core';
import { linkPartner, type Partner, partners } from '../../shared/promises-partners.ts';
import { FormDialog } from '../parts/form-dialog.tsx';
import { SecretOnce } from '../parts/secret-once.tsx';
import { useShow } from '../platform/show.ts';
import { useTell } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';

/** Makes a partner a new link, and shows it this once. */
export function PartnerLinkForm({ partner, onClose }: { readonly partner: Partner; readonly onClose: () => void }) {
  const { t } = useWords();
  const show = useShow();
  const making = useTell(linkPartner, { refresh: [partners] });
  const title = t('promisesOutside.partners.linkTitle', { name: partner.name });
  if (making.data) {
    const { link, mailed, until } = making.data;
    return (
      <FormDialog title={title} onClose={onClose}>
        <Text>
          {t('promisesOutside.partners.linkGiven')} {mailed ? t('promisesOutside.partners.linkMailed') : null}
        </Text>
        <SecretOnce label={t('promisesOutside.partners.linkSecret')} secret={link} />
        <Text size="sm" c="dimmed">
          {t('promisesOutside.partners.linkOpens', { date: show.date(until) })}
        </Text>
      </FormDialog>
    );
  }
  return (
    <FormDialog
      title={title}
      act={t('promisesOutside.partners.linkMake')}
      busy={making.isPending}
      error={making.error}
      onClose={onClose}
      onSubmit={() => making.mutate({ partner_id: partner.partner_id })}
    >
      <Text>{t('promisesOutside.partners.linkAsk')}</Text>
    </FormDialog>
  );
}
