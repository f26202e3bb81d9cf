import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../shell/shell-route.ts';

export const operatorRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/operators',
    component: lazyRouteComponent(() => import('./operators-screen.tsx'), 'OperatorsScreen'),
  }),
] as const;
