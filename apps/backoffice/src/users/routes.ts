import { createUser, getUser, listUsers } from '@latchkey/contract';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../shell/shell-route.ts';
import { newUserSearch, usersSearch } from './users-search.ts';

export const userRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/users',
    staticData: { needs: listUsers },
    validateSearch: usersSearch.parse,
    component: lazyRouteComponent(() => import('./users-screen.tsx'), 'UsersScreen'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/users/new',
    staticData: { needs: createUser },
    validateSearch: newUserSearch.parse,
    component: lazyRouteComponent(() => import('./new-user-screen.tsx'), 'NewUserScreen'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/users/$storeName/$userId',
    staticData: { needs: getUser },
    component: lazyRouteComponent(() => import('./user-screen.tsx'), 'UserScreen'),
  }),
] as const;
