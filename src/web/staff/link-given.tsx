import { Stack, Text } from '@mantine/core';
import { FormDialog } from '../parts/form-dialog.tsx';
import { SecretOnce } from '../parts/secret-once.tsx';
import { When } from '../parts/values.tsx';
import { useWords } from '../platform/words.ts';

export interface LinkGivenProps {
  readonly title: string;
  /** What to do with it. */
  readonly sentence: string;
  readonly link: string | null;
  readonly until: string;
  readonly onClose: () => void;
}

/** A link that was just made: to be handed over where no letter goes out, shown this once. */
export function LinkGiven({ title, sentence, link, until, onClose }: LinkGivenProps) {
  const { t } = useWords();
  return (
    <FormDialog title={title} onClose={onClose}>
      <Stack gap="md">
        <Text>{sentence}</Text>
        {link === null ? null : <SecretOnce label={t('staff.link.label')} secret={link} />}
        <Text size="sm" c="dimmed">
          {t('staff.link.until')} <When at={until} />
        </Text>
      </Stack>
    </FormDialog>
  );
}
