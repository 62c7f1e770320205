import { IconCircleCheck } from '@tabler/icons-react';
import { type Source, sources } from '../../shared/intake.ts';
import { ButtonTo } from '../parts/link.tsx';
import { useAsk } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import classes from './intake.module.css';

/** Waits for a source's first event and says, quietly, when it has come. */
export function FirstEvent({ source }: { readonly source: Source }) {
  const { t } = useWords();
  const came = source.sent > 0;
  useAsk(sources, {}, { every: came ? false : 1500 });
  return (
    <p className={classes.wait} data-came={came} role="status">
      {came ? <IconCircleCheck size={24} stroke={1.7} aria-hidden="true" /> : <i className={classes.pulse} />}
      {came ? (
        <span>
          <strong>{t('intake.first.came')}</strong>
          {source.remembered > 0 ? t('intake.first.cameSentence') : t('intake.first.cameHeld')}
        </span>
      ) : (
        <span>
          <strong>{t('intake.first.waiting')}</strong>
          {t('intake.first.waitingSentence')}
        </span>
      )}
      {came && source.remembered > 0 ? (
        <ButtonTo to="/customers" variant="default" size="sm">
          {t('intake.first.look')}
        </ButtonTo>
      ) : null}
    </p>
  );
}
