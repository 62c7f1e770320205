import { MantineProvider } from '@mantine/core';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { Refused } from './platform/refused.ts';
import { RoomsContext } from './platform/room.ts';
import { rooms } from './rooms.ts';
import { routerFor } from './shell/router.tsx';
import { theme, variables } from './theme.ts';

const client = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 15_000, retry: worthAnother, refetchOnWindowFocus: true, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
});

const router = routerFor(rooms);

/** Everything around the pages: look, data, messages, routes. */
export function Shell() {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto">
      <QueryClientProvider client={client}>
        <RoomsContext value={rooms}>
          <ModalsProvider>
            <Notifications position="bottom-center" limit={3} />
            <RouterProvider router={router} />
          </ModalsProvider>
        </RoomsContext>
      </QueryClientProvider>
    </MantineProvider>
  );
}

/** Only what may pass by itself is asked again: the network, a busy or restarting server. */
function worthAnother(failures: number, error: Error): boolean {
  if (!(error instanceof Refused)) return false;
  return failures < 2 && (error.status === 0 || error.status === 502 || error.status === 503);
}
