import type { QueryClient } from '@tanstack/react-query';
import { createRouter } from '@tanstack/react-router';
import { routeTree } from './route-tree.ts';
import { ScreenFailure } from './shell/screen-failure.tsx';

/** The router over every screen. */
export const openRouter = (queryClient: QueryClient) =>
  createRouter({
    routeTree,
    basepath: '/backoffice',
    context: { queryClient },
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
    defaultErrorComponent: ScreenFailure,
    defaultPendingMs: 400,
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof openRouter>;
  }
}
