import { useState } from 'react';
import { askNoMore } from '../../shared/moments-questions.ts';
import { Failed } from '../parts/states.tsx';
import { useTell } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import classes from './how.module.css';

/** He says that he wants to be asked nothing more, or takes it back. */
export function HowStop({ token }: { readonly token: string }) {
  const { t } = useWords();
  const [stopped, setStopped] = useState(false);
  const telling = useTell(askNoMore, {});
  const tell = (undo: boolean) => telling.mutate({ token, undo }, { onSuccess: () => setStopped(!undo) });
  return (
    <p aria-live="polite">
      {stopped ? `${t('momentsOutside.page.stopped')} ` : null}
      <button type="button" className={classes.plain} disabled={telling.isPending} onClick={() => tell(stopped)}>
        {t(stopped ? 'momentsOutside.page.undo' : 'momentsOutside.page.stop')}
      </button>
      {telling.isError ? <Failed error={telling.error} inline /> : null}
    </p>
  );
}
