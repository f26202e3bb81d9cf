import { findPasskeys, listAuthenticatorModels } from '@latchkey/contract';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../shell/shell-route.ts';
import { authenticatorsSearch, modelSearch } from './authenticators-search.ts';

export const authenticatorRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/authenticators',
    staticData: { needs: listAuthenticatorModels },
    validateSearch: authenticatorsSearch.parse,
    component: lazyRouteComponent(() => import('./authenticators-screen.tsx'), 'AuthenticatorsScreen'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/authenticators/$aaguid',
    staticData: { needs: findPasskeys },
    validateSearch: modelSearch.parse,
    component: lazyRouteComponent(() => import('./model-screen.tsx'), 'ModelScreen'),
  }),
] as const;
