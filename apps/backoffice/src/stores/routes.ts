import { createStore, getStore, listStores } from '@latchkey/contract';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../shell/shell-route.ts';
import { storesSearch } from './stores-search.ts';

export const storeRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/stores',
    staticData: { needs: listStores },
    validateSearch: storesSearch.parse,
    component: lazyRouteComponent(() => import('./stores-screen.tsx'), 'StoresScreen'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/stores/new',
    staticData: { needs: createStore },
    component: lazyRouteComponent(() => import('./new-store-screen.tsx'), 'NewStoreScreen'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/stores/$storeName',
    staticData: { needs: getStore },
    component: lazyRouteComponent(() => import('./store-screen.tsx'), 'StoreScreen'),
  }),
] as const;
