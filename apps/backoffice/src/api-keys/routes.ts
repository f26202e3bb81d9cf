import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../shell/shell-route.ts';

export const apiKeyRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/api-keys',
    component: lazyRouteComponent(() => import('./api-keys-screen.tsx'), 'ApiKeysScreen'),
  }),
] as const;
