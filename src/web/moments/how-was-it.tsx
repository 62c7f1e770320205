import { Button } from '@mantine/core';
import { useState } from 'react';
import { useKeys } from '../platform/keys.ts';
import { useWords } from '../platform/words.ts';
import { type Face, FaceDrawing, faces } from './faces.tsx';
import classes from './tap.module.css';
import { TapDialog } from './tap-dialog.tsx';
import { type About, useMarking } from './use-marking.ts';

export interface HowWasItProps {
  readonly customerId: string;
  readonly about: About;
  /** The keys 1 to 5 say it too. */
  readonly keys?: boolean;
  readonly small?: boolean;
}

/** How a contact was, in one tap: five faces; more can be said after. What one said can be taken back for ten minutes. */
export function HowWasIt({ customerId, about, keys = false, small = false }: HowWasItProps) {
  const { t } = useWords();
  const [more, setMore] = useState(false);
  const telling = useMarking(customerId);
  const tap = (face: Face) => {
    if (!telling.isPending) telling.mutate({ customer_id: customerId, ...about, marks: { emotional: face } });
  };
  useKeys(
    keys
      ? faces.map((face) => ({
          keys: String(face),
          label: t('moments.tap.key', { how: t(`moments.tap.face.f${face}`) }),
          run: () => tap(face),
        }))
      : [],
  );
  return (
    <div className={classes.tap} data-small={small}>
      <fieldset className={classes.faces}>
        <legend className={classes.legend}>{t('moments.tap.title')}</legend>
        {faces.map((face) => (
          <button
            key={face}
            type="button"
            className={classes.one}
            data-face={face}
            aria-label={t(`moments.tap.face.f${face}`)}
            title={t(`moments.tap.face.f${face}`)}
            disabled={telling.isPending}
            onClick={() => tap(face)}
          >
            <FaceDrawing face={face} size={small ? 22 : 28} />
          </button>
        ))}
      </fieldset>
      <Button variant="subtle" size="compact-sm" onClick={() => setMore(true)}>
        {t('moments.tap.more')}
      </Button>
      {more ? <TapDialog customerId={customerId} about={about} onClose={() => setMore(false)} /> : null}
    </div>
  );
}
