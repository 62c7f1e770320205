import { UnstyledButton } from '@mantine/core';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { logoPath } from '../../shared/staff-house.ts';
import { KeyHint } from '../parts/key-hint.tsx';
import { Slot } from '../parts/slot.tsx';
import { useCapture } from '../platform/capture.ts';
import { type NavigationItem, useRooms } from '../platform/room.ts';
import { useCan, useMe } from '../platform/session.ts';
import { useWords } from '../platform/words.ts';
import classes from './navigation.module.css';
import { openPalette } from './palette-store.ts';
import { YouMenu } from './you-menu.tsx';

/** What the reader may go to, in order. */
export function useNavigation(): readonly NavigationItem[] {
  const can = useCan();
  return useRooms()
    .flatMap((room) => room.navigation ?? [])
    .filter((item) => can(item.access))
    .toSorted((a, b) => a.order - b.order);
}

/** The house's own logo, else ours. */
function HouseSign() {
  const { logo } = useMe().house;
  if (logo === null) return <img src="/mark.svg" alt="" width={26} height={26} />;
  return <img className={classes.logo} src={`${logoPath}?v=${logo.slice(0, 12)}`} alt="" />;
}

/** Wide screens: the house, search, capture, the rooms, and oneself at the foot. */
export function SideNavigation() {
  const { t } = useWords();
  const { house } = useMe();
  const capture = useCapture();
  return (
    <nav className={classes.side} aria-label={t('shell.nav.label')}>
      <div className={classes.house}>
        <HouseSign />
        <span className={classes.houseName}>{house.name}</span>
        <Slot name="shell.told" props={{}} />
      </div>
      <UnstyledButton className={classes.search} onClick={openPalette}>
        <IconSearch size={16} stroke={1.8} aria-hidden="true" />
        <span>{t('shell.palette.open')}</span>
        <KeyHint keys="mod+k" />
      </UnstyledButton>
      {capture ? (
        <UnstyledButton className={classes.capture} onClick={() => capture()}>
          <IconPlus size={16} stroke={2} aria-hidden="true" />
          <span>{t('shell.capture.act')}</span>
          <KeyHint keys="c" />
        </UnstyledButton>
      ) : null}
      <div className={classes.rooms}>
        {useNavigation().map((item) => (
          <Link key={item.to} to={item.to} className={classes.room} activeOptions={{ exact: item.to === '/' }}>
            <item.icon size={18} stroke={1.6} />
            <span>{t(item.label)}</span>
          </Link>
        ))}
      </div>
      <YouMenu />
    </nav>
  );
}

/** Phones, above: the house, search and oneself. */
export function TopBar() {
  const { t } = useWords();
  const { house } = useMe();
  return (
    <section className={classes.top} aria-label={house.name}>
      <HouseSign />
      <span className={classes.houseName}>{house.name}</span>
      <UnstyledButton className={classes.topAct} onClick={openPalette} aria-label={t('shell.palette.open')}>
        <IconSearch size={22} stroke={1.7} />
      </UnstyledButton>
      <Slot name="shell.told" props={{}} />
      <YouMenu small />
    </section>
  );
}
