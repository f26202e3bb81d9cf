import {
  createRegistrationPolicy,
  createRelyingParty,
  getRegistrationPolicy,
  getRelyingParty,
  listRelyingParties,
} from '@latchkey/contract';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../shell/shell-route.ts';
import { newPartySearch, partiesSearch } from './party-search.ts';

export const relyingPartyRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/relying-parties',
    staticData: { needs: listRelyingParties },
    validateSearch: partiesSearch.parse,
    component: lazyRouteComponent(() => import('./parties-screen.tsx'), 'PartiesScreen'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/relying-parties/new',
    staticData: { needs: createRelyingParty },
    validateSearch: newPartySearch.parse,
    component: lazyRouteComponent(() => import('./new-party-screen.tsx'), 'NewPartyScreen'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/relying-parties/$storeName/$rpId',
    staticData: { needs: getRelyingParty },
    component: lazyRouteComponent(() => import('./party-screen.tsx'), 'PartyScreen'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/relying-parties/$storeName/$rpId/new-policy',
    staticData: { needs: createRegistrationPolicy },
    component: lazyRouteComponent(() => import('./new-policy-screen.tsx'), 'NewPolicyScreen'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/relying-parties/$storeName/$rpId/policies/$policyName',
    staticData: { needs: getRegistrationPolicy },
    component: lazyRouteComponent(() => import('./policy-screen.tsx'), 'PolicyScreen'),
  }),
] as const;
