import { Button } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import { IconCloudOff } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { me } from '../../shared/staff.ts';
import { reach } from '../platform/ask.ts';
import { useCell } from '../platform/cell.ts';
import { refresh } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import classes from './away-banner.module.css';

/** Says that the server does not answer, keeps asking every five seconds, and has everything read anew when it is back. */
export function AwayBanner() {
  const { t } = useWords();
  const client = useQueryClient();
  const { online } = useNetwork();
  const away = useCell(reach) === 'away' || !online;
  const ping = useEffectEvent(() => void refresh(client, [me]));
  const back = useEffectEvent(() => void client.invalidateQueries());

  useEffect(() => {
    if (!away) return;
    const timer = setInterval(() => ping(), 5000);
    return () => {
      clearInterval(timer);
      back();
    };
  }, [away]);

  return (
    <div role="status">
      {away ? (
        <div className={classes.banner}>
          <IconCloudOff size={18} stroke={1.8} aria-hidden="true" />
          <span>
            <strong>{online ? t('shell.away.title') : t('shell.away.offline')}</strong> {t('shell.away.sentence')}
          </span>
          <Button variant="default" size="compact-sm" onClick={() => void refresh(client, [me])}>
            {t('shell.away.retry')}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
