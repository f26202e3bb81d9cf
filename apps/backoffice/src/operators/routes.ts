import { listOperatorSessions } from '@latchkey/contract';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../shell/shell-route.ts';
import { operatorsSearch } from './operators-search.ts';

export const operatorRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/operators',
    staticData: { needs: listOperatorSessions },
    validateSearch: operatorsSearch.parse,
    component: lazyRouteComponent(() => import('./operators-screen.tsx'), 'OperatorsScreen'),
  }),
] as const;
