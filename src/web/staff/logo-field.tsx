import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { me } from '../../shared/staff.ts';
import { logoPath, organisation } from '../../shared/staff-house.ts';
import { FileDrop } from '../parts/file-drop.tsx';
import { Failed } from '../parts/states.tsx';
import { tellDone } from '../parts/toast.tsx';
import { upload } from '../platform/ask.ts';
import { refresh } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import classes from './logo.module.css';

const most = 1_000_000;

/** The logo as it is shown, and a place to drop another. */
export function LogoField({ logo }: { readonly logo: string | null }) {
  const { t } = useWords();
  const client = useQueryClient();
  const [failed, setFailed] = useState<unknown>();
  const [sending, setSending] = useState(false);
  const send = async (file: File) => {
    setFailed(undefined);
    setSending(true);
    try {
      await upload(logoPath, file, z.looseObject({}));
      await refresh(client, [organisation, me]);
      tellDone(t('staff.organisation.logoSaved'));
    } catch (error) {
      setFailed(error);
    } finally {
      setSending(false);
    }
  };
  return (
    <div className={classes.field}>
      {logo === null ? null : (
        <img className={classes.logo} src={`${logoPath}?v=${logo.slice(0, 12)}`} alt={t('staff.organisation.logo')} />
      )}
      <FileDrop
        endings={['.png', '.jpg', '.jpeg', '.webp']}
        most={most}
        disabled={sending}
        onFile={(file) => void send(file)}
      />
      {failed === undefined ? null : <Failed error={failed} inline />}
    </div>
  );
}
