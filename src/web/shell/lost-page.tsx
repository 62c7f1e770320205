import { ButtonTo } from '../parts/link.tsx';
import { Page } from '../parts/page.tsx';
import { useWords } from '../platform/words.ts';

/** An address of ours with nothing behind it. */
export function LostPage() {
  const { t } = useWords();
  return (
    <Page title={t('shell.lost.title')} sentence={t('shell.lost.sentence')} width="read">
      <ButtonTo to="/">{t('shell.lost.act')}</ButtonTo>
    </Page>
  );
}
