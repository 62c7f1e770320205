import {
  createRootRoute,
  createRoute,
  createRouter,
  type ErrorComponentProps,
  lazyRouteComponent,
} from '@tanstack/react-router';
import type { Right } from '../../shared/contract.ts';
import { PageSkeleton } from '../parts/skeletons.tsx';
import { Failed } from '../parts/states.tsx';
import { parseAddress, writeAddress } from '../platform/place.ts';
import type { RouteDefinition, WebRoom } from '../platform/room.ts';
import type { WordKey } from '../platform/words.ts';
import { BareFrame } from './bare-frame.tsx';
import { Frame } from './frame.tsx';
import { LostPage } from './lost-page.tsx';
import { Root } from './root.tsx';
import { SignInPage } from './sign-in-page.tsx';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** What the page asks of its reader; the frame holds it. */
    readonly access?: Right | undefined;
    /** What the page is called, where its reader may not see it. */
    readonly title?: WordKey | undefined;
  }
}

const root = createRootRoute({ component: Root, notFoundComponent: LostPage });
const framed = createRoute({ getParentRoute: () => root, id: 'framed', component: Frame });
const bare = createRoute({ getParentRoute: () => root, id: 'bare', component: BareFrame });
const lost = createRoute({ getParentRoute: () => framed, path: '$', component: LostPage });
const signIn = createRoute({ getParentRoute: () => bare, path: '/sign-in', component: SignInPage });

/** The tree of routes from the rooms' lists. */
export function routerFor(rooms: readonly WebRoom[]) {
  const all = rooms.flatMap((room) => room.routes);
  const inFrame = all.filter((route) => route.frame !== 'bare').map((route) => routeIn(framed, route));
  const outside = all.filter((route) => route.frame === 'bare').map((route) => routeIn(bare, route));
  return createRouter({
    routeTree: root.addChildren([framed.addChildren([...inFrame, lost]), bare.addChildren([signIn, ...outside])]),
    parseSearch: parseAddress,
    stringifySearch: writeAddress,
    defaultPreload: 'intent',
    defaultPendingComponent: PageSkeleton,
    defaultPendingMs: 150,
    defaultErrorComponent: PageFault,
    defaultNotFoundComponent: LostPage,
    scrollRestoration: true,
  });
}

function routeIn(parent: typeof framed | typeof bare, route: RouteDefinition) {
  return createRoute({
    getParentRoute: () => parent,
    path: route.path,
    component: lazyRouteComponent(async () => ({ Page: await route.load() }), 'Page'),
    staticData: { access: route.access, title: route.title },
  });
}

function PageFault({ error, reset }: ErrorComponentProps) {
  return (
    <div style={{ padding: '2.25rem 2.5rem' }}>
      <Failed error={error} retry={reset} />
    </div>
  );
}
