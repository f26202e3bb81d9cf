import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../shell/shell-route.ts';

export const relyingPartyRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/relying-parties',
    component: lazyRouteComponent(() => import('./relying-parties-screen.tsx'), 'RelyingPartiesScreen'),
  }),
] as const;
