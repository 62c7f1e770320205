import { Drawer, UnstyledButton } from '@mantine/core';
import { IconDots, IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useCapture } from '../platform/capture.ts';
import { useWords } from '../platform/words.ts';
import classes from './navigation.module.css';
import { useNavigation } from './navigation.tsx';

/** Phones, under the thumb: capture first, then the first rooms; what does not fit stands under "More". */
export function BottomNavigation() {
  const { t } = useWords();
  const capture = useCapture();
  const items = useNavigation();
  const fits = items.length <= 4;
  const first = fits ? items : items.slice(0, 3);
  return (
    <nav className={classes.bottom} aria-label={t('shell.nav.label')}>
      {capture ? (
        <UnstyledButton className={classes.thumb} data-main="true" onClick={() => capture()}>
          <span className={classes.thumbIcon}>
            <IconPlus size={22} stroke={2} />
          </span>
          <span className={classes.thumbWord}>{t('shell.capture.short')}</span>
        </UnstyledButton>
      ) : null}
      {first.map((item) => (
        <Link key={item.to} to={item.to} className={classes.thumb} activeOptions={{ exact: item.to === '/' }}>
          <span className={classes.thumbIcon}>
            <item.icon size={22} stroke={1.6} />
          </span>
          <span className={classes.thumbWord}>{t(item.short ?? item.label)}</span>
        </Link>
      ))}
      {fits ? null : <Rest />}
    </nav>
  );
}

function Rest() {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <UnstyledButton className={classes.thumb} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <span className={classes.thumbIcon}>
          <IconDots size={22} stroke={1.8} />
        </span>
        <span className={classes.thumbWord}>{t('shell.nav.more')}</span>
      </UnstyledButton>
      <Drawer
        opened={open}
        onClose={close}
        position="bottom"
        size="auto"
        title={t('shell.nav.all')}
        closeButtonProps={{ 'aria-label': t('parts.act.close') }}
      >
        {useNavigation().map((item) => (
          <Link
            key={item.to}
            to={item.to}
            className={classes.room}
            data-large="true"
            activeOptions={{ exact: item.to === '/' }}
            onClick={close}
          >
            <item.icon size={20} stroke={1.6} />
            <span>{t(item.label)}</span>
          </Link>
        ))}
      </Drawer>
    </>
  );
}
