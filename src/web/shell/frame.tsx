import { Navigate, Outlet, useMatches, useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { me } from '../../shared/staff.ts';
import { PageSkeleton } from '../parts/skeletons.tsx';
import { Failed } from '../parts/states.tsx';
import { type Me, meFrom, SessionContext } from '../platform/session.ts';
import { useAsk } from '../platform/use-ask.ts';
import { hasOwnLanguage, speak } from '../platform/words.ts';
import { Allowed } from './allowed.tsx';
import { BottomNavigation } from './bottom-navigation.tsx';
import { CaptureFrame } from './capture-frame.tsx';
import classes from './frame.module.css';
import { KeysSheet } from './keys-sheet.tsx';
import { SideNavigation, TopBar } from './navigation.tsx';
import { Palette } from './palette.tsx';
import { SessionEnded } from './session-ended.tsx';

/** The signed-in frame: knows who is there, else leads to sign-in with the way back. */
export function Frame() {
  const session = useAsk(me, {});
  const here = useRouterState({ select: (state) => state.location.href });
  if (session.data) {
    const signedIn = meFrom(session.data);
    if (signedIn) return <SignedIn session={signedIn} />;
    if (!session.data.set_up) return <Navigate to="/set-up" replace />;
    return <Navigate to="/sign-in" search={{ back: here }} replace />;
  }
  if (session.error) {
    return (
      <main id="page" className={classes.alone}>
        <Failed error={session.error} retry={() => void session.refetch()} />
      </main>
    );
  }
  return <PageSkeleton />;
}

function SignedIn({ session }: { readonly session: Me }) {
  const { language } = session.person;
  const access = useMatches({ select: (matches) => matches.at(-1)?.staticData.access });
  useEffect(() => {
    if (!hasOwnLanguage()) void speak(language);
  }, [language]);
  return (
    <SessionContext value={session}>
      <CaptureFrame>
        <div className={classes.frame}>
          <SideNavigation />
          <TopBar />
          <main id="page" className={classes.main} tabIndex={-1}>
            <Allowed access={access}>
              <Outlet />
            </Allowed>
          </main>
          <BottomNavigation />
        </div>
        <Palette />
        <KeysSheet />
        <SessionEnded />
      </CaptureFrame>
    </SessionContext>
  );
}
