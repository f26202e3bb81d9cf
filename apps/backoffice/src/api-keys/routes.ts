import { createApiKey, getApiKey, listApiKeys } from '@latchkey/contract';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../shell/shell-route.ts';
import { keysSearch } from './keys-search.ts';

export const apiKeyRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/api-keys',
    staticData: { needs: listApiKeys },
    validateSearch: keysSearch.parse,
    component: lazyRouteComponent(() => import('./keys-screen.tsx'), 'KeysScreen'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/api-keys/new',
    staticData: { needs: createApiKey },
    component: lazyRouteComponent(() => import('./new-key-screen.tsx'), 'NewKeyScreen'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/api-keys/$apiKeyId',
    staticData: { needs: getApiKey },
    component: lazyRouteComponent(() => import('./key-screen.tsx'), 'KeyScreen'),
  }),
] as const;
