import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../shell/shell-route.ts';

export const storeRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/stores',
    component: lazyRouteComponent(() => import('./stores-screen.tsx'), 'StoresScreen'),
  }),
] as const;
