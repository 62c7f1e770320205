import { useQueryClient } from '@tanstack/react-query';
import { Outlet, useMatches, useRouter } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { me } from '../../shared/staff.ts';
import { PageSkeleton } from '../parts/skeletons.tsx';
import { Failed } from '../parts/states.tsx';
import { connectLive, onLive, reload, turnLivePage } from '../platform/live.ts';
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
  const signedIn = useMemo(() => session.data && meFrom(session.data), [session.data]);
  const [last, setLast] = useState(signedIn);
  if (signedIn && signedIn !== last) setLast(signedIn);
  // Once signed in the page stays, whatever happens to the session: what was typed must not be lost.
  if (last) return <SignedIn session={last} ended={session.data !== undefined && !signedIn} />;
  if (session.data) return <Leave to={session.data.set_up ? '/sign-in' : '/set-up'} />;
  if (session.error) {
    return (
      <main id="page" className={classes.alone}>
        <Failed error={session.error} retry={() => void session.refetch()} />
      </main>
    );
  }
  return <PageSkeleton />;
}

/** Leads away once, keeping the address that was wanted. */
function Leave({ to }: { readonly to: '/sign-in' | '/set-up' }) {
  const router = useRouter();
  useEffect(() => {
    const back = router.state.location.href;
    void router.navigate({ to, search: to === '/sign-in' && back !== '/' ? { back } : {}, replace: true });
  }, [router, to]);
  return <PageSkeleton />;
}

function SignedIn({ session, ended }: { readonly session: Me; readonly ended: boolean }) {
  const { language, person_id: personId } = session.person;
  useReloadForAnother(personId);
  useLiveStream(session.live);
  const { access, title } = useMatches({ select: (matches) => matches.at(-1)?.staticData }) ?? {};
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
            <Allowed access={access} title={title}>
              <Outlet />
            </Allowed>
          </main>
          <BottomNavigation />
        </div>
        <Palette />
        <KeysSheet />
        <SessionEnded ended={ended} />
      </CaptureFrame>
    </SessionContext>
  );
}

/** When someone else signs in over the page, everything on it was the other one's: start anew. */
function useReloadForAnother(personId: string): void {
  const [first] = useState(personId);
  useEffect(() => {
    if (personId !== first) globalThis.location.reload();
  }, [personId, first]);
}

/** The news flow as long as somebody is signed in; each page hears what came since the reader went to it. */
function useLiveStream(live: string | null): void {
  const router = useRouter();
  const client = useQueryClient();
  const [from] = useState(live);
  useEffect(() => (from === null ? undefined : connectLive(from)), [from]);
  useEffect(() => onLive(reload, () => void client.invalidateQueries()), [client]);
  useEffect(
    () =>
      router.subscribe('onBeforeNavigate', ({ pathChanged }) => {
        if (pathChanged) turnLivePage();
      }),
    [router],
  );
}
