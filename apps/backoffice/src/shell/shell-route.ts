import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { isSignedOut } from '../api/call-failure.ts';
import { rootRoute } from '../root-route.ts';
import { sessionQuery } from '../session/session.ts';

/** The parent of every screen for signed-in operators: it has the session before a screen shows. */
export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  beforeLoad: async ({ context, location }) => {
    try {
      await context.queryClient.ensureQueryData(sessionQuery());
    } catch (failure) {
      if (isSignedOut(failure)) throw redirect({ to: '/sign-in', search: { from: location.href } });
      throw failure;
    }
  },
  component: lazyRouteComponent(() => import('./shell.tsx'), 'Shell'),
});
