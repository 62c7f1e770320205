import { Drawer, UnstyledButton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconBell } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { tellings, unseen } from '../../shared/today.ts';
import { ListSkeleton } from '../parts/skeletons.tsx';
import { useLiveRefresh } from '../platform/live.ts';
import { useCan } from '../platform/session.ts';
import { useAsk } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import classes from './bell.module.css';

const ToldList = lazy(() => import('./told-list.tsx').then((part) => ({ default: part.ToldList })));

/** What the reader was told: a bell with how much he has not seen, and the list behind it. */
export function Bell() {
  return useCan()('customers.read') ? <Ringing /> : null;
}

function Ringing() {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const phone = useMediaQuery('(max-width: 48em)') ?? false;
  const asked = useAsk(unseen, {});
  useLiveRefresh(['today.told'], [unseen, tellings]);
  const count = asked.data?.unseen ?? 0;
  return (
    <>
      <UnstyledButton
        className={classes.bell}
        aria-haspopup="dialog"
        aria-label={count === 0 ? t('today.told.openNone') : t('today.told.open', { count })}
        onClick={() => setOpen(true)}
      >
        <IconBell size={phone ? 22 : 19} stroke={1.7} aria-hidden="true" />
        {count > 0 ? (
          <span className={classes.count} aria-hidden="true">
            {count > 99 ? '99+' : count}
          </span>
        ) : null}
      </UnstyledButton>
      <Drawer
        opened={open}
        onClose={() => setOpen(false)}
        position={phone ? 'bottom' : 'right'}
        size={phone ? '85%' : 'md'}
        title={t('today.told.title')}
        closeButtonProps={{ 'aria-label': t('parts.act.close') }}
      >
        <Suspense fallback={<ListSkeleton rows={4} />}>
          <ToldList onLeave={() => setOpen(false)} />
        </Suspense>
      </Drawer>
    </>
  );
}
